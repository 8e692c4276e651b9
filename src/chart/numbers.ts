/**
 * How numbers are written, everywhere: view, report, editor line and terminal. Unknown (null or not finite) is `–`,
 * never 0. A minus is U+2212, a range has an en dash, thousands have a comma.
 */

export type Known = number | null | undefined;

const UNKNOWN = '–';

function known(value: Known): value is number {
  return value != null && Number.isFinite(value);
}

/** Fixed decimals with a true minus; what rounds to zero has no sign. */
function fixed(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

function withoutLeadingZero(text: string): string {
  return text.replace(/^(−?)0\./, '$1.');
}

/** A quantity that cannot pass 1 (W, floor, TVD): `.061`; three decimals. */
export function formatW(value: Known): string {
  return known(value) ? withoutLeadingZero(fixed(value, 3)) : UNKNOWN;
}

/** A correlation, accuracy or axis value on such a scale: `.94`; two decimals. */
export function formatR(value: Known): string {
  return known(value) ? withoutLeadingZero(fixed(value, 2)) : UNKNOWN;
}

/** A p value for a table cell: `.034`, `< .001`, `> .999`. */
export function formatP(p: Known): string {
  if (!known(p)) return UNKNOWN;
  if (p < 0.001) return '< .001';
  return p > 0.999 ? '> .999' : formatW(p);
}

/** A p value in a sentence: `p .034`, `p < .001`. */
export function sayP(p: Known): string {
  return `p ${formatP(p)}`;
}

/** A share in 0 … 1 as per cent: `39.7 %`. */
export function formatShare(share: Known): string {
  return known(share) ? `${fixed(share * 100, 1)} %` : UNKNOWN;
}

/** An interval of shares in 0 … 1: `[33.1, 46.7] %`. */
export function formatShareInterval(interval: readonly [number, number] | null | undefined): string {
  return interval ? `[${fixed(interval[0] * 100, 1)}, ${fixed(interval[1] * 100, 1)}] %` : UNKNOWN;
}

/** A number with its leading zero: `0.48`. */
export function formatNumber(value: Known, decimals = 2): string {
  return known(value) ? fixed(value, decimals) : UNKNOWN;
}

/** A difference: `+19.4`, `−3.0`, `0.0`. One decimal for points, two for answer levels. */
export function formatSigned(value: Known, decimals = 1): string {
  if (!known(value)) return UNKNOWN;
  const text = fixed(value, decimals);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** An interval of a difference: `[+19.4, +28.4]`. */
export function formatInterval(interval: readonly [number, number] | null | undefined, decimals = 1): string {
  if (!interval) return UNKNOWN;
  return `[${formatSigned(interval[0], decimals)}, ${formatSigned(interval[1], decimals)}]`;
}

/** A whole number: `1,200`. */
export function formatCount(count: Known): string {
  return known(count) ? fixed(count, 0).replace(/\B(?=(\d{3})+$)/g, ',') : UNKNOWN;
}

/** A value as short as it is: `7`, `2.5`, `−1`. For codes and the ends of a scale. */
export function formatCode(value: Known): string {
  if (!known(value)) return UNKNOWN;
  return fixed(value, 6).replace(/\.?0+$/, '');
}

/** The ends of a scale: `1–7`; with a minus the dash becomes a word: `−3 to 3`. */
export function formatRange(low: number, high: number): string {
  return low < 0 || high < 0
    ? `${formatCode(low)} to ${formatCode(high)}`
    : `${formatCode(low)}–${formatCode(high)}`;
}

/** Money: `$0.04`; what is free says so; what is less than a cent too. */
export function formatUsd(usd: Known): string {
  if (!known(usd)) return UNKNOWN;
  if (usd === 0) return 'free';
  return usd < 0.005 ? '< $0.01' : `$${grouped(usd)}`;
}

/** A range of money: `$0.04–0.06`. */
export function formatUsdRange(range: readonly [number, number] | null): string {
  if (range === null) return UNKNOWN;
  const [low, high] = range;
  if (high < 0.005 || grouped(low) === grouped(high)) return formatUsd(high);
  return `$${grouped(low)}–${grouped(high)}`;
}

function grouped(usd: number): string {
  const [whole, cents] = usd.toFixed(2).split('.');
  return `${formatCount(Number(whole))}.${cents}`;
}

/** A duration that is only estimated: `~9 s`, `~4 min`, `~2.5 h`. */
export function formatSeconds(seconds: Known): string {
  if (!known(seconds)) return UNKNOWN;
  if (seconds < 99.5) return `~${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 99.5 * 60) return `~${Math.round(seconds / 60)} min`;
  return `~${formatNumber(seconds / 3600, 1)} h`;
}

/** A distance with its ruler, as it stands under every chart: `W .061 (floor .034, q95 .058)`. */
export function formatDistance(
  name: string,
  value: Known,
  floor: { readonly mean: number; readonly q95: number } | null,
): string {
  const ruler = floor === null ? '' : ` (floor ${formatW(floor.mean)}, q95 ${formatW(floor.q95)})`;
  return `${name} ${formatW(value)}${ruler}`;
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}
