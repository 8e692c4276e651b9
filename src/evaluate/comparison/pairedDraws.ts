import type { AnswerRecord, AnswerResult } from '../../simulate/types';
import { groupBy } from '../../util/group';
import type { Rng } from '../../util/rng';
import { distance, keyOf, type CellPair } from './cellPair';

/** The answers of two runs, as far as they are at hand; the weights are those of the people, 1 where absent. */
export interface RunAnswers {
  readonly a: readonly AnswerRecord[];
  readonly b: readonly AnswerRecord[];
  readonly weights?: ReadonlyMap<string, number>;
}

/** What one person adds to the difference B − A of a cell. */
interface Swap {
  readonly person: number;
  readonly weight: number;
  /** Place among the levels and mass, only where the runs differ. */
  readonly changes: readonly (readonly [place: number, mass: number])[];
  /** Mean answer in B − mean answer in A. */
  readonly meanChange: number;
}

/** The people who answered a cell in both runs. */
export interface PairedCell {
  readonly pair: CellPair;
  readonly swaps: readonly Swap[];
  readonly totalWeight: number;
}

/** Matches the answers of both runs by person. */
export function pairedCells(pairs: readonly CellPair[], answers: RunAnswers): readonly PairedCell[] {
  const first = groupBy(answers.a, keyOf);
  const second = groupBy(answers.b, keyOf);
  const numbers = new Map<string, number>();
  return pairs.map((pair) => {
    const before = distributionsOf(first.get(keyOf(pair.a)) ?? [], pair);
    const after = distributionsOf(second.get(keyOf(pair.b)) ?? [], pair);
    const swaps: Swap[] = [];
    for (const [person, shares] of before) {
      const other = after.get(person);
      const weight = answers.weights?.get(person) ?? 1;
      if (other === undefined || !(weight > 0)) continue;
      const number = numbers.get(person) ?? numbers.size;
      numbers.set(person, number);
      swaps.push(swapOf(number, weight, shares, other, pair.codes));
    }
    return { pair, swaps, totalWeight: swaps.reduce((sum, { weight }) => sum + weight, 0) };
  });
}

/** The distance of every cell as it is. */
export function observedDistances(cells: readonly PairedCell[]): readonly number[] {
  return cells.map((cell) => swappedDistance(cell, () => 1));
}

/** The distances after each person's run labels were swapped or not, all rows of a person together. */
export function swappedDistances(cells: readonly PairedCell[], rng: Rng): readonly number[] {
  const people = cells.reduce(
    (most, { swaps }) => swaps.reduce((so, { person }) => Math.max(so, person), most),
    -1,
  );
  const signs = Int8Array.from({ length: people + 1 }, () => (rng.uniform() < 0.5 ? 1 : -1));
  return cells.map((cell) => swappedDistance(cell, (person) => signs[person] ?? 1));
}

function swappedDistance(
  { pair, swaps, totalWeight }: PairedCell,
  signOf: (person: number) => number,
): number {
  const difference = new Float64Array(pair.codes.length);
  for (const { person, changes } of swaps) {
    const sign = signOf(person);
    for (const [place, mass] of changes) difference[place] = (difference[place] ?? 0) + sign * mass;
  }
  return totalWeight > 0 ? distance(pair, difference) / totalWeight : 0;
}

function swapOf(
  person: number,
  weight: number,
  before: readonly number[],
  after: readonly number[],
  codes: readonly number[],
): Swap {
  const changes = codes.flatMap((_, place) => {
    const mass = weight * ((after[place] ?? 0) - (before[place] ?? 0));
    return mass === 0 ? [] : [[place, mass] as const];
  });
  const meanChange = codes.reduce(
    (sum, code, place) => sum + code * ((after[place] ?? 0) - (before[place] ?? 0)),
    0,
  );
  return { person, weight, changes, meanChange };
}

/** Each person's own shares over the levels: probabilities where the run has them, else the mean of the draws. */
function distributionsOf(
  records: readonly AnswerRecord[],
  { codes }: CellPair,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map(codes.map((code, place) => [code, place]));
  const sums = new Map<string, number[]>();
  for (const { person, result } of records) {
    const shares = result.kind !== 'answer' ? undefined : sharesOf(result, codes, places);
    if (shares === undefined) continue;
    const own = sums.get(person) ?? codes.map(() => 0);
    sums.set(person, own);
    for (const [place, share] of shares) own[place] = (own[place] ?? 0) + share;
  }
  return new Map(
    [...sums].flatMap(([person, own]) => {
      const total = own.reduce((sum, value) => sum + value, 0);
      return total > 0 ? [[person, own.map((value) => value / total)] as const] : [];
    }),
  );
}

/** Probabilities by place where there is one for each level (and perhaps "don't know"), else the drawn level. */
function sharesOf(
  { code, probabilities }: Extract<AnswerResult, { kind: 'answer' }>,
  codes: readonly number[],
  places: ReadonlyMap<number, number>,
): Iterable<readonly [place: number, share: number]> | undefined {
  const extra = (probabilities?.length ?? -1) - codes.length;
  if (probabilities !== undefined && (extra === 0 || extra === 1)) {
    return probabilities.slice(0, codes.length).entries();
  }
  const place = places.get(code);
  return place === undefined ? undefined : [[place, 1]];
}
