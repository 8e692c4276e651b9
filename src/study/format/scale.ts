import { conjointKeys } from './conjoint';
import { integer, name, number, reference, template, text, wording } from '../schema/shape';
import type { DictShape, KeySpec, MapCase, Shape } from '../schema/shape';

const TAG = { tag: 'type', tagHelp: 'What kind of answer it is; it says which other keys there are.' };

const count: Shape = { kind: 'number', integer: true, min: 1, max: 1000 };

const options: DictShape = {
  kind: 'dict',
  keys: 'code',
  keyProblem: 'scale/levels',
  keyHelp: 'An integer code: what is stored. Its value is the label: what the respondent reads.',
  value: template,
};

const labels: DictShape = {
  ...options,
  keyProblem: 'scale/labels',
  keyHelp: 'A code of the scale and what the respondent reads there.',
};

const optionsKey: KeySpec = {
  name: 'options',
  help: 'The answers on offer, `code: label`, in the order in which they are shown.',
  shape: options,
};

const dontKnow: KeySpec = {
  name: 'dontKnow',
  help: 'An answer beside the scale, such as "Don\'t know".',
  shape: {
    kind: 'map',
    keys: [
      { name: 'code', help: 'The integer code that the data use for it.', shape: integer, required: true },
      { name: 'label', help: 'What the respondent reads.', shape: template, required: true },
      {
        name: 'as',
        help: 'Whether it counts as an answer with its own share, or as missing.',
        shape: {
          kind: 'choice',
          values: [
            { value: 'option', help: 'Its share is reported; distances are on the substantive answers.' },
            { value: 'missing', help: 'It is left out (default).' },
          ],
        },
      },
    ],
  },
};

const ordinalKeys: readonly KeySpec[] = [
  {
    name: 'points',
    help: 'How many points the scale has: `points: 7` with `min: 1` runs from 1 to 7.',
    shape: { kind: 'number', integer: true, min: 2, max: 1000 },
  },
  { name: 'min', help: 'The lowest point; 1 unless said otherwise.', shape: integer },
  { name: 'labels', help: 'What the respondent reads at some or all points, `point: label`.', shape: labels },
  optionsKey,
  dontKnow,
];

const numericKeys: readonly KeySpec[] = [
  { name: 'min', help: 'The lowest answer possible.', shape: number },
  { name: 'max', help: 'The highest answer possible.', shape: number },
  {
    name: 'step',
    help: 'The distance between neighbouring answers; 1 unless said otherwise.',
    shape: number,
  },
  { name: 'unit', help: 'What is counted: `years`, `US dollars`, `%`.', shape: text },
  { name: 'labels', help: 'What the respondent reads at the ends or at other points.', shape: labels },
  {
    name: 'transform',
    help: 'How answers without bounds are brought to a common range, so that distances can be told: cut to `from` … `to`, then compared.',
    shape: {
      kind: 'map',
      keys: [
        {
          name: 'kind',
          help: 'How they are compared.',
          shape: {
            kind: 'choice',
            values: [
              { value: 'linear', help: 'As they are.' },
              { value: 'log', help: 'As log(1 + answer − from).' },
            ],
          },
          required: true,
        },
        { name: 'from', help: 'The lowest answer that is told apart.', shape: number, required: true },
        { name: 'to', help: 'The highest answer that is told apart.', shape: number, required: true },
      ],
    },
  },
  dontKnow,
];

const needed: KeySpec = { ...optionsKey, required: true };

const single: readonly MapCase[] = [
  { value: 'binary', help: 'Exactly two answers.', keys: [needed, dontKnow] },
  { value: 'ordinal', help: 'Ordered answers: `points` with `labels`, or `options`.', keys: ordinalKeys },
  { value: 'numeric', help: 'A number: a slider or a number field.', keys: numericKeys },
  { value: 'nominal', help: 'Answers without an order.', keys: [needed, dontKnow] },
];

