import { contentKeys } from './conditions';
import { respondentKeys } from './respondents';
import { integer, later, name, number, reference, text } from '../schema/shape';
import type { KeySpec, Shape } from '../schema/shape';

const ID = {
  regex: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  says: 'letters, digits, dots, hyphens and underscores, at most 100 of them',
};

const LANGUAGES = [
  ['en', 'English (default).'],
  ['de', 'German.'],
  ['es', 'Spanish.'],
  ['fr', 'French.'],
  ['it', 'Italian.'],
  ['pt', 'Portuguese.'],
  ['nl', 'Dutch.'],
] as const;

const headKeys: readonly KeySpec[] = [
  {
    name: 'vignette',
    help: 'The version of the format: `1`.',
    shape: { kind: 'version', supported: 1 },
    required: true,
  },
  {
    name: 'id',
    help: 'A short name of the study; folders of results are called after it.',
    shape: { ...name, pattern: ID },
    required: true,
  },
  { name: 'title', help: 'What the study is called. Never shown to a model.', shape: text, required: true },
  {
    name: 'source',
    help: 'Where the study comes from. Never shown to a model.',
    shape: {
      kind: 'map',
      keys: [
        { name: 'citation', help: 'Authors and year, or the whole reference.', shape: text },
        { name: 'url', help: 'Where to read it; best a DOI.', shape: name },
        { name: 'licence', help: 'The licence of wording and data, best as an SPDX name.', shape: name },
        { name: 'year', help: 'The year of publication.', shape: integer },
      ],
    },
  },
  { name: 'population', help: 'Who was asked, in one line. It may be shown to the model.', shape: text },
  {
    name: 'language',
    help: 'The language of the wording; the sentence that says how to answer follows it.',
    shape: { kind: 'choice', values: LANGUAGES.map(([value, help]) => ({ value, help })) },
  },
  {
    name: 'design',
    help: 'How respondents were spread over the conditions.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'between', help: 'Each respondent saw one condition (default).' },
        { value: 'within', help: 'Each respondent saw every condition.' },
        { value: 'mixed', help: 'Some of each.' },
      ],
    },
  },
  {
    name: 'fielded',
    help: 'When, where and how the answers were collected.',
    shape: {
      kind: 'map',
      keys: [
        { name: 'from', help: 'The first day, `2016-05-01`.', shape: name },
        { name: 'to', help: 'The last day.', shape: name },
        { name: 'country', help: 'The country.', shape: name },
        { name: 'mode', help: 'How: online, telephone, in person.', shape: name },
      ],
    },
  },
  {
    name: 'assignment',
    help: 'How conditions were assigned to respondents.',
    shape: {
      kind: 'map',
      keys: [
        {
          name: 'unit',
          help: 'What was assigned; `respondent` unless said otherwise.',
          shape: {
            kind: 'choice',
            values: [{ value: 'respondent', help: 'Each respondent by chance (default).' }],
          },
        },
        {
          name: 'probabilities',
          help: 'The share of respondents for each condition.',
          shape: {
            kind: 'dict',
            keys: 'name',
            keyOf: 'condition',
            keyHelp: 'A condition and its share.',
            value: { kind: 'number', min: 0, max: 1 },
          },
        },
        later('blocks', 'Columns within which was randomised.'),
      ],
    },
  },
];

const contrast: readonly KeySpec[] = [
  { name: 'id', help: 'A name for the contrast; `treatment-control` unless said otherwise.', shape: name },
  { name: 'outcome', help: 'The outcome that is compared.', shape: reference('outcome'), required: true },
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
  {
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
  },
  ...['factor', 'attribute', 'estimator', 'share', 'items', 'adjust', 'weighted'].map((key) =>
    later(key, 'Another form of contrast.'),
  ),
];

const simulate: readonly KeySpec[] = [
  { name: 'model', help: 'A model of `vignette.yaml`; `local` always exists.', shape: reference('model') },
  {
    name: 'strategy',
    help: 'How the model is asked.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'direct', help: 'Each person answers with a number (default).' },
        { value: 'logprob', help: 'The probability of every option is read, and the answer drawn from it.' },
        { value: 'baseline', help: 'No model: a reference to compare with.' },
        ...['reason', 'few-shot', 'verbalize', 'marginal', 'group'].map((value) => ({
          value,
          help: 'Not simulated by this version.',
          unsupported: true as const,
        })),
      ],
    },
  },
  {
    name: 'respondents',
    help: 'How many people; fewer than there are is a seeded sample.',
    shape: { kind: 'number', integer: true, min: 1, max: 10_000_000 },
  },
  {
    name: 'assign',
    help: 'Which conditions a person answers.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'data', help: 'Those that the person saw in the data (default with data).' },
        { value: 'all', help: 'Every one.' },
      ],
    },
  },
  { name: 'seed', help: 'The seed of everything that is drawn; 1 unless said otherwise.', shape: integer },
  ...['orders', 'frames', 'person', 'persona', 'randomised', 'calibrate', 'draws', 'temperature'].map((key) =>
    later(key, 'A modifier of the strategy.'),
  ),
];

const tailKeys: readonly KeySpec[] = [
  {
    name: 'respondents',
    help: 'The human answers: where they are and how to read them.',
    shape: { kind: 'map', keys: respondentKeys },
  },
  later('panel', 'Personas where there is no human data.'),
  {
    name: 'smallestEffect',
    help: 'The smallest effect of interest, in per cent of the range of the scale; 2 unless said otherwise.',
    shape: { kind: 'number', min: 0, max: 100 },
  },
  {
    name: 'contrasts',
    help: 'Which conditions are compared; every one with the control unless said otherwise.',
    shape: { kind: 'list', item: { kind: 'map', keys: contrast } },
  },
  later('scores', 'Composites of several outcomes.'),
  later('expect', 'What should hold of a run.'),
  {
    name: 'simulate',
    help: 'Defaults of a run; each can be changed when it is started.',
    shape: { kind: 'map', keys: simulate },
  },
];

/** The shape of a study file. */
export const studyShape: Shape & { kind: 'map' } = {
  kind: 'map',
  keys: [...headKeys, ...contentKeys, ...tailKeys],
};
