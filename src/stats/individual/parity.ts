import { statsError } from '../errors';
import { monteCarloP } from '../resample/maxT';
import type { Rng } from '../../util/rng';
import { groupBy } from '../../util/group';

/** A figure of one demographic group. */
export interface GroupFigure {
  readonly group: string;
  readonly n: number;
  /** Null where the figure is undefined. */
  readonly figure: number | null;
}

export interface ParityDifference {
  /** Ascending. */
  readonly groupsUsed: readonly string[];
  /** Largest − smallest figure, 0 or more; null with fewer than two groups. */
  readonly difference: number | null;
  /** The first by name among equals. */
  readonly best: string | null;
  readonly worst: string | null;
}

/** Best minus worst group, among those with a figure and at least `least` answers. Meaningful only beside its null. */
export function parityDifference(figures: readonly GroupFigure[], least: number): ParityDifference {
  const used = figures
    .flatMap(({ group, n, figure }) => (figure !== null && n >= least ? [{ group, figure }] : []))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
  const groupsUsed = used.map(({ group }) => group);
  const [first, ...rest] = used;
  if (first === undefined || rest.length === 0)
    return { groupsUsed, difference: null, best: null, worst: null };
  const best = rest.reduce((so, each) => (each.figure > so.figure ? each : so), first);
  const worst = rest.reduce((so, each) => (each.figure < so.figure ? each : so), first);
  return { groupsUsed, difference: best.figure - worst.figure, best: best.group, worst: worst.group };
}

export interface ParityTest {
  /** Answers taken of each group: the smallest group's. */
  readonly n: number;
  readonly groups: number;
  /** Mean difference over subsamples of the common size. */
  readonly difference: number;
  /** Mean difference when the labels mean nothing, which is far from 0 in small groups. */
  readonly nullMean: number;
  readonly p: number;
}

/**
 * The gap between groups at a common n against its label-permutation null. The gap is a mean over 20 subsamples in which each group gives
 * as many answers as the smallest; per draw the labels are shuffled over all answers and the same mean is taken again. p = (b + 1) / (B + 1).
 * @param values a figure of each person, whose mean is the figure of a group (an accuracy). @param labels of each person.
 * @param least groups of fewer are left out; 30 by convention.
 * @throws VignetteError `stats/length-mismatch`; `stats/out-of-range` when fewer than two groups are left.
 */
export function parityTest(
  values: readonly number[],
  labels: readonly string[],
  options: { readonly least: number; readonly draws: number; readonly rng: Rng },
): ParityTest {
  if (values.length !== labels.length)
    throw statsError('length-mismatch', `There are ${values.length} values but ${labels.length} labels.`);
  const groups = [...groupBy(labels.keys(), (row) => labels[row]).values()].filter(
    (rows) => rows.length >= options.least,
  );
  if (groups.length < 2)
    throw statsError('out-of-range', `Fewer than two groups have ${options.least} answers.`);
  const sizes = groups.map((rows) => rows.length);
  const n = Math.min(...sizes);
  const pool = Float64Array.from(groups.flat(), (row) => values[row] ?? NaN);
  const observed = meanGap(pool, sizes, n, options);
  const shuffled = pool.slice();
  let reached = 0;
  let sum = 0;
  for (let draw = 0; draw < options.draws; draw += 1) {
    shuffle(shuffled, 0, shuffled.length, shuffled.length, options.rng);
    const gap = meanGap(shuffled, sizes, n, options);
    sum += gap;
    if (gap >= observed - 1e-12) reached += 1;
  }
  return {
    n,
    groups: groups.length,
    difference: observed,
    nullMean: sum / options.draws,
    p: monteCarloP(reached, options.draws),
  };
}

/** Subsamples over which a gap is averaged; where all groups have one size there is only one. */
const subsamples = 20;

function meanGap(
  pool: Float64Array,
  sizes: readonly number[],
  n: number,
  { rng }: { readonly rng: Rng },
): number {
  const rounds = sizes.every((size) => size === n) ? 1 : subsamples;
  const mixed = pool.slice();
  let sum = 0;
  for (let round = 0; round < rounds; round += 1) {
    let from = 0;
    let [low, high] = [Infinity, -Infinity];
    for (const size of sizes) {
      if (size > n) shuffle(mixed, from, from + size, n, rng);
      let total = 0;
      for (let place = from; place < from + n; place += 1) total += mixed[place] ?? 0;
      low = Math.min(low, total / n);
      high = Math.max(high, total / n);
      from += size;
    }
    sum += high - low;
  }
  return sum / rounds;
}

/** Brings a random choice of `count` to the front of a stretch (Fisher-Yates). */
function shuffle(values: Float64Array, from: number, to: number, count: number, rng: Rng): void {
  for (let place = from; place < from + count; place += 1) {
    const other = place + rng.below(to - place);
    const kept = values[place] ?? 0;
    values[place] = values[other] ?? 0;
    values[other] = kept;
  }
}
