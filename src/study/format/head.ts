import { integer, name, reference, text } from '../schema/shape';
import type { KeySpec, TextShape } from '../schema/shape';

const ID = {
  regex: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  says: 'letters, digits, dots, hyphens and underscores, at most 100 of them',
};

const DAY: TextShape = {
  ...name,
  pattern: {
    regex: /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    says: 'a day as `2016-05-01`, a month as `2016-05` or a year',
  },
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

/** The keys that say what the study is, and how it was done. */
export const headKeys: readonly KeySpec[] = [
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
        { name: 'from', help: 'The first day, `2016-05-01`; the month or the year will do.', shape: DAY },
        { name: 'to', help: 'The last day.', shape: DAY },
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
          help: 'What was assigned: `respondent` (default), or the column that says the cluster of a respondent.',
          shape: reference('column'),
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
        {
          name: 'blocks',
          help: 'The columns within whose values was randomised.',
          shape: { kind: 'list', item: reference('column') },
        },
      ],
    },
  },
];
