import type { AnswerRecord } from '../../simulate/types';
import { totalVariation } from '../../stats/distance/divergence';
import { labelledOptions } from '../../study/scales';
import type { SingleScale } from '../../study/types';
import { rng, type Rng } from '../../util/rng';
import type { Sensitivity } from '../types';
import { statedW } from './baselines';
import { isSubstantive, type Levels } from './levels';

/** Seeded permutations that show what chance alone gives. */
export const sensitivityDraws = 199;

/** An answer or its probabilities over the levels, and which way of asking brought it. */
interface Placed {
  readonly weight: number;
  /** Places among the levels with the share of each. */
  readonly shares: readonly (readonly [place: number, share: number])[];
  readonly way: number;
}

export interface Sensitivities {
  readonly order: Sensitivity | null;
  readonly frame: Sensitivity | null;
}

/**
 * How much the answers of a cell depend on the order of the options and on the frame of the instruction, each null where
 * it did not vary or the scale has no distance. Orders count as one of two ways: those nearer to the scale's own and those
 * nearer to its reverse, by the pairs of options that stand the other way round (Kendall 1938); orders in the middle are
 * left out. Of the ways g: w = Σ_g share_g · D(answers of g, answers of all others), with D the stated W, or the total
 * variation distance on nominal scales: of two ways the distance between them. `chance` is the mean of w, and p the share
 * of w's at least as large, over 199 seeded permutations of the ways among the answers and the one that is.
 * @param key what the seeded draws depend on beside the data.
 */
export function sensitivityOf(
  records: readonly AnswerRecord[],
  scale: SingleScale,
  levels: Levels,
  about: { readonly weightOf: ReadonlyMap<string, number>; readonly key: readonly string[] },
): Sensitivities | null {
  const half = halfOf(scale);
  const by = (name: string, wayOf: (record: AnswerRecord) => number | undefined): Sensitivity | null =>
    between(placed(records, scale, levels, about.weightOf, wayOf), levels, rng(name, ...about.key));
  const order = records.some((record) => record.order !== undefined) ? by('order', half) : null;
  const frame = records.some((record) => record.frame !== undefined)
    ? by('frame', (record) => record.frame ?? 0)
    : null;
  return order === null && frame === null ? null : { order, frame };
}

/** 0 for orders nearer to the scale's own, 1 for those nearer to its reverse, undefined in the middle. */
function halfOf(scale: SingleScale): (record: AnswerRecord) => 0 | 1 | undefined {
  const placeOf = new Map(labelledOptions(scale).map(({ code }, place) => [code, place]));
  return ({ order }) => {
    if (order === undefined) return 0;
    const places = order.map((code) => placeOf.get(code) ?? 0);
    const inverted = places.reduce(
      (sum, place, i) => sum + places.slice(i + 1).filter((later) => later < place).length,
      0,
    );
    const pairs = (places.length * (places.length - 1)) / 2;
    if (inverted * 2 === pairs) return undefined;
    return inverted * 2 < pairs ? 0 : 1;
  };
}

function placed(
  records: readonly AnswerRecord[],
  scale: SingleScale,
  levels: Levels,
  weightOf: ReadonlyMap<string, number>,
  wayOf: (record: AnswerRecord) => number | undefined,
): readonly Placed[] {
  const placeOf = new Map(levels.codes.map((code, place) => [code, place]));
  return records.flatMap((record) => {
    const { result, person } = record;
    const way = wayOf(record);
    const weight = weightOf.get(person) ?? 1;
    if (way === undefined || result.kind !== 'answer' || !(weight > 0)) return [];
    const { probabilities } = result;
    if (probabilities !== undefined && levels.closed) {
      const own = levels.scaleCodes.map(
        (code, i) => [placeOf.get(code) ?? 0, probabilities[i] ?? 0] as const,
      );
      return [{ way, weight, shares: own }];
    }
    if (!isSubstantive(scale, result.code)) return [];
    return [{ way, weight, shares: [[placeOf.get(result.code) ?? 0, 1] as const] }];
  });
}

function between(answers: readonly Placed[], levels: Levels, random: Rng): Sensitivity | null {
  const ways = answers.map(({ way }) => way);
  const w = dependence(answers, ways, levels);
  if (w === null) return null;
  let sum = 0;
  let reached = 1;
  for (let draw = 0; draw < sensitivityDraws; draw += 1) {
    shuffle(ways, random);
    const other = dependence(answers, ways, levels) ?? 0;
    sum += other;
    if (other >= w - 1e-12) reached += 1;
  }
  return { w, chance: sum / sensitivityDraws, p: reached / (sensitivityDraws + 1) };
}

/** Undefined distances, and fewer than two ways, are null. */
function dependence(answers: readonly Placed[], ways: readonly number[], levels: Levels): number | null {
  const sums = new Map<number, number[]>();
  for (const [i, { weight, shares }] of answers.entries()) {
    const way = ways[i] ?? 0;
    const own = sums.get(way) ?? levels.codes.map(() => 0);
    sums.set(way, own);
    for (const [place, share] of shares) own[place] = (own[place] ?? 0) + weight * share;
  }
  const all = levels.codes.map((_, place) =>
    [...sums.values()].reduce((sum, own) => sum + (own[place] ?? 0), 0),
  );
  const total = sumOf(all);
  let w = 0;
  for (const own of sums.values()) {
    const mass = sumOf(own);
    if (!(mass > 0)) continue;
    if (!(total - mass > 1e-12 * total)) return null;
    const rest = all.map((value, place) => value - (own[place] ?? 0));
    const distance = distanceOf(levels, shared(own), shared(rest));
    if (distance === null) return null;
    w += (mass / total) * distance;
  }
  return sums.size < 2 ? null : w;
}

function distanceOf(levels: Levels, a: readonly number[], b: readonly number[]): number | null {
  return levels.type === 'nominal' ? totalVariation(a, b) : statedW(levels, a, b);
}

function shared(sums: readonly number[]): readonly number[] {
  const positive = sums.map((value) => Math.max(0, value));
  const total = sumOf(positive);
  return positive.map((value) => value / total);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function shuffle(list: number[], random: Rng): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [list[last], list[other]] = [list[other] as number, list[last] as number];
  }
}
