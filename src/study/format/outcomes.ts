import { scaleChange, scaleOfOutcome } from './scale';
import { integer, reference, template, text, wording } from '../schema/shape';
import type { KeySpec, MapShape, Shape } from '../schema/shape';

const values: Shape = { kind: 'list', item: { kind: 'data' }, min: 1 };

const ofColumn: readonly KeySpec[] = [
  {
    name: 'column',
    help: 'The column of the human answers that decides.',
    shape: reference('column'),
    required: true,
  },
  { name: 'is', help: 'The values with which it is asked.', shape: values, required: true },
];

const ofOutcome: readonly KeySpec[] = [
  {
    name: 'outcome',
    help: 'The outcome whose answer decides.',
    shape: reference('outcome'),
    required: true,
  },
  {
    name: 'is',
    help: 'The codes with which it is asked.',
    shape: { kind: 'list', item: integer, min: 1 },
    required: true,
  },
];

const askIf: MapShape = {
  kind: 'map',
  keys: [
    ...ofOutcome,
    {
      name: 'column',
      help: 'A column of the human answers, in place of an outcome.',
      shape: reference('column'),
    },
  ],
  when: [
    { key: 'outcome', keys: ofOutcome },
    { key: 'column', keys: ofColumn },
  ],
};

export const OUTCOME_LIMIT = 1_000;

/** The keys of an outcome. */
export const outcomeKeys: readonly KeySpec[] = [
  {
    name: 'question',
    help: 'What the respondent is asked, without how to answer: that sentence is made from the scale.',
    shape: template,
    required: true,
  },
  {
    name: 'scale',
    help: 'The answers that are possible: the name of a scale, or one written out.',
    shape: scaleOfOutcome,
    required: true,
  },
  {
    name: 'role',
    help: 'What the outcome is for.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'primary', help: 'What the study is about (default).' },
        { value: 'secondary', help: 'Also measured.' },
        { value: 'check', help: 'A manipulation check.' },
        { value: 'attention', help: 'An attention check.' },
      ],
    },
  },
  {
    name: 'higher',
    help: 'What a higher answer means, for reading effects. Never shown to a model.',
    shape: text,
  },
  {
    name: 'ask',
    help: 'The conditions in which it is asked; every one unless said otherwise.',
    shape: { kind: 'list', item: reference('condition') },
  },
  wording,
  {
    name: 'in',
    help: 'What differs in a condition: the question, or parts of the scale.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyOf: 'condition',
      keyHelp: 'A condition and what differs there.',
      value: {
        kind: 'map',
        keys: [
          { name: 'question', help: 'The question as asked in this condition.', shape: template },
          {
            name: 'scale',
            help: 'What differs of the scale, merged by code; an option, or an item of a matrix, is left out with `null`.',
            shape: scaleChange,
          },
          wording,
        ],
      },
    },
  },
  {
    name: 'correct',
    help: 'The right answers of a manipulation or attention check, as codes. Who gave another is reported.',
    shape: { kind: 'list', item: integer, min: 1 },
  },
  {
    name: 'askIf',
    help: 'A filter: it is asked only of those who gave certain answers before, or have certain values in a column.',
    shape: askIf,
  },
];
