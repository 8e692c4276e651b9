import { expected } from './errors';
import { quoted } from './text';
import type { Codec } from './types';

/** How a mapping or a list stands in the file: on one line, or an entry a line. */
export type Layout = 'line' | 'lines';

type Fields<T> = { readonly [Key in keyof T]-?: Codec<T[Key]> };

/** A mapping with exactly these keys, written in this order; those that are `optional` only where they say something. */
export function record<T extends object>(layout: Layout, fields: Fields<T>): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Codec<T[keyof T & string]>][];
  const present = (value: T) => entries.filter(([key, codec]) => !codec.absent?.is(value[key]));
  const flow = (value: T) =>
    `{${present(value)
      .map(([key, codec]) => `${key}: ${codec.flow(value[key])}`)
      .join(', ')}}`;
  return {
    flow,
    block: (value, indent) =>
      layout === 'line'
        ? ` ${flow(value)}`
        : present(value)
            .map(([key, codec]) => `\n${indent}${key}:${codec.block(value[key], `${indent}  `)}`)
            .join(''),
    read: (node, path) => {
      const found = mappingOf(node, path);
      for (const key of found.keys()) {
        if (!Object.hasOwn(fields, key)) throw expected(`without ${quoted(key)}`, path);
      }
      return Object.fromEntries(
        entries.map(([key, codec]) => {
          if (!found.has(key)) {
            if (codec.absent) return [key, codec.absent.value];
            throw expected(`a mapping with ${key}`, path);
          }
          return [key, codec.read(found.get(key), path === '' ? key : `${path}.${key}`)];
        }),
      ) as T;
    },
  };
}

/** A list; with layout `lines` each entry starts a line. */
export function list<T>(layout: Layout, codec: Codec<T>, most = 100_000): Codec<readonly T[]> {
  const flow = (values: readonly T[]) => `[${values.map((value) => codec.flow(value)).join(', ')}]`;
  return {
    flow,
    block: (values, indent) => {
      if (layout === 'line' || values.length === 0) return ` ${flow(values)}`;
      return values.map((value) => `\n${indent}-${entryBlock(codec, value, `${indent}  `)}`).join('');
    },
    read: (node, path) => {
      if (!Array.isArray(node)) throw expected('a list', path);
      if (node.length > most) throw expected(`a list of at most ${most}`, path);
      return node.map((item: unknown, index) => codec.read(item, `${path}[${index}]`));
    },
  };
}

/** Two numbers or the like. */
export function pair<T>(codec: Codec<T>): Codec<readonly [T, T]> {
  const flow = ([first, second]: readonly [T, T]) => `[${codec.flow(first)}, ${codec.flow(second)}]`;
  return {
    flow,
    block: (value) => ` ${flow(value)}`,
    read: (node, path) => {
      if (!Array.isArray(node) || node.length !== 2) throw expected('a pair', path);
      return [codec.read(node[0], `${path}[0]`), codec.read(node[1], `${path}[1]`)];
    },
  };
}

/** A mapping from names that the file chooses, in its order. */
export function named<T>(codec: Codec<T>): Codec<Readonly<Record<string, T>>> {
  const flow = (values: Readonly<Record<string, T>>) =>
    `{${Object.entries(values)
      .map(([key, value]) => `${quoted(key)}: ${codec.flow(value)}`)
      .join(', ')}}`;
  return {
    flow,
    block: (values) => ` ${flow(values)}`,
    read: (node, path) =>
      Object.fromEntries(
        [...mappingOf(node, path)].map(([key, value]) => {
          if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(key) || key in Object.prototype) {
            throw expected('a mapping from plain names', path);
          }
          return [key, codec.read(value, `${path}.${key}`)] as const;
        }),
      ),
  };
}

/** A key that came later than the format: absent where it says nothing, so that files of before keep their text. */
export function optional<T>(codec: Codec<T>, value: T): Codec<T> {
  const is = (other: T) =>
    other === value || (Array.isArray(other) && other.length === 0 && Array.isArray(value));
  return { ...codec, absent: { value, is } };
}

/** The same value in another shape in the file. */
export function mapped<T, Filed>(
  codec: Codec<Filed>,
  toFile: (value: T) => Filed,
  fromFile: (filed: Filed, path: string) => T,
): Codec<T> {
  return {
    flow: (value) => codec.flow(toFile(value)),
    block: (value, indent) => codec.block(toFile(value), indent),
    read: (node, path) => fromFile(codec.read(node, path), path),
  };
}

/** An entry of a list: a block mapping starts on the line of its dash. */
function entryBlock<T>(codec: Codec<T>, value: T, indent: string): string {
  const block = codec.block(value, indent);
  return block.startsWith(`\n${indent}`) ? ` ${block.slice(indent.length + 1)}` : block;
}

function mappingOf(node: unknown, path: string): ReadonlyMap<string, unknown> {
  if (!(node instanceof Map)) throw expected('a mapping', path);
  for (const key of node.keys()) {
    if (typeof key !== 'string') throw expected('a mapping with names as keys', path);
  }
  return node as Map<string, unknown>;
}
