import type { TokenProbability } from './replies';

/** How a model writes a number of several digits: as one token, digit by digit, or we do not know. */
export type NumberTokens = 'whole' | 'split' | 'unknown';

/** Probability that may be of two codes before scoring is refused. */
const NEGLIGIBLE = 0.001;

export type Scored =
  | { readonly kind: 'scored'; readonly probabilities: readonly number[]; readonly mass: number }
  /** A first token that may begin several codes holds too much probability. */
  | { readonly kind: 'ambiguous'; readonly token: string };

/**
 * The probability of each code from the alternatives for the first token of an answer, summed over spellings
 * (leading space or newline, full-width digits). A token that begins exactly one code counts for it.
 */
export function scoreOptions(
  alternatives: readonly TokenProbability[],
  codes: readonly number[],
  tokens: NumberTokens,
): Scored {
  const texts = codes.map(String);
  const spelled = alternatives.map(({ token, probability }) => ({ text: plain(token), probability }));
  const longest = Math.max(...texts.map((text) => text.length));
  const whole = tokens === 'whole' || (tokens === 'unknown' && showsWholeNumbers(spelled, longest));
  const sums = texts.map(() => 0);
  const unclear = new Map<string, number>();
  for (const { text, probability } of spelled) {
    const meant = meaning(text, texts, whole);
    if (meant === 'several') unclear.set(text, (unclear.get(text) ?? 0) + probability);
    else if (meant !== undefined) sums[meant] = (sums[meant] ?? 0) + probability;
  }
  const [token] = [...unclear].find(([, probability]) => probability > NEGLIGIBLE) ?? [];
  if (token !== undefined) return { kind: 'ambiguous', token };
  const total = sums.reduce((sum, value) => sum + value, 0);
  const probabilities = total > 1 ? sums.map((value) => value / total) : sums;
  return { kind: 'scored', probabilities, mass: Math.min(1, total) };
}

/** The longest code that begins with another, if any: whether it can be told apart depends on the model. */
export function longestAmbiguous(codes: readonly number[]): string | undefined {
  const texts = codes.map(String);
  return texts
    .filter((text) => texts.some((other) => text !== other && text.startsWith(other)))
    .sort((a, b) => b.length - a.length)[0];
}

/** How the model wrote `number`, from the tokens of its echo. */
export function numberTokensOf(echo: readonly string[], number: string): NumberTokens {
  const first = echo.map(plain).find((text) => text !== '');
  if (first === number) return 'whole';
  return first !== undefined && number.startsWith(first) ? 'split' : 'unknown';
}

/** Place of the one code that the token stands for; undefined for none. */
function meaning(text: string, codes: readonly string[], whole: boolean): number | 'several' | undefined {
  if (text === '') return undefined;
  const exact = codes.indexOf(text);
  if (whole) return exact < 0 ? undefined : exact;
  const begun = codes.flatMap((code, place) => (code.startsWith(text) ? [place] : []));
  return begun.length > 1 ? 'several' : begun[0];
}

function showsWholeNumbers(spelled: readonly { readonly text: string }[], length: number): boolean {
  return length > 1 && spelled.some(({ text }) => text.length >= length && /^\d+$/.test(text));
}

/** A token without the marks of spaces that tokenizers use, in plain digits. */
function plain(token: string): string {
  return token
    .normalize('NFKC')
    .replace(/[\u2581\u0120\u010a]/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
}
