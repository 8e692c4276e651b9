import { checkedWeights, normalised, type Sample } from '../sample';

/** One step of the difference of two distribution functions. */
export interface CumulativeStep {
  readonly value: number;
  /** F(value) − G(value). */
  readonly difference: number;
  /** Distance to the next value; 0 at the last. */
  readonly gap: number;
}

/**
 * F − G of two samples at every value that occurs in either, ascending.
 * @throws VignetteError `stats/empty-human`, `stats/empty-model` and those of `checkedWeights`.
 */
export function cumulativeDifference(human: Sample, model: Sample): readonly CumulativeStep[] {
  const jumps = [
    ...jumpsOf(human, normalised(checkedWeights(human, 'empty-human')), 1),
    ...jumpsOf(model, normalised(checkedWeights(model, 'empty-model')), -1),
  ].sort((a, b) => a.value - b.value);
  const steps: CumulativeStep[] = [];
  let difference = 0;
  for (const [index, jump] of jumps.entries()) {
    difference += jump.mass;
    const next = jumps[index + 1];
    if (next?.value === jump.value) continue;
    steps.push({ value: jump.value, difference, gap: next === undefined ? 0 : next.value - jump.value });
  }
  return steps;
}

function jumpsOf(sample: Sample, shares: readonly number[], sign: 1 | -1) {
  return sample.values.map((value, index) => ({ value, mass: sign * (shares[index] ?? 0) }));
}
