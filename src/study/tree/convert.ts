import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { DEPTH_LIMIT } from './parse';
import type { Span, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './types';

const ALIAS_LIMIT = 100;
const ALIAS_NODE_LIMIT = 10_000;

/** What conversion found wrong, beside the parser's own errors. */
export type TreeProblem =
  | {
      readonly kind: 'duplicate-key';
      readonly key: string;
      readonly span: Span;
      readonly first: Span;
      /** The key and its value. */
      readonly entry: Span;
    }
  | { readonly kind: 'alias-limit'; readonly span: Span }
  | { readonly kind: 'unknown-alias'; readonly name: string; readonly span: Span }
  | { readonly kind: 'complex-key'; readonly span: Span }
  /** `{{ x }}` read as a map in a map; the span reaches to the end of the text it begins. */
  | { readonly kind: 'unquoted-template'; readonly span: Span };

/** Carries anchors and limits over several parts of one text. */
export interface Conversion {
  /** Offset of the part in the whole text. */
  base: number;
  readonly text: string;
  readonly anchors: Map<string, YamlNode>;
  readonly problems: TreeProblem[];
  aliases: number;
  aliasNodes: number;
  /** How many flow collections are open. */
  flowDepth: number;
  /** Whether an anchor or an alias was met. */
  linked: boolean;
}

export function conversionOf(text: string, base = 0): Conversion {
  return {
    base,
    text,
    anchors: new Map(),
    problems: [],
    aliases: 0,
    aliasNodes: 0,
    flowDepth: 0,
    linked: false,
  };
}

/** A parsed node as a plain tree; aliases share the node of their anchor, within the limits. */
export function convert(node: ParsedNode | null, at: number, into: Conversion, depth = 0): YamlNode {
  if (node === null || depth > DEPTH_LIMIT) return nothing(at);
  if (isAlias(node)) return convertAlias(node.source, spanOf(node, into), into);
  const converted = convertOwn(node, into, depth);
  if (node.anchor !== undefined) {
    into.anchors.set(node.anchor, converted);
    into.linked = true;
  }
  return converted;
}

function convertOwn(node: ParsedNode, into: Conversion, depth: number): YamlNode {
  if (isMap(node) || isSeq(node)) {
    const template = unquotedTemplate(node, into);
    if (template) return template;
    if (node.flow === true) into.flowDepth++;
    const converted = isMap(node) ? convertMap(node, into, depth) : convertList(node, into, depth);
    if (node.flow === true) into.flowDepth--;
    return converted;
  }
  if (isScalar(node)) return convertScalar(node, into);
  return nothing(spanOf(node, into).start);
}

/** A map that was meant as text and starts with a template: read as that text, so that one mistake is one problem. */
function unquotedTemplate(node: YAMLMap | YAMLSeq, into: Conversion): YamlScalar | undefined {
  const span = spanOf(node, into);
  if (!isMap(node) || node.flow !== true || !/^\{\s?\{/.test(into.text.slice(span.start, span.start + 3)))
    return;
  const end = into.flowDepth > 0 ? span.end : endOfText(into.text, span.end);
  const whole = { start: span.start, end };
  into.problems.push({ kind: 'unquoted-template', span: whole });
  return {
    kind: 'scalar',
    span: whole,
    text: into.text.slice(span.start, end),
    value: into.text.slice(span.start, end),
    style: 'block',
  };
}

/** The end of the line's text, before a comment and trailing space. */
function endOfText(text: string, from: number): number {
  const rest = /^[^\r\n]*/.exec(text.slice(from, from + 10_000))?.[0] ?? '';
  const comment = rest.search(/\s#/);
  return from + (comment < 0 ? rest : rest.slice(0, comment)).trimEnd().length;
}

function convertAlias(name: string, span: Span, into: Conversion): YamlNode {
  into.linked = true;
  const target = into.anchors.get(name);
  if (target === undefined) {
    into.problems.push({ kind: 'unknown-alias', name, span });
    return unresolved(span, into);
  }
  into.aliases += 1;
  into.aliasNodes += sizeOf(target, ALIAS_NODE_LIMIT + 1);
  if (into.aliases > ALIAS_LIMIT || into.aliasNodes > ALIAS_NODE_LIMIT) {
    into.problems.push({ kind: 'alias-limit', span });
    return unresolved(span, into);
  }
  return { ...target, span };
}

function convertMap(node: YAMLMap, into: Conversion, depth: number): YamlMap {
  const byKey = new Map<string, YamlEntry>();
  const span = spanOf(node, into);
  const flow = node.flow === true;
  let last = span.start;
  for (const pair of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
    const { key, span: keySpan } = keyOf(pair.key, node, into);
    const value = convert(pair.value, keySpan.end, into, depth + 1);
    last = Math.max(last, keySpan.end, value.span.end);
    const first = byKey.get(key);
    const entry = { key, keySpan, value };
    if (first) into.problems.push(duplicateKey(entry, first));
    else byKey.set(key, entry);
  }
  return {
    kind: 'map',
    span: flow ? span : { start: span.start, end: last },
    flow,
    entries: [...byKey.values()],
    byKey,
  };
}

/** The problem with an entry whose key another has already. */
export function duplicateKey({ key, keySpan, value }: YamlEntry, first: YamlEntry): TreeProblem {
  const entry = { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
  return { kind: 'duplicate-key', key, span: keySpan, first: first.keySpan, entry };
}

function convertList(node: YAMLSeq, into: Conversion, depth: number): YamlList {
  const span = spanOf(node, into);
  const items = (node.items as (ParsedNode | null)[]).map((item) =>
    convert(item, span.start, into, depth + 1),
  );
  const flow = node.flow === true;
  const end = flow ? span.end : items.reduce((last, item) => Math.max(last, item.span.end), span.start);
  return { kind: 'list', span: { start: span.start, end }, flow, items };
}

function convertScalar(node: Scalar, into: Conversion): YamlScalar {
  const { value, source, type } = node;
  const plain = type === 'PLAIN' || type === undefined;
  return {
    kind: 'scalar',
    span: spanOf(node, into),
    text: source ?? (typeof value === 'string' ? value : ''),
    value:
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
    style: plain ? 'plain' : type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 'quoted' : 'block',
  };
}

function keyOf(key: ParsedNode | null, map: YAMLMap, into: Conversion): { key: string; span: Span } {
  const start = into.base + (map.range?.[0] ?? 0);
  if (key === null) return { key: '', span: { start, end: start } };
  const span = spanOf(key, into);
  if (isScalar(key)) return { key: key.source ?? '', span };
  if (isAlias(key)) {
    into.linked = true;
    const target = into.anchors.get(key.source);
    if (target?.kind === 'scalar') return { key: target.text, span };
  }
  into.problems.push({ kind: 'complex-key', span });
  return { key: into.text.slice(span.start, span.end), span };
}

/** The parser's range without trailing space and line ends; that of a block collection may hold a comment behind it. */
function spanOf(node: { range?: readonly [number, number, number] | null }, into: Conversion): Span {
  const [start, end] = node.range ?? [0, 0];
  let last = into.base + end;
  const first = into.base + start;
  while (last > first && isSpace(into.text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** How many keys and values a tree has, aliases written out, counted up to a limit: a small text can have billions. */
function sizeOf(node: YamlNode, limit: number): number {
  let size = 1;
  const below =
    node.kind === 'map' ? node.entries.map(({ value }) => value) : node.kind === 'list' ? node.items : [];
  for (const value of below) {
    if (size >= limit) return limit;
    size += sizeOf(value, limit - size) + (node.kind === 'map' ? 1 : 0);
  }
  return Math.min(size, limit);
}

/** A value that is not there. */
export function nothing(start: number): YamlScalar {
  return { kind: 'scalar', span: { start, end: start }, text: '', value: null, style: 'plain' };
}

/** An alias that stands for nothing, as text: its own problem is enough. */
function unresolved(span: Span, into: Conversion): YamlScalar {
  const text = into.text.slice(span.start, span.end);
  return { kind: 'scalar', span, text, value: text, style: 'block' };
}