const several: readonly MapCase[] = [
  {
    value: 'multiselect',
    help: 'All that apply, out of several options.',
    keys: [
      needed,
      { name: 'min', help: 'The fewest options to choose; 0 unless said otherwise.', shape: integer },
      { name: 'max', help: 'The most options to choose; all unless said otherwise.', shape: count },
      dontKnow,
    ],
  },
  {
    value: 'rank',
    help: 'An order of the options.',
    keys: [
      needed,
      { name: 'top', help: 'How many are ranked; all unless said otherwise.', shape: count },
      dontKnow,
    ],
  },
  {
    value: 'allocate',
    help: 'A total spread over the options.',
    keys: [
      needed,
      { name: 'total', help: 'What is spread; 100 unless said otherwise.', shape: number },
      dontKnow,
    ],
  },
];

const open: readonly MapCase[] = [
  {
    value: 'choice',
    help: 'A conjoint: choices between alternatives that differ in their attributes.',
    keys: conjointKeys,
  },
  {
    value: 'text',
    help: 'Free text, coded by a rubric.',
    keys: [
      { name: 'maxWords', help: 'The most words to write.', shape: count },
      {
        name: 'rubric',
        help: 'The question by which each text is coded; without one, texts are only listed.',
        shape: {
          kind: 'map',
          keys: [
            { name: 'question', help: 'What the coder is asked about a text.', shape: text, required: true },
            {
              name: 'scale',
              help: 'The scale on which it is coded: a name, or one written out that is answered with one number.',
              shape: {
                kind: 'either',
                scalar: reference('scale'),
                map: { kind: 'cases', ...TAG, cases: single },
              },
              required: true,
            },
          ],
        },
      },
    ],
  },
];

/** A scale written out, of any type but a matrix. */
export const scaleDefinition: Shape = { kind: 'cases', ...TAG, cases: [...single, ...several, ...open] };

const matrixItem: Shape = {
  kind: 'either',
  scalar: template,
  map: {
    kind: 'map',
    keys: [{ name: 'text', help: 'What the respondent reads.', shape: template, required: true }, wording],
  },
};

const matrix: MapCase = {
  value: 'matrix',
  help: 'Several items on one scale: each becomes an outcome, `outcome.item`.',
  keys: [
    {
      name: 'of',
      help: 'The scale of every item: a name, or one written out.',
      shape: { kind: 'either', scalar: reference('scale'), map: scaleDefinition },
      required: true,
    },
    {
      name: 'items',
      help: 'The items, `key: text`.',
      shape: {
        kind: 'dict',
        keys: 'name',
        keyHelp: 'An item and its text; the outcome is called `outcome.key`.',
        value: matrixItem,
        min: 1,
      },
      required: true,
    },
  ],
};

/** The scale of an outcome: written out, a matrix too, or named. */
export const scaleOfOutcome: Shape = {
  kind: 'either',
  scalar: reference('scale'),
  map: { kind: 'cases', ...TAG, cases: [...single, ...several, matrix, ...open] },
};

const emptied: Shape = { kind: 'either', scalar: { ...template, empty: true } };

/** What of a scale differs in a condition: merged by code; an option is left out with `null`. */
export const scaleChange: Shape = {
  kind: 'either',
  scalar: reference('scale'),
  map: {
    kind: 'map',
    keys: [
      {
        name: 'type',
        help: 'A type makes this a whole scale of its own.',
        shape: {
          kind: 'choice',
          values: [...single, ...several].map(({ value, help }) => ({ value, help })),
        },
      },
      {
        name: 'options',
        help: 'Labels that differ, by code; `null` leaves an option out.',
        shape: { ...options, value: emptied },
      },
      { name: 'labels', help: 'Labels that differ, by code.', shape: labels },
      { name: 'points', help: 'How many points the scale has in this condition.', shape: integer },
      { name: 'min', help: 'The lowest answer in this condition.', shape: number },
      { name: 'max', help: 'The highest answer in this condition.', shape: number },
      { name: 'step', help: 'The distance between neighbouring answers.', shape: number },
      { name: 'unit', help: 'What is counted.', shape: name },
      { name: 'top', help: 'How many options are ranked in this condition.', shape: count },
      { name: 'total', help: 'What is spread over the options in this condition.', shape: number },
      {
        name: 'items',
        help: 'Items of a matrix that read differently, by key; `null` leaves an item out.',
        shape: {
          kind: 'dict',
          keys: 'name',
          keyOf: 'matrixItem',
          keyHelp: 'An item of the matrix and its text here.',
          value: emptied,
        },
      },
      dontKnow,
    ],
  },
};
