import { at, entriesOf, textsOf } from '../../model/pick';
import type { YamlNode } from '../../tree/types';
import type { ItemField, Study } from '../../types';
import type { ContrastPlace } from './contrasts';

/** Adds choices of items by their fields that choose none. */
export function checkSelection({ node, path, study, problems }: ContrastPlace): void {
  const everyItem = fieldsIn(study);
  if (everyItem.length === 0) return;
  for (const key of ['plus', 'minus']) {
    const chosen = at(at(node, 'items'), key);
    if (!chosen || !isKnown(chosen, everyItem) || everyItem.some((fields) => isChosen(fields, chosen)))
      continue;
    problems.add({
      code: 'contrasts/arms',
      at: chosen.span,
      path: [...path, 'items', key],
      message: `No item has all of these fields, so that \`${key}\` chooses none.`,
      help: 'Name values that an item has together.',
    });
  }
}

type Fields = readonly ItemField[];

function fieldsIn({ items }: Study): readonly Fields[] {
  return items.flatMap(({ fields, variants }) => [fields, ...variants.map((variant) => variant.fields)]);
}

/** Whether each field and value exists somewhere: if not, that is said at its name. */
function isKnown(chosen: YamlNode, everyItem: readonly Fields[]): boolean {
  return entriesOf(chosen).every(({ key, value }) =>
    textsOf(value).some((one) => everyItem.some((fields) => hasValue(fields, key, [one]))),
  );
}

function isChosen(fields: Fields, chosen: YamlNode): boolean {
  return entriesOf(chosen).every(({ key, value }) => hasValue(fields, key, textsOf(value)));
}

function hasValue(fields: Fields, name: string, values: readonly string[]): boolean {
  return fields.some((field) => field.name === name && values.includes(field.value));
}
