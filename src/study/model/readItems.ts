import type { YamlEntry, YamlNode } from '../tree/types';
import type { Item, ItemField } from '../types';
import { at, entriesOf, textOf } from './pick';
import { wordingOf } from './readConditions';

/** The stimuli of which a respondent sees several; of `in:` only the conditions that exist. */
export function readItems(root: YamlNode, conditions: ReadonlySet<string>): readonly Item[] {
  return entriesOf(at(root, 'items')).map((entry) => readItem(entry, conditions));
}

function readItem({ key, value }: YamlEntry, conditions: ReadonlySet<string>): Item {
  const text = textOf(at(value, 'text')) ?? '';
  const fields = readFields(at(value, 'fields'));
  return {
    id: key,
    text,
    fields,
    wording: wordingOf(value) ?? 'verbatim',
    variants: entriesOf(at(value, 'in'))
      .filter((entry) => conditions.has(entry.key))
      .map((entry) => ({
        condition: entry.key,
        text: textOf(at(entry.value, 'text')) ?? text,
        fields: mergedFields(fields, readFields(at(entry.value, 'fields'))),
      })),
  };
}

function readFields(node: YamlNode | undefined): readonly ItemField[] {
  return entriesOf(node).flatMap(({ key, value }) =>
    value.kind === 'scalar' ? [{ name: key, value: textOf(value) ?? '' }] : [],
  );
}

/** Fields by name: those that differ in place, new ones behind. */
function mergedFields(base: readonly ItemField[], changes: readonly ItemField[]): readonly ItemField[] {
  if (changes.length === 0) return base;
  const byName = new Map([...base, ...changes].map((field) => [field.name, field]));
  return [...byName.values()];
}
