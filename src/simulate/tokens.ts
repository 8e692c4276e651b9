import type { Message } from './types';

/** Characters a token, on average over English and source-like text. */
const perToken = 4;

/** Tokens that a chat format puts around each message. */
const framing = 4;

/** A range of the tokens of some messages, from their characters alone (a quarter of them, ± 25 %). */
export function tokenRange(messages: readonly Message[]): readonly [number, number] {
  const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
  const tokens = characters / perToken;
  return [Math.floor(tokens * 0.75), Math.ceil(tokens * 1.25) + framing * messages.length];
}

/** A number of tokens that messages hardly exceed: what a hard budget sets aside for a call in flight. */
export function tokenCeiling(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + framing + textCeiling(content), 0);
}

/** Three ASCII characters a token, and two tokens for any other character. */
function textCeiling(text: string): number {
  let other = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 127) other += 1;
  return Math.ceil((text.length - other) / 3) + other * 2;
}
