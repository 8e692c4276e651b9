import { template, wording } from '../schema/shape';
import type { KeySpec } from '../schema/shape';

const textKey: KeySpec = {
  name: 'text',
  help: "What the respondent reads: where `{{ item }}` stands, else after the condition's text.",
  shape: { ...template, empty: true },
};

const fields: KeySpec = {
  name: 'fields',
  help: 'Values by name: `{{ item.name }}` stands for one in any text, and contrasts choose items by them.',
  shape: {
    kind: 'dict',
    keys: 'name',
    keyHelp: 'A field and its value, kept as it is written.',
    value: { kind: 'data' },
  },
};

/** The keys of an item. */
export const itemKeys: readonly KeySpec[] = [
  textKey,
  fields,
  wording,
  {
    name: 'in',
    help: 'What differs in a condition: the text, or some of the fields.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyOf: 'condition',
      keyHelp: 'A condition and what differs there.',
      value: { kind: 'map', keys: [textKey, fields] },
    },
  },
];
