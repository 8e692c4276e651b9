/** A linear scale from values to pixels. */
export interface LinearScale {
  readonly from: number;
  readonly to: number;
  (value: number): number;
}

/** Maps `domain` onto `range`; a domain without extent maps to the middle. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): LinearScale {
  const extent = domain[1] - domain[0];
  const at = (value: number): number =>
    extent === 0
      ? (range[0] + range[1]) / 2
      : range[0] + ((value - domain[0]) / extent) * (range[1] - range[0]);
  return Object.assign(at, { from: domain[0], to: domain[1] });
}

/** The smallest of 1, 2, 5 · 10^k that steps through `extent` in at most `count` steps. */
export function niceStep(extent: number, count: number): number {
  if (!(extent > 0)) return 1;
  const rough = extent / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round values from `low` to `high`, both included when they are round, at most `count` steps. */
export function ticks(low: number, high: number, count: number): readonly number[] {
  const step = niceStep(high - low, count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => round((first + index) * step));
}

/** The domain that holds `values` and 0, its ends on round numbers. */
export function niceDomain(values: readonly number[], count: number): readonly [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = niceStep(high - low, count);
  return [round(Math.floor(low / step + 1e-9) * step), round(Math.ceil(high / step - 1e-9) * step)];
}

/** Lines of a share axis (0 … 1) that ends at `max`: at most three above 0. */
export function shareTicks(max: number): readonly number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((candidate) => max / candidate < 4) ?? 0.5;
  const count = Math.floor(max / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => round(index * step));
}

function round(value: number): number {
  // A zero has no sign.
  return Math.round(value * 1e9) / 1e9 + 0;
}
