const TRUTH = /^(?:yes|no|on|off|true|false|null|~)$/i;
/** With an exponent, in base 8, 16 or 60, with digits grouped, or no number at all. */
const NUMBER =
  /^[-+]?(?:(?:\d[\d_]*\.?[\d_]*|\.\d+)e[-+]?\d+|0x[0-9a-f_]+|0o[0-7]+|0b[01_]+|0[\d_]+|\d+(?:_\d+)+|\d+(?::[0-5]?\d)+|\.inf|\.nan)$/i;
const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$/;

/**
 * Whether an unquoted word is a truth value, a number in disguise or a date to some YAML programs (1.1 or 1.2), so that
 * it is safe as text in quotes alone. Plain decimal numbers are not: every program shows them as they are written.
 */
export function isAmbiguous(word: string): boolean {
  return TRUTH.test(word) || NUMBER.test(word) || DATE.test(word);
}
