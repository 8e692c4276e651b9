import type { StudyDocument } from '../../study/document';
import { at, entriesOf, mapOf, textOf } from '../../study/model/pick';
import { nodeAtPath } from '../../study/tree/lookup';
import type { YamlMap } from '../../study/tree/types';
import type { Path, TextEdit } from '../../util/range';
import type { Refactoring } from '../types';
import { insertion, lineStart, outcomeAt, unusedName } from './place';

/** Gives a scale that is written out in an outcome a name under `scales`, and names it there. */
export function extractScale(document: StudyDocument, path: Path): readonly Refactoring[] {
  const outcome = outcomeAt(path);
  if (outcome === undefined || path[2] !== 'scale') return [];
  const { root } = document.yaml;
  const scale = mapOf(nodeAtPath(root, ['outcomes', outcome, 'scale']));
  // A matrix is several questions, and stays with its outcome; an anchor or alias would lose what it is tied to.
  if (!scale || textOf(at(scale, 'type')) === 'matrix' || isTied(scale, document)) return [];
  const taken = new Set(entriesOf(at(root, 'scales')).map(({ key }) => key));
  const name = unusedName(nameFor(scale, outcome), taken);
  const definition = definitionOf(name, scale, document);
  if (!definition) return [];
  const title = `Extract the scale into \`scales\` as \`${name}\``;
  return [{ title, kind: 'refactor.extract', edits: [definition, useOf(name, outcome, scale, document)] }];
}

function nameFor(scale: YamlMap, outcome: string): string {
  const points = textOf(at(scale, 'points'));
  const isRating =
    textOf(at(scale, 'type')) === 'ordinal' && points !== undefined && /^\d{1,3}$/.test(points);
  if (isRating) return `ordinal${points}`;
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(outcome) ? `${outcome}Scale` : 'scale';
}

/** Whether an anchor, an alias or a comment stands in it or on it. */
function isTied({ span }: YamlMap, { text }: StudyDocument): boolean {
  const before = text.slice(Math.max(0, span.start - 100), span.start);
  return (
    /(?:^|[\s[{,:])[&*]\S|(?:^|\s)#/m.test(text.slice(span.start, span.end)) || /[&!]\S*\s*$/.test(before)
  );
}

/** The scale as first of those that have names; `scales` itself, above the outcomes, where there is none. */
function definitionOf(name: string, scale: YamlMap, document: StudyDocument): TextEdit | undefined {
  const { root, lines } = document.yaml;
  const scales = mapOf(root)?.byKey.get('scales');
  const outcomes = mapOf(root)?.byKey.get('outcomes');
  const inside = mapOf(scales?.value);
  if (!outcomes || (scales && (!inside || inside.flow))) return undefined;
  const first = inside?.entries[0];
  const indent = first ? lines.position(first.keySpan.start).character : 2;
  const text = sourceOf(scale, document);
  const value = scale.flow ? ` ${text}` : `\n${text.replace(/^(?=.)/gm, ' '.repeat(indent + 2))}`;
  const entry = `${' '.repeat(indent)}${name}:${value}\n`;
  if (first) return insertion(lineStart(first.keySpan.start, document), entry, document);
  return insertion(lineStart(outcomes.keySpan.start, document), `scales:\n${entry}`, document);
}

/** From its first key, without the indentation of that key. */
function sourceOf({ span }: YamlMap, { text, yaml }: StudyDocument): string {
  const indent = yaml.lines.position(span.start).character;
  return text.slice(span.start, span.end).replace(new RegExp(`\\r?\\n {0,${indent}}`, 'g'), '\n');
}

/** The name in place of the scale; behind the key, where the scale is a block below it. */
function useOf(name: string, outcome: string, scale: YamlMap, document: StudyDocument): TextEdit {
  const range = document.yaml.range(scale.span);
  const key = document.ranges(['outcomes', outcome, 'scale'])?.key;
  if (scale.flow || !key) return { range, newText: name };
  return { range: { start: key.end, end: range.end }, newText: `: ${name}` };
}
