import { reference, text } from '../schema/shape';
import type { KeySpec, ReferenceKind, Shape } from '../schema/shape';

/** A list of what becomes the persona, out of columns of the human answers or of the panel. */
export function profileShape(column: ReferenceKind & ('column' | 'panelColumn')): Shape {
  const keys: readonly KeySpec[] = [
    { name: 'column', help: 'The column of the data file.', shape: reference(column), required: true },
    {
      name: 'field',
      help: 'Which of the sixteen profile fields it is; any other column has a `label` instead.',
      shape: reference('profileField'),
    },
    { name: 'label', help: 'What the persona says before the value.', shape: text },
    {
      name: 'values',
      help: 'What the persona says for a value of the column, `value: words`.',
      shape: {
        kind: 'dict',
        keys: 'data',
        keyHelp: 'A value of the column, and the words that it stands for.',
        value: text,
      },
    },
    {
      name: 'measured',
      help: 'Whether it was measured before or after the treatment.',
      shape: {
        kind: 'choice',
        values: [
          { value: 'pre', help: 'Before the treatment.' },
          { value: 'post', help: 'After it: it may give the answer away.' },
        ],
      },
    },
  ];
  return { kind: 'list', item: { kind: 'map', keys } };
}
