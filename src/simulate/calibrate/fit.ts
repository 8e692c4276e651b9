import type { HumanData, Person } from '../../data/types';
import { minimumBetween } from '../../stats/optimise/scan';
import { variantOf } from '../../study/render';
import { codesOf } from '../../study/scales';
import type { Study } from '../../study/types';
import { groupBy } from '../../util/group';
import { cellKey } from '../cellId';
import type { AnswerRecord } from '../types';
import { adjusted } from './adjust';
import type { CalibratedCell, Calibration } from './types';

/** Where parameters are looked for: temperatures between 1/20 and 20 on a log scale. */
const widest = Math.log(20);

/** Least probability that a human answer can have, so that one that was thought impossible does not decide alone. */
const least = 1e-9;

/** What was predicted and what people answered in one cell. */
interface Training {
  readonly outcome: string;
  readonly condition: string;
  /** Different shares over the codes with the weights of the people they were predicted for. */
  readonly predicted: readonly { readonly shares: readonly number[]; readonly weight: number }[];
  /** Weight of the human answers at each code. */
  readonly observed: readonly number[];
  readonly answers: number;
}

/**
 * The parameter for each outcome and condition under which the human answers to the outcome in its *other* conditions are
 * least surprising: θ with the least −Σ_i w_i log p̄_θ(r_i), p̄_θ being the weighted mean of the calibrated predictions of
 * the cell in which person i answered r_i. A condition is never calibrated with its own answers. Conditions without any
 * other to fit on are left out. "Don't know" does not count.
 * @param people of the plan, whose weights predictions carry.
 */
export function fitCalibration(
  study: Study,
  human: HumanData,
  records: readonly AnswerRecord[],
  about: { readonly kind: Calibration['kind']; readonly people: readonly Person[] },
): Calibration {
  const training = trainingCells(study, human, records, about.people);
  const wanted = groupBy(
    records.filter(({ result }) => result.kind === 'answer' && result.probabilities !== undefined),
    ({ outcome, condition }) => JSON.stringify([outcome, condition]),
  );
  const cells = [...wanted.values()].flatMap(([record]) => {
    if (record === undefined) return [];
    const { outcome, condition } = record;
    const others = training.filter((cell) => cell.outcome === outcome && cell.condition !== condition);
    if (others.length === 0) return [];
    const fitted: CalibratedCell = {
      outcome,
      condition,
      parameter: fit(about.kind, others),
      on: study.conditions.map(({ id }) => id).filter((id) => others.some((cell) => cell.condition === id)),
      answers: others.reduce((sum, cell) => sum + cell.answers, 0),
    };
    return [fitted];
  });
  return { kind: about.kind, cells };
}

function fit(kind: Calibration['kind'], cells: readonly Training[]): number {
  const parameterAt = (x: number): number => (kind === 'temperature' ? Math.exp(x) : x);
  const loss = (x: number): number =>
    cells.reduce((sum, cell) => sum + surprise(kind, parameterAt(x), cell), 0);
  const range = kind === 'temperature' ? ([-widest, widest] as const) : ([0, 1] as const);
  return Number(parameterAt(minimumBetween(loss, range)).toPrecision(6));
}

function surprise(kind: Calibration['kind'], parameter: number, { predicted, observed }: Training): number {
  const mean = observed.map(() => 0);
  let total = 0;
  for (const { shares, weight } of predicted) {
    total += weight;
    for (const [k, share] of adjusted(kind, parameter, shares).entries())
      mean[k] = (mean[k] ?? 0) + weight * share;
  }
  return observed.reduce(
    (sum, weight, k) => sum - weight * Math.log(Math.max(least, (mean[k] ?? 0) / total)),
    0,
  );
}

function trainingCells(
  study: Study,
  human: HumanData,
  records: readonly AnswerRecord[],
  people: readonly Person[],
): readonly Training[] {
  const weights = new Map(people.map(({ id, weight }) => [id, weight]));
  const rows = groupBy(human.rows, ({ condition, item }) => JSON.stringify([condition, item]));
  return [...groupBy(records, cellKey).values()].flatMap((own) => {
    const [first] = own;
    const outcome = study.outcomes.find(({ id }) => id === first?.outcome);
    if (first === undefined || outcome === undefined) return [];
    const codes = codesOf(variantOf(outcome, first.condition).scale);
    const predicted = different(own, codes.length, weights);
    const seen = rows.get(JSON.stringify([first.condition, first.item])) ?? [];
    const { observed, answers } = humanWeights(seen, outcome.id, codes);
    if (predicted.length === 0 || answers === 0) return [];
    return [{ outcome: outcome.id, condition: first.condition, predicted, observed, answers }];
  });
}

/** Equal predictions counted together: those of merged calls are the same for many people. */
function different(
  records: readonly AnswerRecord[],
  codes: number,
  weights: ReadonlyMap<string, number>,
): Training['predicted'] {
  const found = new Map<string, { readonly shares: readonly number[]; weight: number }>();
  for (const { result, person } of records) {
    const weight = weights.get(person) ?? 1;
    if (result.kind !== 'answer' || result.probabilities === undefined || !(weight > 0)) continue;
    const shares = result.probabilities.slice(0, codes);
    if (!(shares.reduce((sum, share) => sum + share, 0) > 0)) continue;
    const key = shares.join(' ');
    const known = found.get(key);
    if (known === undefined) found.set(key, { shares, weight });
    else known.weight += weight;
  }
  return [...found.values()];
}

function humanWeights(
  rows: HumanData['rows'],
  outcome: string,
  codes: readonly number[],
): Pick<Training, 'observed' | 'answers'> {
  const observed = codes.map(() => 0);
  let answers = 0;
  for (const row of rows) {
    const place = codes.indexOf(row.answers.get(outcome) ?? NaN);
    if (place === -1 || !(row.person.weight > 0)) continue;
    observed[place] = (observed[place] ?? 0) + row.person.weight;
    answers += 1;
  }
  return { observed, answers };
}
