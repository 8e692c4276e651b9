import { expected } from './errors';
import { quoted, textBlock } from './text';
import type { Codec } from './types';

const largest = 1e15;

function scalar<T>(write: (value: T) => string, read: (node: unknown, path: string) => T): Codec<T> {
  return { flow: write, block: (value) => ` ${write(value)}`, read };
}

/** A number with as many decimals as given, never `-0`; at most 10¹⁵ either way. */
export function fixed(decimals: number, low = -largest, high = largest): Codec<number> {
  return scalar(
    (value) => {
      const text = value.toFixed(decimals);
      return Number(text) === 0 ? text.replace('-', '') : text;
    },
    (node, path) => numberIn(node, low, high, path),
  );
}

/** A share, a probability or a rate: 0 … 1 with four decimals. */
export const share: Codec<number> = fixed(4, 0, 1);

/** A whole number from `low` on. */
export function whole(low = 0): Codec<number> {
  return scalar(String, (node, path) => {
    const value = numberIn(node, low, Number.MAX_SAFE_INTEGER, path);
    if (!Number.isInteger(value)) throw expected('a whole number', path);
    return value;
  });
}

/** A number as short as it can be without loss: codes and settings. */
export const exact: Codec<number> = scalar(
  (value) => (value === 0 ? '0' : String(value)),
  (node, path) => numberIn(node, -largest, largest, path),
);

export const flag: Codec<boolean> = scalar(String, (node, path) => {
  if (typeof node !== 'boolean') throw expected('true or false', path);
  return node;
});

/** Any text; plain where it is a word, on several lines where it has them. */
export const text: Codec<string> = {
  flow: quoted,
  block: (value, indent) => textBlock(value, indent) ?? ` ${quoted(value)}`,
  read: (node, path) => {
    if (typeof node !== 'string') throw expected('text', path);
    return node;
  },
};

/** One of a few words. */
export function word<const Words extends readonly (string | number)[]>(
  ...words: Words
): Codec<Words[number]> {
  return scalar(
    (value) => (typeof value === 'number' ? String(value) : quoted(value)),
    (node, path) => {
      const found = words.find((each) => each === node);
      if (found === undefined) throw expected(words.join(' or '), path);
      return found;
    },
  );
}

/** `null` where there is nothing. */
export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    flow: (value) => (value === null ? 'null' : codec.flow(value)),
    block: (value, indent) => (value === null ? ' null' : codec.block(value, indent)),
    read: (node, path) => (node === null ? null : codec.read(node, path)),
  };
}

function numberIn(node: unknown, low: number, high: number, path: string): number {
  if (typeof node !== 'number' || !(node >= low && node <= high)) {
    throw expected(`a number from ${low} to ${high}`, path);
  }
  return node;
}
