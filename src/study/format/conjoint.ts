import { reference, text } from '../schema/shape';
import type { KeySpec, Shape } from '../schema/shape';

const count: Shape & { kind: 'number' } = { kind: 'number', integer: true, min: 1, max: 1000 };

const attribute: readonly KeySpec[] = [
  {
    name: 'label',
    help: 'What the respondent reads before the level; the key unless said otherwise.',
    shape: text,
  },
  {
    name: 'levels',
    help: 'The levels, `key: text`, in their order.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'A level and what the respondent reads.',
      value: { ...text, empty: true },
      min: 2,
    },
    required: true,
  },
];

/** The keys of a conjoint. */
export const conjointKeys: readonly KeySpec[] = [
  { name: 'tasks', help: 'How many choices a respondent makes.', shape: count, required: true },
  {
    name: 'alternatives',
    help: 'How many alternatives there are to choose from.',
    shape: { ...count, min: 2, max: 100 },
    required: true,
  },
  {
    name: 'attributes',
    help: 'In what the alternatives differ, each with its levels.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'An attribute and its levels.',
      value: { kind: 'map', keys: attribute },
      min: 1,
    },
    required: true,
  },
  {
    name: 'restrict',
    help: 'Combinations that no alternative has: of each attribute named, any of these levels.',
    shape: {
      kind: 'list',
      item: {
        kind: 'dict',
        keys: 'name',
        keyOf: 'attribute',
        keyHelp: 'An attribute and its level, or several levels.',
        value: {
          kind: 'either',
          scalar: reference('attributeLevel'),
          list: { kind: 'list', item: reference('attributeLevel'), min: 1 },
        },
        min: 1,
      },
    },
  },
];
