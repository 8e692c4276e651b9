import type { AnswerRecord } from '../types';
import type { Calibration } from './types';

const named = 4;

/** What the reader of a result must know of its calibration: the parameters, and the cells that have none. */
export function calibrationWords(
  { kind, cells }: Calibration,
  records: readonly AnswerRecord[],
): readonly string[] {
  const said = cells.slice(0, named).map(({ outcome, condition, parameter, on, answers }) => {
    const where = on.length <= 3 ? on.join(', ') : `${on.length} conditions`;
    return `${outcome} in ${condition} ${parameter.toPrecision(3)} (from ${answers} answers in ${where})`;
  });
  const more = cells.length > named ? `; and ${cells.length - named} more` : '';
  const done = new Set(cells.map(({ outcome, condition }) => `${outcome} in ${condition}`));
  const without = new Set(
    records.flatMap(({ outcome, condition, result }) =>
      result.kind === 'answer' && result.probabilities !== undefined ? [`${outcome} in ${condition}`] : [],
    ),
  );
  const left = [...without].filter((name) => !done.has(name));
  return [
    `Probabilities are calibrated by a ${kind} fitted on the human answers in the other conditions: ${said.join('; ')}${more}.`,
    ...(left.length === 0
      ? []
      : [`Not calibrated, for lack of human answers in other conditions: ${left.join(', ')}.`]),
  ];
}
