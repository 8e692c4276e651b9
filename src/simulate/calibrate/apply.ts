import { variantOf } from '../../study/render';
import { codesOf } from '../../study/scales';
import type { Study } from '../../study/types';
import { answerUniform, drawCode } from '../draw';
import { offeredCodes } from '../strategies/levels';
import type { AnswerRecord } from '../types';
import { adjusted } from './adjust';
import type { CalibratedCell, Calibration } from './types';

/**
 * The records with calibrated probabilities, and with the answers that the same uniform numbers draw from these. The share of
 * "don't know" stays as it was. Records without probabilities, and those of cells that nothing was fitted for, stay as they are.
 * @param seed of the run.
 */
export function calibrated(
  study: Study,
  records: readonly AnswerRecord[],
  { kind, cells }: Calibration,
  seed: number,
): readonly AnswerRecord[] {
  const keyOf = ({ outcome, condition }: Pick<CalibratedCell, 'outcome' | 'condition'>): string =>
    JSON.stringify([outcome, condition]);
  const parameters = new Map(cells.map((cell) => [keyOf(cell), cell.parameter]));
  return records.map((record) => {
    const parameter = parameters.get(keyOf(record));
    return parameter === undefined ? record : recalibrated(study, record, { kind, parameter }, seed);
  });
}

function recalibrated(
  study: Study,
  record: AnswerRecord,
  { kind, parameter }: { readonly kind: Calibration['kind']; readonly parameter: number },
  seed: number,
): AnswerRecord {
  const { result, condition } = record;
  const outcome = study.outcomes.find(({ id }) => id === record.outcome);
  if (result.kind !== 'answer' || result.probabilities === undefined || outcome === undefined) return record;
  const { scale } = variantOf(outcome, condition);
  const substantive = result.probabilities.slice(0, codesOf(scale).length);
  const mass = substantive.reduce((sum, share) => sum + share, 0);
  if (!(mass > 0)) return record;
  const probabilities = [
    ...adjusted(kind, parameter, substantive).map((share) => share * mass),
    ...result.probabilities.slice(substantive.length),
  ];
  const person = { id: record.person, weight: 1, profile: [] };
  const u = answerUniform(seed, { ...record, person });
  const codes = offeredCodes(scale).slice(0, probabilities.length);
  return { ...record, result: { ...result, probabilities, code: drawCode(codes, probabilities, u) } };
}
