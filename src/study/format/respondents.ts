import { integer, number, reference } from '../schema/shape';
import type { DictShape, KeySpec, Shape } from '../schema/shape';
import { profileShape } from './profile';

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
      {
        name: 'column',
        help: 'The column that holds the answers; of several chosen options a list of their codes, `1,3`.',
        shape: reference('column'),
      },
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
      {
        name: 'columns',
        help: 'One column an option, `code: column`, for answers that are several at once. `1`, `true`, `yes` and `x` are a tick, `0`, `false`, `no` and an empty cell none; ranks count from 1; amounts add up to the total. A row in which all of them are empty or missing has no answer.',
        shape: {
          kind: 'dict',
          keys: 'code',
          keyHelp: 'A code of the scale, and the column of this option.',
          value: reference('column'),
          min: 1,
        },
      },
    ],
  },
};

const itemSource: Shape = {
  kind: 'either',
  scalar: reference('column'),
  map: {
    kind: 'map',
    keys: [
      {
        name: 'column',
        help: 'The column that says the item.',
        shape: reference('column'),
        required: true,
      },
      {
        name: 'values',
        help: 'Which value of the column is which item, `value: item`.',
        shape: {
          kind: 'dict',
          keys: 'data',
          keyHelp: 'A value of the column, and the item that it stands for.',
          value: reference('item'),
        },
      },
    ],
  },
};

const survey: readonly KeySpec[] = [
  { name: 'weight', help: 'The column of survey weights.', shape: reference('column') },
  { name: 'strata', help: 'The column of strata.', shape: reference('column') },
  { name: 'psu', help: 'The column of clusters (primary sampling units).', shape: reference('column') },
  {
    name: 'replicates',
    help: 'The columns of replicate weights.',
    shape: { kind: 'list', item: reference('column'), min: 1 },
    notYet: 'scored',
  },
];

const conjoint: readonly KeySpec[] = [
  {
    name: 'task',
    help: 'The column that says the task of a row; with `per`, one that numbers the profiles of a respondent.',
    shape: {
      kind: 'either',
      scalar: reference('column'),
      map: {
        kind: 'map',
        keys: [
          {
            name: 'column',
            help: 'The column that numbers the profiles of a respondent from 1.',
            shape: reference('column'),
            required: true,
          },
          {
            name: 'per',
            help: 'How many profiles make a task.',
            shape: { kind: 'number', integer: true, min: 1 },
          },
        ],
      },
    },
    required: true,
  },
  {
    name: 'alternative',
    help: 'The column that says which alternative of its task a row is.',
    shape: reference('column'),
  },
  {
    name: 'chosen',
    help: 'The column that is 1 where the alternative was chosen, 0 where not.',
    shape: reference('column'),
    required: true,
  },
  {
    name: 'attributes',
    help: 'The column of each attribute; its values are the keys of the levels.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyOf: 'attribute',
      keyHelp: 'An attribute and its column.',
      value: reference('column'),
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
    help: 'The file with the human answers, relative to this file: one row a respondent (and a condition, an item, or a task and an alternative, where people answer several times).',
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
      keyHelp: 'An outcome and its column; an item of a matrix is `matrix.item`.',
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
    shape: profileShape('column'),
  },
  {
    name: 'item',
    help: 'Which item a row is about: a column, or a column and what its values mean.',
    shape: itemSource,
  },
  {
    name: 'survey',
    help: 'The design of a survey: weights, strata and clusters.',
    shape: { kind: 'map', keys: survey },
  },
  {
    name: 'conjoint',
    help: 'The columns of a conjoint: one row an alternative.',
    shape: { kind: 'map', keys: conjoint },
  },
];
