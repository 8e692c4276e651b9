const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Longest numeral that a float holds exactly; longer ones (telephone-like ids) are compared as text. */
const exactDigits = 15;

/** The number a cell says, undefined when it is no number. Surrounding space does not count. */
export function numberIn(cell: string): number | undefined {
  const text = cell.trim();
  if (!number.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * What two cells have in common when they mean the same: trimmed text, numbers by their value, so that `1`, `01`
 * and `1.0` are equal.
 */
export function valueKey(cell: string): string {
  const text = cell.trim();
  if (text.length > exactDigits) return text;
  const value = numberIn(text);
  return value === undefined ? text : String(value);
}
