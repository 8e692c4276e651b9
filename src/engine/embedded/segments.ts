import type { Token } from './runtime';

/** Tokens that are evaluated together. */
export type Segment = readonly Token[];

/** What of a prompt is in the context already, and the pieces that are evaluated after it; never none of these. */
export interface Approach {
  readonly kept: readonly Segment[];
  readonly pieces: readonly Segment[];
}

/**
 * How a prompt is evaluated when the context holds `held`. `alone` keeps the last token by itself, to sample after it
 * again.
 */
export type Cutting = (prompt: readonly Token[], held: readonly Segment[], alone: boolean) => Approach;

/** Most tokens of a piece: longer ones are no faster, and their sums are formed in another order. */
export const longestPiece = 32;

/** Other line breaks end a segment only when it has so many tokens. */
const longEnough = 48;

/** Goes on after the last token that is the same, where a token's sums do not depend on what is evaluated beside it. */
export const cutAnywhere: Cutting = (prompt, held, alone) => {
  const reused = Math.min(sharedTokens(prompt, held.flat()), prompt.length - 1);
  const pieces: Segment[] = [];
  const end = alone ? prompt.length - 1 : prompt.length;
  for (let at = reused; at < end; at += longestPiece)
    pieces.push(prompt.slice(at, Math.min(at + longestPiece, end)));
  if (alone) pieces.push(prompt.slice(-1));
  return { kept: reused === 0 ? [] : [prompt.slice(0, reused)], pieces };
};

/**
 * Goes on after the last whole segment that is the same; the last segment is always evaluated. The cuts depend on the
 * prompt alone, never on what was evaluated before, so that floating-point sums, and with them every probability, are
 * the same whichever beginnings could be reused.
 */
export function cutBySegments(textOf: (token: Token) => string): Cutting {
  return (prompt, held, alone) => {
    const segments = segmentsOf(prompt, textOf, alone);
    const shared = sharedSegments(segments.slice(0, -1), held);
    return { kept: segments.slice(0, shared), pieces: segments.slice(shared) };
  };
}

/** Cuts a prompt after blank lines and after lines that end in a colon, and long paragraphs at line breaks. */
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
  const differs = a.findIndex((segment, place) => {
    const other = b[place];
    return other?.length !== segment.length || sharedTokens(segment, other) < segment.length;
  });
  return differs === -1 ? a.length : differs;
}

/** How many tokens at the beginning are the same in both. */
export function sharedTokens(a: readonly Token[], b: readonly Token[]): number {
  const differs = a.findIndex((token, place) => token !== b[place]);
  return differs === -1 ? Math.min(a.length, b.length) : differs;
}
