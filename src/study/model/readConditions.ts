import { CONDITION_LIMIT } from '../format/conditions';
import type { YamlEntry, YamlNode } from '../tree/types';
import type { Condition, Factor, Media, Wording } from '../types';
import { crossedId, crossedLevels, hasLevels, isCrossed, readLevels } from './crossing';
import { at, booleanOf, entriesOf, itemsOf, oneOf, textOf } from './pick';

const WORDINGS = ['verbatim', 'paraphrased', 'described'] as const;

const ALL: Condition = {
  id: 'all',
  label: 'all',
  control: false,
  levels: [],
  text: '',
  media: [],
  wording: 'verbatim',
  simulated: true,
};

/** The conditions of the file, written out or crossed, else the one that is always there. */
export function readConditions(root: YamlNode, factors: readonly Factor[]): readonly Condition[] {
  const conditions = isCrossed(root)
    ? readCrossed(at(root, 'crossed'), factors)
    : entriesOf(at(root, 'conditions')).slice(0, CONDITION_LIMIT).map(readCondition);
  return conditions.length > 0 ? conditions : [ALL];
}

function readCondition({ key, value }: YamlEntry): Condition {
  const pages = itemsOf(at(value, 'pages')).flatMap((page) => textOf(page) ?? []);
  return {
    id: key,
    label: textOf(at(value, 'label')) ?? key,
    control: booleanOf(at(value, 'control')) ?? false,
    levels: readLevels(at(value, 'factors')),
    text: textOf(at(value, 'text')) ?? pages.join('\n\n'),
    media: readMedia(at(value, 'media')),
    wording: wordingOf(value) ?? 'verbatim',
    simulated: booleanOf(at(value, 'simulated')) ?? true,
  };
}

/** One condition for each combination of levels; of equal ids the first. */
function readCrossed(crossed: YamlNode | undefined, factors: readonly Factor[]): readonly Condition[] {
  const control = readLevels(at(crossed, 'control'));
  const shared = {
    text: textOf(at(crossed, 'text')) ?? '',
    media: readMedia(at(crossed, 'media')),
    wording: wordingOf(crossed) ?? 'verbatim',
    simulated: true,
  };
  const byId = new Map<string, Condition>();
  for (const levels of crossedLevels(factors, crossed)) {
    const id = crossedId(levels);
    if (byId.has(id)) continue;
    const isControl = control.length === levels.length && hasLevels(levels, control);
    byId.set(id, { id, label: id, control: isControl, levels, ...shared });
  }
  return [...byId.values()];
}

function readMedia(node: YamlNode | undefined): readonly Media[] {
  return itemsOf(node).flatMap((entry) => {
    const file = textOf(at(entry, 'file'));
    if (file === undefined) return [];
    return [{ file, alt: textOf(at(entry, 'alt')), transcript: textOf(at(entry, 'transcript')) }];
  });
}

/** How close a text is to the original, where it says so. */
export function wordingOf(node: YamlNode | undefined): Wording | undefined {
  return oneOf(at(node, 'wording'), WORDINGS);
}
