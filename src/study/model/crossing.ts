import { CONDITION_LIMIT } from '../format/conditions';
import type { YamlNode } from '../tree/types';
import type { Condition, Factor } from '../types';
import { at, entriesOf, itemsOf, mapOf, textOf } from './pick';

type Levels = Condition['levels'];

export function readFactors(root: YamlNode): readonly Factor[] {
  return entriesOf(at(root, 'factors')).map(({ key, value }) => ({
    id: key,
    levels: entriesOf(value).map((level) => ({ id: level.key, text: textOf(level.value) ?? '' })),
  }));
}

/** `factor: level` as it is written, in the order of the file. */
export function readLevels(node: YamlNode | undefined): Levels {
  return entriesOf(node).flatMap(({ key, value }) => {
    const level = textOf(value);
    return level === undefined ? [] : [{ factor: key, level }];
  });
}

/** How many conditions crossing all factors makes, before any is left out; 0 without a level. */
export function crossedCount(factors: readonly Factor[]): number {
  const counts = factors.map(({ levels }) => levels.length).filter((count) => count > 0);
  return counts.length === 0 ? 0 : counts.reduce((product, count) => product * count, 1);
}

/**
 * The combinations of levels that `crossed` makes, the last factor changing fastest, without those that `omit` names.
 * Empty above the limit of conditions: none is made before they are counted.
 */
export function crossedLevels(factors: readonly Factor[], crossed: YamlNode | undefined): readonly Levels[] {
  const count = crossedCount(factors);
  if (count === 0 || count > CONDITION_LIMIT) return [];
  const omitted = itemsOf(at(crossed, 'omit'))
    .map(readLevels)
    .filter((levels) => levels.length > 0);
  let rows: readonly Levels[] = [[]];
  for (const { id: factor, levels } of factors) {
    if (levels.length === 0) continue;
    rows = rows.flatMap((row) => levels.map(({ id: level }) => [...row, { factor, level }]));
  }
  return rows.filter((row) => !omitted.some((levels) => hasLevels(row, levels)));
}

/** Whether a condition has all of some levels. */
export function hasLevels(levels: Levels, wanted: Levels): boolean {
  return wanted.every(({ factor, level }) =>
    levels.some((one) => one.factor === factor && one.level === level),
  );
}

/** The id of a crossed condition: its levels joined by dots, in the order of `factors`. */
export function crossedId(levels: Levels): string {
  return levels.map(({ level }) => level).join('.');
}

/** Whether the conditions come from crossing: conditions that are written out go before. */
export function isCrossed(root: YamlNode): boolean {
  return at(root, 'conditions') === undefined && mapOf(at(root, 'crossed')) !== undefined;
}

/** The ids of all conditions; undefined where the file does not say which there are. */
export function conditionIds(root: YamlNode): readonly string[] | undefined {
  const conditions = at(root, 'conditions');
  if (conditions !== undefined) return mapOf(conditions)?.entries.map(({ key }) => key);
  if (at(root, 'crossed') === undefined) return ['all'];
  const ids = crossedLevels(readFactors(root), at(root, 'crossed')).map(crossedId);
  return ids.length === 0 ? undefined : ids;
}
