import { definitionsOf, type Definition } from '../study/check/define';
import { mentionsOf, templateMentionsOf, type Mention } from '../study/check/names';
import type { StudyDocument } from '../study/document';
import type { Span } from '../study/tree/types';
import type { Position } from '../util/range';
import type { Reference } from './types';

interface Name {
  readonly kind: string;
  readonly name: string;
  readonly of: string | undefined;
}

/** Where the name at `position` is given: of a condition, outcome, scale, factor or level. */
export function definition(document: StudyDocument, position: Position): Reference | undefined {
  const name = nameAt(document, position);
  const found = name && definitionsOf(document.yaml.root).find((one) => isSame(one, name));
  return found && referenceOf(found, document);
}

/** Every place where the name at `position` stands, its definition first. */
export function references(document: StudyDocument, position: Position): readonly Reference[] {
  const name = nameAt(document, position);
  if (!name) return [];
  return namesIn(document)
    .filter((one) => isSame(one, name))
    .map((one) => referenceOf(one, document));
}

function nameAt(document: StudyDocument, position: Position): Name | undefined {
  const offset = document.yaml.lines.offset(position);
  return namesIn(document).find(({ span }: { span: Span }) => span.start <= offset && offset <= span.end);
}

function namesIn(document: StudyDocument): readonly (Definition | Mention)[] {
  const { root } = document.yaml;
  return [...definitionsOf(root), ...mentionsOf(document.yaml), ...templateMentionsOf(document.yaml)];
}

function isSame(a: Name, b: Name): boolean {
  return a.kind === b.kind && a.name === b.name && a.of === b.of;
}

function referenceOf({ span, path }: Definition | Mention, document: StudyDocument): Reference {
  return { range: document.yaml.range(span), path };
}
