import type { Token } from './runtime';

/** Tokens that are always evaluated together. */
export type Segment = readonly Token[];

/** Other line breaks end a segment only when it has so many tokens. */
const longEnough = 48;

/**
 * Cuts a prompt after blank lines and after lines that end in a colon, and long paragraphs at line breaks. The cuts depend on the prompt
 * alone, never on what was evaluated before, so that floating-point sums, and with them every probability, are
 * the same whichever beginnings could be reused. `alone` keeps the last token by itself, to sample after it again.
 */
export function segmentsOf(
  tokens: readonly Token[],
  textOf: (token: Token) => string,
  alone: boolean,
): readonly Segment[] {
  const segments: Token[][] = [];
  let current: Token[] = [];
  let tail = '';
  const cut = (): void => {
    if (current.length > 0) segments.push(current);
    current = [];
  };
  tokens.forEach((token, place) => {
    if (alone && place === tokens.length - 1) cut();
    current.push(token);
    tail = (tail + textOf(token)).slice(-2);
    if (tail === '\n\n' || tail === ':\n' || (tail.endsWith('\n') && current.length >= longEnough)) cut();
  });
  cut();
  return segments;
}

/** How many segments at the beginning are the same in both. */
export function sharedSegments(a: readonly Segment[], b: readonly Segment[]): number {
  const differs = a.findIndex((segment, place) => !sameTokens(segment, b[place]));
  return differs === -1 ? a.length : differs;
}

function sameTokens(a: Segment, b: Segment | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((token, place) => token === b[place]);
}
