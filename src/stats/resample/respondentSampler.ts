import type { Rng } from '../../util/rng';
import { quantileOf } from './simulatedFloor';

/** What one respondent adds to the numerators and denominators of some ratios, means among them. */
export interface Contribution {
  readonly numerators: readonly number[];
  /** As long as the numerators. */
  readonly denominators: readonly number[];
  /** The chance of being drawn is in proportion to it. */
  readonly chance: number;
}

/** Larger samples are drawn with this size and their deviations shrunk. */
const mostDrawn = 2000;

/**
 * A function that draws `size` respondents with replacement, whole, and gives the ratios Σ numerators / Σ denominators among
 * them (NaN of 0 / 0); its array is used again by the next draw. A size above 2,000 is drawn with 2,000 and the deviations
 * from the ratios of all shrunk by √(2000 / size), since they shrink with the root of the size (Bickel, Götze & van Zwet
 * 1997); an infinite one gives the ratios of all.
 * @param respondents at least one, one of them with a chance above 0. @param size a whole number of at least 1, or Infinity.
 */
export function respondentSampler(
  respondents: readonly Contribution[],
  size: number,
  rng: Rng,
): () => Float64Array {
  const all = ratiosOfAll(respondents);
  if (size === Infinity) return () => all;
  const drawn = Math.min(size, mostDrawn);
  const shrink = Math.sqrt(drawn / size);
  const pick = pickerOf(
    respondents.map(({ chance }) => chance),
    rng,
  );
  const above = new Float64Array(all.length);
  const below = new Float64Array(all.length);
  return () => {
    above.fill(0);
    below.fill(0);
    for (let nth = 0; nth < drawn; nth += 1) addTo(above, below, respondents[pick()]);
    for (let k = 0; k < above.length; k += 1) {
      const ratio = (above[k] ?? 0) / (below[k] ?? 0);
      const centre = all[k] ?? NaN;
      above[k] = centre + (ratio - centre) * shrink;
    }
    return above;
  };
}

/**
 * Percentile intervals of the ratios over seeded draws of as many respondents as there are (Efron 1979); null of a ratio
 * that some draw leaves without a denominator.
 * @param confidence between 0 and 1.
 */
export function percentileIntervals(
  respondents: readonly Contribution[],
  draws: number,
  rng: Rng,
  confidence = 0.95,
): readonly (readonly [number, number] | null)[] {
  const draw = respondentSampler(respondents, respondents.length, rng);
  const width = respondents[0]?.numerators.length ?? 0;
  const drawn = Array.from({ length: width }, () => new Float64Array(draws));
  for (let nth = 0; nth < draws; nth += 1) {
    const ratios = draw();
    for (let k = 0; k < width; k += 1) (drawn[k] ?? ratios)[nth] = ratios[k] ?? NaN;
  }
  const tail = (1 - confidence) / 2;
  return drawn.map((values) => {
    if (!values.every(Number.isFinite)) return null;
    values.sort();
    return [quantileOf(values, tail), quantileOf(values, 1 - tail)];
  });
}

function ratiosOfAll(respondents: readonly Contribution[]): Float64Array {
  const width = respondents[0]?.numerators.length ?? 0;
  const [above, below] = [new Float64Array(width), new Float64Array(width)];
  for (const { numerators, denominators, chance } of respondents)
    for (let k = 0; k < width; k += 1) {
      above[k] = (above[k] ?? 0) + chance * (numerators[k] ?? 0);
      below[k] = (below[k] ?? 0) + chance * (denominators[k] ?? 0);
    }
  return above.map((sum, k) => sum / (below[k] ?? 0));
}

function addTo(above: Float64Array, below: Float64Array, respondent: Contribution | undefined): void {
  if (respondent === undefined) return;
  const { numerators, denominators } = respondent;
  for (let k = 0; k < above.length; k += 1) {
    above[k] = (above[k] ?? 0) + (numerators[k] ?? 0);
    below[k] = (below[k] ?? 0) + (denominators[k] ?? 0);
  }
}

/** Draws indices in proportion to the chances: by the alias table (Walker 1977), at a cost that does not grow with their number. */
function pickerOf(chances: readonly number[], rng: Rng): () => number {
  const count = chances.length;
  const first = chances[0] ?? 1;
  if (chances.every((chance) => chance === first)) return () => rng.below(count);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  const share = Float64Array.from(chances, (chance) => (chance * count) / total);
  const alias = Uint32Array.from(chances.keys());
  const poor = [...share.keys()].filter((index) => (share[index] ?? 0) < 1);
  const rich = [...share.keys()].filter((index) => (share[index] ?? 0) >= 1);
  while (poor.length > 0 && rich.length > 0) {
    const low = poor.pop() ?? 0;
    const high = rich.at(-1) ?? 0;
    alias[low] = high;
    share[high] = (share[high] ?? 0) - (1 - (share[low] ?? 0));
    if ((share[high] ?? 0) >= 1) continue;
    rich.pop();
    poor.push(high);
  }
  for (const index of [...poor, ...rich]) share[index] = 1;
  return () => {
    const index = rng.below(count);
    return rng.uniform() < (share[index] ?? 1) ? index : (alias[index] ?? index);
  };
}
