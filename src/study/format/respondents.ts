import { integer, later, number, reference, text } from '../schema/shape';
import type { DictShape, KeySpec, Shape } from '../schema/shape';

const dataList: Shape = { kind: 'list', item: { kind: 'data' } };

const toCondition: DictShape = {
  kind: 'dict',
  keys: 'data',
  keyHelp: 'A value of the column, and the condition that it stands for.',
  value: reference('condition'),
};

const conditionSource: Shape = {
  kind: 'either',
  scalar: reference('column'),
  map: {
    kind: 'map',
    keys: [
      { name: 'column', help: 'The column that says the condition.', shape: reference('column') },
      {
        name: 'values',
        help: 'Which value of the column is which condition, `value: condition`.',
        shape: toCondition,
      },
      {
        name: 'factors',
        help: 'A column for each factor; the condition is the one with these levels.',
        shape: {
          kind: 'dict',
          keys: 'name',
          keyOf: 'factor',
          keyHelp: 'A factor and its column.',
          value: {
            kind: 'either',
            scalar: reference('column'),
            map: {
              kind: 'map',
              keys: [
                {
                  name: 'column',
                  help: 'The column that says the level.',
                  shape: reference('column'),
                  required: true,
                },
                {
                  name: 'values',
                  help: 'Which value is which level, `value: level`.',
                  shape: {
                    ...toCondition,
                    keyHelp: 'A value of the column, and the level that it stands for.',
                    value: reference('level'),
                  },
                },
              ],
            },
          },
        },
      },
    ],
  },
};

const outcomeSource: Shape = {
  kind: 'either',
  scalar: reference('column'),
  map: {
    kind: 'map',
    keys: [
      { name: 'column', help: 'The column that holds the answers.', shape: reference('column') },
      {
        name: 'values',
        help: 'Which value of the column is which code of the scale, `value: code`.',
        shape: {
          kind: 'dict',
          keys: 'data',
          keyHelp: 'A value of the column, and the code that it stands for.',
          value: integer,
        },
      },
      {
        name: 'missing',
        help: 'Values that mean "no answer" in this column, beside those of the whole file.',
        shape: dataList,
      },
      later('columns', 'One column an option.'),
    ],
  },
};

const profileEntry: readonly KeySpec[] = [
  { name: 'column', help: 'The column of the data file.', shape: reference('column'), required: true },
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

const filter: Shape = {
  kind: 'either',
  scalar: { kind: 'data' },
  list: dataList,
  map: {
    kind: 'map',
    keys: [
      { name: 'min', help: 'The lowest number kept.', shape: number },
      { name: 'max', help: 'The highest number kept.', shape: number },
      { name: 'not', help: 'Values that are left out.', shape: dataList },
    ],
  },
};

/** The keys under `respondents`. */
export const respondentKeys: readonly KeySpec[] = [
  {
    name: 'data',
    help: 'The file with the human answers, relative to this file: one row a respondent.',
    shape: { kind: 'text', file: true, name: true },
    required: true,
  },
  { name: 'id', help: 'The column that tells respondents apart.', shape: reference('column') },
  {
    name: 'condition',
    help: 'Which condition a row belongs to: a column, or a column and what its values mean.',
    shape: conditionSource,
  },
  {
    name: 'outcomes',
    help: "The column of each outcome; without it, the column of the outcome's own name.",
    shape: {
      kind: 'dict',
      keys: 'name',
      keyOf: 'outcome',
      keyHelp: 'An outcome and its column.',
      value: outcomeSource,
    },
  },
  { name: 'weight', help: 'The column of survey weights.', shape: reference('column') },
  {
    name: 'where',
    help: 'Which rows are kept: all of these must hold. What was left out is counted and said.',
    shape: {
      kind: 'dict',
      keys: 'data',
      keyOf: 'column',
      keyHelp: 'A column and the values, or the range, that are kept.',
      value: filter,
    },
  },
  {
    name: 'missing',
    help: 'Values that mean "no answer" in the outcome columns. An empty cell always does.',
    shape: dataList,
  },
  {
    name: 'profile',
    help: 'What becomes the persona, in this order.',
    shape: { kind: 'list', item: { kind: 'map', keys: profileEntry } },
  },
  later('item', 'The column that says which item a row is about.'),
  later('survey', 'Weights with strata, clusters and replicates.'),
  later('conjoint', 'The columns of a conjoint.'),
];
