/** Length of the golden section: (√5 − 1) / 2. */
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Where a continuous function of one number is least between `low` and `high`: the best of `cells` + 1 evenly spaced
 * points, then golden-section search between its neighbours (Kiefer 1953) until these are within `width`. The minimum
 * found is the least one when no two minima share a gap of the grid; ties go to the lower point.
 */
export function minimumBetween(
  value: (x: number) => number,
  [low, high]: readonly [number, number],
  { cells = 64, width = 1e-9 }: { readonly cells?: number; readonly width?: number } = {},
): number {
  const gap = (high - low) / cells;
  let best = low;
  let least = value(low);
  for (let i = 1; i <= cells; i += 1) {
    const x = low + i * gap;
    const found = value(x);
    if (found < least) [best, least] = [x, found];
  }
  let [from, to] = [Math.max(low, best - gap), Math.min(high, best + gap)];
  let [left, right] = [to - golden * (to - from), from + golden * (to - from)];
  let [atLeft, atRight] = [value(left), value(right)];
  while (to - from > width) {
    if (atLeft <= atRight) {
      [to, right, atRight] = [right, left, atLeft];
      left = to - golden * (to - from);
      atLeft = value(left);
    } else {
      [from, left, atLeft] = [left, right, atRight];
      right = from + golden * (to - from);
      atRight = value(right);
    }
  }
  const middle = (from + to) / 2;
  return value(middle) < least ? middle : best;
}
