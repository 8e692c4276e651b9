import { reference } from '../schema/shape';
import type { KeySpec } from '../schema/shape';
import { profileShape } from './profile';

/** The keys under `panel`. */
export const panelKeys: readonly KeySpec[] = [
  {
    name: 'size',
    help: 'How many personas there are.',
    shape: { kind: 'number', integer: true, min: 1, max: 1_000_000 },
    required: true,
  },
  {
    name: 'sample',
    help: 'A file of people, one row each, relative to this file: personas are drawn from its rows, so that their fields fit together.',
    shape: { kind: 'text', file: true, name: true },
  },
  {
    name: 'profile',
    help: 'What of a row of the sample becomes the persona, in this order.',
    shape: profileShape('panelColumn'),
  },
  {
    name: 'weight',
    help: 'The column of the sample by which rows are drawn more or less often.',
    shape: reference('panelColumn'),
  },
  {
    name: 'margins',
    help: 'The share of each value of a profile field in the population. With a sample its rows are raked to them; without one the fields are drawn independently of each other, and every result says so.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyOf: 'profileField',
      open: true,
      keyHelp:
        'A profile field and the shares of its values, which add up to 1. Any other name is its own label.',
      value: {
        kind: 'dict',
        keys: 'data',
        keyHelp: 'A value and its share.',
        value: { kind: 'number', min: 0, max: 1 },
        min: 1,
      },
      min: 1,
    },
  },
];
