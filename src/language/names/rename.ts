import type { SourceDocument } from '../../study/document';
import type { Position, Range, TextEdit } from '../../util/range';
import { isStudy } from '../format';
import { nameAt, occurrencesOf } from './occurrences';
import type { Occurrence } from './types';
import { nouns, refusalOf } from './valid';
import { rewritten } from './written';

/** What would be renamed, or why nothing can be. */
export type RenamePlace =
  | { readonly kind: 'name'; readonly range: Range; readonly placeholder: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The edits of a renaming, in the order of the file, or why it cannot be done. */
export type Renaming =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Whether what stands at `position` can have another name, and of which range it is about. */
export function prepareRename(document: SourceDocument, position: Position): RenamePlace {
  const found = nameAt(document, position);
  const reason = found ? builtIn(found, document) : notAName(document, position);
  if (!found || reason !== undefined) return { kind: 'refused', reason: reason ?? NOT_A_NAME };
  return { kind: 'name', range: document.yaml.range(found.span), placeholder: found.name };
}

/**
 * The edits that give what is named at `position` another name everywhere in the file: where it is given, where it is
 * referred to, in templates, and in the ids that are made of it. Quotes stay, and are added where the name needs them.
 */
export function rename(document: SourceDocument, position: Position, to: string): Renaming {
  const found = nameAt(document, position);
  const reason = found
    ? (builtIn(found, document) ?? refusalOf(found, to, document))
    : notAName(document, position);
  if (!found || reason !== undefined) return { kind: 'refused', reason: reason ?? NOT_A_NAME };
  if (to === found.name) return { kind: 'edits', edits: [] };
  const byHolder = new Map<string, Occurrence[]>();
  for (const one of occurrencesOf(found, document)) {
    const { start, end } = one.holder.span;
    const key = `${start}-${end}`;
    byHolder.set(key, [...(byHolder.get(key) ?? []), one]);
  }
  const edits = [...byHolder.values()]
    .flatMap(([first, ...others]) =>
      first ? [{ at: first.holder, edit: editOf([first, ...others], to, document) }] : [],
    )
    .sort((a, b) => a.at.span.start - b.at.span.start)
    .map(({ edit }) => edit);
  return { kind: 'edits', edits };
}

function editOf(
  parts: readonly [Occurrence, ...Occurrence[]],
  to: string,
  { text, yaml }: SourceDocument,
): TextEdit {
  const { holder } = parts[0];
  const changed = [...parts]
    .sort((a, b) => b.within.start - a.within.start)
    .reduce((whole, { within }) => whole.slice(0, within.start) + to + whole.slice(within.end), holder.text);
  return { range: yaml.range(holder.span), newText: rewritten(holder, changed, text) };
}

const NOT_A_NAME = 'There is no name here that could be changed.';

function notAName(document: SourceDocument, position: Position): string {
  const node = document.nodeAt(position);
  const key = node?.path.at(-1);
  if (node?.part === 'key' && typeof key === 'string') return `\`${key}\` is a key of the format.`;
  return NOT_A_NAME;
}

/** Why a name is not this file's to change. */
function builtIn(found: Occurrence, document: SourceDocument): string | undefined {
  const { kind, name } = found;
  switch (kind) {
    case 'column':
    case 'panelColumn':
      return `\`${name}\` is a column of the data: its name stands in the data file.`;
    case 'profileField':
      return `\`${name}\` is one of the fields that every study shares.`;
    case 'profileName':
      return `\`${name}\` comes from the profile, under \`respondents\` or \`panel\`.`;
    case 'itemValue':
      return `\`${name}\` is a value of the field, not a name.`;
    case 'model':
      return isStudy(document) ? `\`${name}\` is named in \`vignette.yaml\`: rename it there.` : undefined;
    default:
      if (occurrencesOf(found, document).some(({ definition }) => definition)) return undefined;
      return `The study has no ${nouns[kind]} \`${name}\` to rename.`;
  }
}
