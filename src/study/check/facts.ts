import type { Path } from '../../util/range';
import { studyShape } from '../format/study';
import { at as atKey, textOf } from '../model/pick';
import type { ReferenceKind, Shape, TextShape } from '../schema/shape';
import { walk, type Visitor } from '../schema/walk';
import { templatesIn } from '../template';
import { nodeAtPath } from '../tree/lookup';
import type { Span, YamlEntry, YamlNode, YamlScalar } from '../tree/types';

/** Where a name is used. */
export interface Mention {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** Of a level, its factor or attribute; of an item of a matrix, the outcome; of a value, the field. */
  readonly of: string | undefined;
  /** Of an outcome: what else may be meant. */
  readonly also?: TextShape['also'];
  readonly span: Span;
  readonly path: Path;
}

/** A name between `{{` and `}}`. */
export interface TemplateName {
  readonly name: string;
  readonly span: Span;
  /** Of the text it stands in. */
  readonly path: Path;
}

/** A place in a text. */
export interface TextPlace {
  readonly span: Span;
  readonly path: Path;
}

/**
 * What one part of a study says that other parts may depend on. It is made of that part's node and source alone, so
 * that it holds as long as these do: unchanged nodes in an unchanged place have unchanged facts.
 */
export interface EntryFacts {
  /** References by the schema, keys included. */
  readonly mentions: readonly Mention[];
  readonly templates: readonly TemplateName[];
  /** `{{` without its `}}`. */
  readonly unclosed: readonly TextPlace[];
  /** Texts with templates where none may stand. */
  readonly misplaced: readonly TextPlace[];
}

/** The facts of every part, in the order of the file. */
export type Facts = EntryFacts;

/** A part of a study: an entry of one of its dictionaries (`conditions`, `outcomes`…), else a whole top-level entry. */
export interface Part {
  readonly entry: YamlEntry;
  readonly path: Path;
  readonly shape: Shape;
}

/** The parts of a study in the order of the file; what is no part of the format is none. */
export function partsOf(root: YamlNode): readonly Part[] {
  if (root.kind !== 'map') return [];
  return root.entries.flatMap((entry): readonly Part[] => {
    const shape = SHAPES.get(entry.key);
    if (!shape) return [];
    if (shape.kind !== 'dict' || entry.value.kind !== 'map') return [{ entry, path: [entry.key], shape }];
    return entry.value.entries.map((inner) => ({
      entry: inner,
      path: [entry.key, inner.key],
      shape: shape.value,
    }));
  });
}

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  studyShape.keys.flatMap(({ name, shape }) => [[name, shape] as const]),
);

/** Names that are looked up in what another name stands for: a key around them, or a neighbour. */
const WITHIN: Partial<Record<ReferenceKind, ReferenceKind>> = {
  level: 'factor',
  attributeLevel: 'attribute',
  itemValue: 'itemField',
};

/** The facts of one part, whose source stands in `text` at the spans of its nodes. */
export function factsOf({ entry, path, shape }: Part, text: string): EntryFacts {
  const mentions: Mention[] = [];
  const templates: TemplateName[] = [];
  const unclosed: TextPlace[] = [];
  const misplaced: TextPlace[] = [];
  /** The last key met of each kind of reference. */
  const around = new Map<ReferenceKind, { readonly key: string; readonly path: Path }>();
  const within = (kind: ReferenceKind, at: Path): string | undefined => {
    if (kind === 'matrixItem') return path[0] === 'outcomes' ? String(path[1]) : undefined;
    const outer = WITHIN[kind];
    if (outer === undefined) return undefined;
    const found = around.get(outer);
    if (found?.path.every((step, i) => at[i] === step)) return found.key;
    return textOf(atKey(nodeAtPath(entry.value, at.slice(path.length, -1)), outer));
  };
  const visitor: Visitor = {
    text: (node, { of, also, template }, at) => {
      if (of !== undefined && textOf(node) !== undefined) {
        const mention = { kind: of, name: node.text, of: within(of, at), span: node.span, path: at };
        mentions.push(also ? { ...mention, also } : mention);
      }
      if (template) readTemplates(node, at, text, templates, unclosed);
      else if (isLevel(at) && node.text.includes('{{')) misplaced.push({ span: node.span, path: at });
    },
    key: ({ key, keySpan }, { keyOf, open }, at) => {
      if (keyOf === undefined) return;
      const of = within(keyOf, at);
      around.set(keyOf, { key, path: at });
      if (!open) mentions.push({ kind: keyOf, name: key, of, span: keySpan, path: at });
    },
  };
  walk(entry.value, shape, path, visitor);
  return { mentions, templates, unclosed, misplaced };
}

function isLevel(path: Path): boolean {
  return path[0] === 'factors' && path.length === 3;
}

/** Searches the source rather than the content, so that places are exact in quoted text with escapes too. */
function readTemplates(
  node: YamlScalar,
  path: Path,
  text: string,
  templates: TemplateName[],
  unclosed: TextPlace[],
): void {
  if (!node.text.includes('{{')) return;
  const { start, end } = node.span;
  const source = text.slice(start, end);
  for (const { name, span } of templatesIn(source)) {
    templates.push({ name, span: { start: start + span.start, end: start + span.end }, path });
  }
  const open = source.search(/\{\{(?![^{}]*\}\})/);
  if (open >= 0) unclosed.push({ span: { start: start + open, end: start + open + 2 }, path });
}

/** The facts of several parts as one. */
export function joinFacts(parts: readonly EntryFacts[]): Facts {
  return {
    mentions: parts.flatMap(({ mentions }) => mentions),
    templates: parts.flatMap(({ templates }) => templates),
    unclosed: parts.flatMap(({ unclosed }) => unclosed),
    misplaced: parts.flatMap(({ misplaced }) => misplaced),
  };
}

/** The facts of a whole study. */
export function studyFacts(root: YamlNode, text: string): Facts {
  return joinFacts(partsOf(root).map((part) => factsOf(part, text)));
}
