import { boolean, integer, name, number, reference } from '../schema/shape';
import type { DictShape, KeySpec, MapShape, Shape } from '../schema/shape';

const published: KeySpec = {
  name: 'published',
  help: 'The effect as published, to compare with. Never shown to a model.',
  shape: {
    kind: 'map',
    keys: [
      { name: 'estimate', help: 'The effect, treatment minus control.', shape: number, required: true },
      { name: 'se', help: 'Its standard error.', shape: { kind: 'number', min: 0 } },
      {
        name: 'ci',
        help: 'Its 95 % interval, `[low, high]`.',
        shape: { kind: 'list', item: number, min: 2, max: 2 },
      },
      {
        name: 'unit',
        help: 'What the effect is counted in; `{sd: 0.48}` are standard deviations of this size.',
        shape: {
          kind: 'either',
          scalar: {
            kind: 'choice',
            values: [
              { value: 'raw', help: 'Codes of the scale (default).' },
              { value: 'points', help: 'Per cent of the range of the scale.' },
              { value: 'd', help: 'Standard deviations.' },
              { value: 'logit', help: 'Log odds.' },
            ],
          },
          map: {
            kind: 'map',
            keys: [
              {
                name: 'sd',
                help: 'The size of the standard deviation, in codes of the scale.',
                shape: number,
                required: true,
              },
            ],
          },
        },
      },
    ],
  },
};

/** Items by their fields. */
const itemSelection: DictShape = {
  kind: 'dict',
  keys: 'name',
  keyOf: 'itemField',
  keyHelp: 'A field of the items and the values that are chosen; of several fields each must hold.',
  value: { kind: 'list', item: reference('itemValue'), min: 1 },
  min: 1,
};

/** What can be said with every form of contrast. */
const measured: readonly KeySpec[] = [
  { name: 'id', help: 'A name for the contrast; `treatment-control` unless said otherwise.', shape: name },
  {
    name: 'outcome',
    help: 'The outcome that is compared; of a matrix one item, `matrix.item`, or the whole: then each item by itself. A score may stand here too.',
    shape: { ...reference('outcome'), also: ['matrix', 'score'] },
    required: true,
  },
];

const modifiers: readonly KeySpec[] = [
  {
    name: 'share',
    help: 'Compares the share of these codes in place of the mean: of the answers, of those who choose one of them or rank one first, of the total given to them.',
    shape: { kind: 'list', item: integer, min: 1 },
  },
  {
    name: 'items',
    help: 'Compares the items of `plus` alone, or the effect on them less that on those of `minus`.',
    shape: {
      kind: 'map',
      keys: [
        {
          name: 'plus',
          help: 'The items that count, by their fields.',
          shape: itemSelection,
          required: true,
        },
        { name: 'minus', help: 'The items whose effect is taken away from it.', shape: itemSelection },
      ],
    },
  },
  {
    name: 'adjust',
    help: 'Fields or columns of the profile that are held constant.',
    shape: { kind: 'list', item: reference('profileName'), min: 1 },
  },
  {
    name: 'weighted',
    help: 'Whether survey weights count, where there are any (default `true`).',
    shape: boolean,
  },
  published,
];

const factor: KeySpec = {
  name: 'factor',
  help: 'Compares two levels of this factor, over the conditions that differ in nothing else.',
  shape: reference('factor'),
};

const attribute: KeySpec = {
  name: 'attribute',
  help: 'Compares two levels of this attribute of a conjoint: the average marginal effect on being chosen.',
  shape: reference('attribute'),
};

const ofConditions: readonly KeySpec[] = [
  ...measured,
  {
    name: 'treatment',
    help: 'The condition with the treatment.',
    shape: reference('condition'),
    required: true,
  },
  {
    name: 'control',
    help: 'The condition it is compared with; the control unless said otherwise.',
    shape: reference('condition'),
  },
  factor,
  attribute,
  ...modifiers,
];

