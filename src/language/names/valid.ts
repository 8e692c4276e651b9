import type { SourceDocument } from '../../study/document';
import { CONDITION_LIMIT } from '../../study/format/conditions';
import { namesIn } from './occurrences';
import type { Known } from './known';
import type { Name } from './types';

/** What a name is called in a sentence. */
export const nouns: Readonly<Record<Name['kind'], string>> = {
  condition: 'condition',
  outcome: 'outcome',
  matrixItem: 'item of the matrix',
  scale: 'scale',
  factor: 'factor',
  level: 'level',
  item: 'item',
  itemField: 'field of items',
  itemValue: 'value of items',
  attribute: 'attribute',
  attributeLevel: 'level',
  score: 'score',
  contrast: 'contrast',
  model: 'model',
  column: 'column',
  panelColumn: 'column',
  profileName: 'part of the profile',
  profileField: 'profile field',
};

/** Kinds that are told apart by name alone in some place, so that one cannot have a name of another. */
const SHARED: readonly (readonly Name['kind'][])[] = [
  ['outcome', 'score'],
  ['factor', 'attribute'],
];

/** Why a thing cannot have this name; undefined when it can. */
export function refusalOf(name: Name, to: string, document: SourceDocument): string | undefined {
  if (to === name.name) return undefined;
  const { known, occurrences } = namesIn(document);
  return formRefusal(name, to, known) ?? takenRefusal(name, to, occurrences, known);
}

function formRefusal(name: Name, to: string, known: Known): string | undefined {
  if (to.trim() !== to || to === '') return 'A name must not be empty, or begin or end with a space.';
  if (to.length > 200) return 'A name has at most 200 characters.';
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(to)) return 'A name stands on one line.';
  switch (name.kind) {
    case 'factor':
    case 'attribute':
    case 'itemField':
      if (!/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]*$/u.test(to)) {
        return 'A name that stands in templates has letters, digits, `_`, `-` and `.` only.';
      }
      if (name.kind !== 'itemField' && /^(?:item|profile)(?:\.|$)/.test(to)) {
        return '`item` and `profile` mean something else in templates.';
      }
      return undefined;
    case 'level':
      return to.includes('.') && !areDistinct(crossedIds(name, to, known))
        ? 'Two crossed conditions would have one id: it joins their levels by dots.'
        : undefined;
    case 'outcome':
      return (known.outcomes.get(name.name)?.size ?? 0) > 0 && to.includes('.')
        ? 'A dot stands between a matrix and its item, so that the name of a matrix has none.'
        : undefined;
    default:
      return undefined;
  }
}

function takenRefusal(
  name: Name,
  to: string,
  occurrences: readonly (Name & { readonly definition: boolean })[],
  known: Known,
): string | undefined {
  const kinds = SHARED.find((kinds) => kinds.includes(name.kind)) ?? [name.kind];
  const taken =
    occurrences.find(
      (one) => one.definition && kinds.includes(one.kind) && one.of === name.of && one.name === to,
    ) ??
    (name.kind === 'contrast' && known.contrasts.some(({ id }) => id === to) ? name : undefined) ??
    (name.kind === 'outcome' && isItemOfMatrix(to, known) ? name : undefined);
  if (taken)
    return `There is a${/^[aio]/.test(nouns[taken.kind]) ? 'n' : ''} ${nouns[taken.kind]} \`${to}\` already.`;
  return undefined;
}

function isItemOfMatrix(text: string, { outcomes }: Known): boolean {
  return [...outcomes].some(([outcome, items]) => [...items].some((item) => `${outcome}.${item}` === text));
}

/** The ids of the crossed conditions once a level has another name. */
function crossedIds(name: Name, to: string, { crossed }: Known): readonly string[] {
  return crossed.reduce<readonly string[]>((ids, { factor, levels }, i) => {
    const renamed = levels.map((level) => (factor === name.of && level === name.name ? to : level));
    if (i === 0) return renamed;
    return ids.slice(0, CONDITION_LIMIT).flatMap((id) => renamed.map((level) => `${id}.${level}`));
  }, []);
}

function areDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
