import type { SourceDocument } from '../../study/document';
import type { Position } from '../../util/range';
import { definitionsIn, profileIn } from './definitions';
import { knownIn, type Known } from './known';
import { isSame, type Name, type Occurrence } from './types';
import { usesIn } from './uses';

/** All names of a file and where they stand. */
export interface Names {
  readonly known: Known;
  /** Where names are given, then their uses, each in the order of the file. */
  readonly occurrences: readonly Occurrence[];
}

const kept = new WeakMap<SourceDocument, Names>();

/** The names of a file; found once for each reading of it. */
export function namesIn(document: SourceDocument): Names {
  const found = kept.get(document) ?? findNames(document);
  kept.set(document, found);
  return found;
}

function findNames(document: SourceDocument): Names {
  const known = knownIn(document);
  const all = [...definitionsIn(document), ...usesIn(document, known), ...profileIn(document)];
  return { known, occurrences: once(all, document) };
}

/** Without what an alias repeats: the place of its anchor counts. */
function once(all: readonly Occurrence[], { text }: SourceDocument): readonly Occurrence[] {
  if (!text.includes('*')) return all;
  const seen = new Set<string>();
  return all.filter(({ kind, definition, span, holder }) => {
    const key = `${kind} ${definition} ${span.start} ${span.end}`;
    if (seen.has(key) || text.charAt(holder.span.start) === '*') return false;
    seen.add(key);
    return true;
  });
}

/** The name at a position, ends included. */
export function nameAt(document: SourceDocument, position: Position): Occurrence | undefined {
  const offset = document.yaml.lines.offset(position);
  return namesIn(document).occurrences.find(({ span }) => span.start <= offset && offset <= span.end);
}

/** Where a name is given and used. */
export function occurrencesOf(name: Name, document: SourceDocument): readonly Occurrence[] {
  return namesIn(document).occurrences.filter((one) => isSame(one, name));
}
