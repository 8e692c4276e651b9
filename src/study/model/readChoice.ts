import type { YamlNode } from '../tree/types';
import type { Attribute, ChoiceScale, Restriction } from '../types';
import { at, entriesOf, integerOf, itemsOf, textOf, textsOf } from './pick';

/** A conjoint; undefined without an attribute. */
export function readChoice(node: YamlNode | undefined): ChoiceScale | undefined {
  const attributes = entriesOf(at(node, 'attributes')).map(({ key, value }): Attribute => ({
    id: key,
    label: textOf(at(value, 'label')) ?? key,
    levels: entriesOf(at(value, 'levels')).map((level) => ({
      id: level.key,
      text: textOf(level.value) ?? '',
    })),
  }));
  if (attributes.length === 0) return undefined;
  return {
    type: 'choice',
    tasks: Math.max(1, integerOf(at(node, 'tasks')) ?? 1),
    alternatives: Math.max(2, integerOf(at(node, 'alternatives')) ?? 2),
    attributes,
    restrict: itemsOf(at(node, 'restrict')).map(readRestriction),
  };
}

function readRestriction(node: YamlNode): Restriction {
  return entriesOf(node).map(({ key, value }) => {
    const single = textOf(value);
    return { attribute: key, levels: single === undefined ? textsOf(value) : [single] };
  });
}