const ofLevels: readonly KeySpec[] = [
  ...measured,
  factor,
  { name: 'treatment', help: 'The level with the treatment.', shape: reference('level'), required: true },
  {
    name: 'control',
    help: "The level it is compared with; the control condition's unless said otherwise.",
    shape: reference('level'),
  },
  {
    name: 'estimator',
    help: 'How the other factors are averaged over.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'cells', help: 'The mean of the differences in the cells of the other factors (default).' },
        { value: 'additive', help: 'A model of main effects alone.' },
      ],
    },
  },
  ...modifiers,
];

const ofAttribute: readonly KeySpec[] = [
  ...measured,
  attribute,
  { name: 'treatment', help: 'The level of interest.', shape: reference('attributeLevel'), required: true },
  {
    name: 'control',
    help: 'The level it is compared with.',
    shape: reference('attributeLevel'),
    required: true,
  },
  ...modifiers,
];

const contrast: MapShape = {
  kind: 'map',
  keys: ofConditions,
  when: [
    { key: 'factor', keys: ofLevels },
    { key: 'attribute', keys: ofAttribute },
  ],
};

const outcomes: Shape = {
  kind: 'list',
  item: { ...reference('outcome'), also: ['matrix'] },
};

const score: MapShape = {
  kind: 'map',
  keys: [
    {
      name: 'of',
      help: 'The outcomes that it is made of; a matrix stands for all of its items.',
      shape: { ...outcomes, min: 1 },
      required: true,
    },
    { name: 'reverse', help: 'Those of them that count the other way round.', shape: outcomes },
    {
      name: 'combine',
      help: 'How they are put together.',
      shape: {
        kind: 'choice',
        values: [
          { value: 'mean', help: 'Their mean (default).' },
          { value: 'sum', help: 'Their sum.' },
        ],
      },
    },
  ],
};

const ofContrast: readonly KeySpec[] = [
  {
    name: 'contrast',
    help: 'A contrast by its id: one that the file lists, or one that is made by default.',
    shape: reference('contrast'),
    required: true,
  },
  {
    name: 'sign',
    help: 'The direction in which its effect goes.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'positive', help: 'The effect is above 0.' },
        { value: 'negative', help: 'The effect is below 0.' },
      ],
    },
    required: true,
  },
];

const ofOutcome: readonly KeySpec[] = [
  {
    name: 'outcome',
    help: 'An outcome; of a matrix one item, or the whole for every item.',
    shape: { ...reference('outcome'), also: ['matrix'] },
    required: true,
  },
  {
    name: 'w1',
    help: 'The distance to the human answers, by the stated convention, in every cell of the outcome.',
    shape: {
      kind: 'map',
      keys: [
        {
          name: 'below',
          help: 'The distance that it stays below, 0 … 1.',
          shape: { kind: 'number', min: 0, max: 1 },
          required: true,
        },
      ],
    },
    required: true,
  },
];

const expectation: MapShape = {
  kind: 'map',
  keys: [...ofContrast, ...ofOutcome.map(({ required: _required, ...key }) => key)],
  when: [
    { key: 'outcome', keys: ofOutcome },
    { key: 'w1', keys: ofOutcome },
  ],
};

/** The keys that say what is compared, put together and expected. */
export const contrastKeys: readonly KeySpec[] = [
  {
    name: 'contrasts',
    help: 'What is compared: conditions, levels of a factor or of an attribute. Every condition with the control unless said otherwise, and with `crossed` the main effects; for nominal answers and those on several options the share of each option.',
    shape: { kind: 'list', item: contrast },
  },
  {
    name: 'scores',
    help: 'Composites of several outcomes.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'A score: the outcomes it is made of.',
      value: score,
    },
  },
  {
    name: 'expect',
    help: 'What should hold of a run: each is a test.',
    shape: { kind: 'list', item: expectation },
  },
];
