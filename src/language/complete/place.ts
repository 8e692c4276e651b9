import type { SourceDocument } from '../../study/document';
import { shapeOf } from '../format';
import { readYaml } from '../../study/yaml';
import type { YamlNode, YamlScalar } from '../../study/tree/types';
import { wordAt } from './word';
import type { Shape } from '../../study/schema/shape';
import type { Path, Position, Range } from '../../util/range';

/** Stands in the text where the cursor is; no file holds it by chance. */
const MARK = 'vignetteCursor9f31';

/** Where completion is asked for: a key of the mapping at `path`, or the value at `path`. */
export interface Place {
  readonly part: 'key' | 'value';
  readonly path: Path;
  readonly document: SourceDocument;
  /** Of the whole file. */
  readonly shape: Shape;
  /** The tree as it would be with a word at the cursor. */
  readonly root: YamlNode;
  /** The word that a proposal replaces. */
  readonly range: Range;
  /** The line up to that word. */
  readonly before: string;
  /** Inside braces or brackets, where a mapping goes on on the same line. */
  readonly flow: boolean;
  /** The quote in which the cursor is, so that proposals are not quoted again. */
  readonly quoted: boolean;
  /** A colon stands behind the word already. */
  readonly colon: boolean;
}

/**
 * The places that a cursor may be at, likeliest first: the text is read as if a word stood there, as a key and as
 * a value, which works in a text that is not complete yet.
 */
export function placesAt(document: SourceDocument, position: Position): readonly Place[] {
  const { lines } = document.yaml;
  const line = lines.text(position.line);
  const character = Math.min(position.character, line.length);
  const { start, end, quoted } = wordAt(line, character);
  const before = line.slice(0, start);
  const lineStart = lines.offset({ line: position.line, character: 0 });
  const colon = /^["']?\s*:(?:\s|$)/.test(line.slice(end));
  const asKey = /^[\s-]*$/.test(before) && !colon;
  const range = {
    start: { line: position.line, character: start },
    end: { line: position.line, character: end },
  };
  const shape = shapeOf(document);
  return [...(asKey ? [`${MARK}:`] : []), MARK].flatMap((word) => {
    const text = document.text.slice(0, lineStart + start) + word + document.text.slice(lineStart + end);
    const { root } = readYaml(text, document.yaml);
    const found = findMark(root, [], false);
    return found ? [{ ...found, document, shape, root, range, before, quoted, colon }] : [];
  });
}

type Found = Pick<Place, 'part' | 'path' | 'flow'>;

function findMark(node: YamlNode, path: Path, flow: boolean): Found | undefined {
  switch (node.kind) {
    case 'scalar':
      return holdsMark(node) ? { part: 'value', path, flow } : undefined;
    case 'list':
      return firstOf(node.items, (item, i) => findMark(item, [...path, i], node.flow || flow));
    case 'map':
      return firstOf(node.entries, ({ key, value }) => {
        if (key.includes(MARK)) return { part: 'key', path, flow: node.flow };
        return findMark(value, [...path, key], node.flow || flow);
      });
  }
}

function holdsMark({ text }: YamlScalar): boolean {
  return text.includes(MARK);
}

function firstOf<T, R>(items: readonly T[], find: (item: T, i: number) => R | undefined): R | undefined {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}
