import { statsError } from '../errors';

/** A smooth function with its gradient. */
export type Smooth = (at: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

export interface LbfgsOptions {
  /** Ends when no entry of the gradient is larger; above 0. */
  readonly tolerance?: number;
  readonly mostSteps?: number;
}

/** Pairs of steps and changes of the gradient that stand for the curvature. */
const memory = 10;

/** Of the decrease that the slope promises, how much a step must bring (Armijo). */
const sufficient = 1e-4;

const shortest = 1e-16;

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly product: number;
}

/**
 * Where a convex function is least, by limited-memory BFGS with the two-loop recursion and a backtracking line search
 * (Nocedal & Wright 2006, Numerical Optimization, algorithms 7.4, 7.5 and 3.1). Deterministic.
 * @throws VignetteError `stats/not-converged` when the gradient is not within the tolerance (1e-7) after the steps allowed (1,000).
 */
export function lbfgs(
  smooth: Smooth,
  start: Float64Array,
  { tolerance = 1e-7, mostSteps = 1000 }: LbfgsOptions = {},
): Float64Array {
  let at = start;
  let here = smooth(at);
  let pairs: readonly Pair[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    if (largest(here.gradient) <= tolerance) return at;
    const downhill = direction(here.gradient, pairs);
    const slope = product(downhill, here.gradient);
    const first = pairs.length === 0 ? Math.min(1, 1 / largest(here.gradient)) : 1;
    const next = search(smooth, at, here.value, { downhill, slope, first });
    if (next === undefined) {
      // Rounding hides what is left of the descent; or the curvature is stale, and the plain gradient is tried.
      if (pairs.length === 0) break;
      pairs = [];
      continue;
    }
    const made = pairOf(difference(next.at, at), difference(next.gradient, here.gradient));
    if (made !== undefined) pairs = [...pairs.slice(1 - memory), made];
    at = next.at;
    here = next;
  }
  // In double precision the gradient of a large sum cannot be brought below the rounding of its terms.
  if (largest(here.gradient) <= 100 * tolerance * Math.max(1, Math.abs(here.value))) return at;
  throw statsError('not-converged', `No minimum was found in ${mostSteps} steps.`);
}

/** −H g, with H the inverse Hessian that the pairs stand for. */
function direction(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const result = gradient.slice();
  const alphas = new Array<number>(pairs.length).fill(0);
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    const pair = pairs[i] as Pair;
    const alpha = product(pair.step, result) / pair.product;
    alphas[i] = alpha;
    addTo(result, pair.change, -alpha);
  }
  const last = pairs.at(-1);
  const scale = last === undefined ? 1 : last.product / product(last.change, last.change);
  for (let j = 0; j < result.length; j += 1) result[j] = (result[j] ?? 0) * scale;
  for (const [i, pair] of pairs.entries())
    addTo(result, pair.step, (alphas[i] ?? 0) - product(pair.change, result) / pair.product);
  return result.map((value) => -value);
}

function search(
  smooth: Smooth,
  from: Float64Array,
  value: number,
  along: { readonly downhill: Float64Array; readonly slope: number; readonly first: number },
): (ReturnType<Smooth> & { readonly at: Float64Array }) | undefined {
  if (!(along.slope < 0)) return undefined;
  for (let length = along.first; length > shortest; length /= 2) {
    const at = from.slice();
    addTo(at, along.downhill, length);
    const found = smooth(at);
    if (found.value <= value + sufficient * length * along.slope) return { at, ...found };
  }
  return undefined;
}

/** Undefined where the curvature along the step is not positive. */
function pairOf(step: Float64Array, change: Float64Array): Pair | undefined {
  const along = product(step, change);
  return along > 1e-12 * product(change, change) ? { step, change, product: along } : undefined;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}

function addTo(target: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) + times * (what[i] ?? 0);
}
