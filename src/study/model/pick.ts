import type { YamlEntry, YamlMap, YamlNode } from '../tree/types';

/** Reads values from a tree that may be wrong anywhere: what is not of the right kind is absent. */

type Maybe = YamlNode | undefined;

export function mapOf(node: Maybe): YamlMap | undefined {
  return node?.kind === 'map' ? node : undefined;
}

/** The value of a key, where `node` is a map that has it. */
export function at(node: Maybe, key: string): YamlNode | undefined {
  return mapOf(node)?.byKey.get(key)?.value;
}

export function entriesOf(node: Maybe): readonly YamlEntry[] {
  return mapOf(node)?.entries ?? [];
}

export function itemsOf(node: Maybe): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** The source text of a plain scalar, the content of a quoted one. */
export function textOf(node: Maybe): string | undefined {
  if (node?.kind !== 'scalar' || (node.value === null && node.style === 'plain')) return undefined;
  return node.text;
}

export function numberOf(node: Maybe): number | undefined {
  if (node?.kind !== 'scalar' || typeof node.value !== 'number' || !Number.isFinite(node.value))
    return undefined;
  return node.value;
}

export function integerOf(node: Maybe): number | undefined {
  const value = numberOf(node);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

export function booleanOf(node: Maybe): boolean | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

/** Those of the texts in a list that can be read. */
export function textsOf(node: Maybe): readonly string[] {
  return itemsOf(node).flatMap((item) => textOf(item) ?? []);
}

/** A text out of a fixed set. */
export function oneOf<T extends string>(node: Maybe, values: readonly T[]): T | undefined {
  const written = textOf(node);
  return values.find((value) => value === written);
}

/** A code as a key is written; undefined for anything but a whole number. */
export function codeOf(key: string): number | undefined {
  return /^-?\d{1,15}$/.test(key) ? Number(key) : undefined;
}

/** `{key: value}` without the keys whose value is undefined. */
export function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as never;
}
