import { itemKeys } from './items';
import { OUTCOME_LIMIT, outcomeKeys } from './outcomes';
import { scaleDefinition } from './scale';
import { boolean, reference, template, text, wording } from '../schema/shape';
import type { DictShape, KeySpec } from '../schema/shape';

export const CONDITION_LIMIT = 10_000;

const media: KeySpec = {
  name: 'media',
  help: 'Pictures, sound and films, in words for a model.',
  shape: {
    kind: 'list',
    item: {
      kind: 'map',
      keys: [
        {
          name: 'file',
          help: 'The file, relative to this one.',
          shape: { kind: 'text', file: true, name: true },
          required: true,
        },
        {
          name: 'alt',
          help: 'What is to be seen or heard, in a line; a model reads it in brackets.',
          shape: text,
        },
        { name: 'transcript', help: 'What is said or written in it, word by word.', shape: text },
      ],
    },
  },
};

const condition: readonly KeySpec[] = [
  {
    name: 'label',
    help: 'A name for people to read in charts and tables. Never shown to a model.',
    shape: text,
  },
  { name: 'control', help: 'Whether the other conditions are compared with this one.', shape: boolean },
  {
    name: 'factors',
    help: 'The level of each factor in this condition, `factor: level`; `{{ factor }}` then stands for the text of that level.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyOf: 'factor',
      keyHelp: 'A factor and its level here.',
      value: reference('level'),
    },
  },
  {
    name: 'text',
    help: 'What the respondent reads. Nothing makes a pure control. `{{ factor }}`, `{{ item }}` and `{{ profile.age }}` may stand in it.',
    shape: { ...template, empty: true },
  },
  {
    name: 'pages',
    help: 'The text in several pages, shown one after the other.',
    shape: { kind: 'list', item: template },
  },
  media,
  wording,
  {
    name: 'simulated',
    help: 'Whether a model is asked about it (default `true`); human answers count in any case.',
    shape: boolean,
  },
];

/** A level of some factors, `factor: level`. */
const levels: DictShape = {
  kind: 'dict',
  keys: 'name',
  keyOf: 'factor',
  keyHelp: 'A factor and its level.',
  value: reference('level'),
};

const crossed: readonly KeySpec[] = [
  {
    name: 'text',
    help: 'What the respondent reads, with the text of a level where `{{ factor }}` stands. A condition in which nothing is left is a pure control.',
    shape: { ...template, empty: true },
  },
  {
    name: 'control',
    help: 'The levels of the condition that the others are compared with, one of each factor.',
    shape: levels,
  },
  {
    name: 'omit',
    help: 'Combinations that were not used: a condition with all of these levels is left out.',
    shape: { kind: 'list', item: { ...levels, min: 1 } },
  },
  media,
  wording,
];

/** The keys that say what is shown and asked. */
export const contentKeys: readonly KeySpec[] = [
  { name: 'intro', help: 'Text shown in every condition, the control too, before its own.', shape: template },
  {
    name: 'scales',
    help: 'Scales to use by name in several outcomes: any but a matrix, which is several questions and stands in its outcome.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'A scale that outcomes use by this name.',
      value: scaleDefinition,
    },
  },
  {
    name: 'factors',
    help: 'Treatment variables: each has levels, and each level the text that `{{ factor }}` stands for.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'A factor: its levels and their texts.',
      value: {
        kind: 'dict',
        keys: 'name',
        keyHelp: 'A level and its text; an empty text shows nothing.',
        value: { ...text, empty: true },
        min: 1,
      },
    },
  },
  {
    name: 'conditions',
    help: 'What the groups of respondents were shown. Without it there is one condition, `all`.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'A condition: a group of respondents and what it was shown.',
      value: { kind: 'either', scalar: { kind: 'null' }, map: { kind: 'map', keys: condition } },
      min: 1,
      max: CONDITION_LIMIT,
    },
  },
  {
    name: 'crossed',
    help: 'In place of `conditions`: every combination of the levels of all factors, called by its levels with dots between, `gain.expert`.',
    shape: { kind: 'map', keys: crossed },
  },
  {
    name: 'outcomes',
    help: 'What respondents were asked. At least one.',
    required: true,
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'An outcome: a question and the answers that are possible.',
      value: { kind: 'map', keys: outcomeKeys },
      min: 1,
      max: OUTCOME_LIMIT,
    },
  },
  {
    name: 'items',
    help: 'Stimuli of which a respondent sees several: every outcome is asked of each.',
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'An item: its text, and fields to put into texts and to choose items by.',
      value: { kind: 'map', keys: itemKeys },
      min: 1,
    },
  },
];
