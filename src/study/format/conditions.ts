import { scaleChange, scaleDefinition, scaleOrName } from './scale';
import { boolean, later, reference, template, text, wording } from '../schema/shape';
import type { KeySpec } from '../schema/shape';

export const CONDITION_LIMIT = 10_000;
export const OUTCOME_LIMIT = 1_000;

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
    help: 'What the respondent reads. Nothing makes a pure control. `{{ factor }}` and `{{ profile.age }}` may stand in it.',
    shape: { ...template, empty: true },
  },
  {
    name: 'pages',
    help: 'The text in several pages, shown one after the other.',
    shape: { kind: 'list', item: template },
  },
  wording,
  later('media', 'Images and videos with a description or a transcript.'),
  later('simulated', 'Whether this condition is asked of a model at all.'),
];

const outcome: readonly KeySpec[] = [
  {
    name: 'question',
    help: 'What the respondent is asked, without how to answer: that sentence is made from the scale.',
    shape: template,
    required: true,
  },
  {
    name: 'scale',
    help: 'The answers that are possible: the name of a scale, or one written out.',
    shape: scaleOrName,
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
            help: 'What differs of the scale, merged by code; an option is left out with `null`.',
            shape: scaleChange,
          },
          wording,
        ],
      },
    },
  },
  later('correct', 'The right answers of a check.'),
  later('askIf', 'A filter question that decides whether this one is asked.'),
];

/** The keys that say what is shown and asked. */
export const contentKeys: readonly KeySpec[] = [
  { name: 'intro', help: 'Text shown in every condition, the control too, before its own.', shape: template },
  {
    name: 'scales',
    help: 'Scales to use by name in several outcomes.',
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
  later('crossed', 'Conditions made by crossing the factors.'),
  {
    name: 'outcomes',
    help: 'What respondents were asked. At least one.',
    required: true,
    shape: {
      kind: 'dict',
      keys: 'name',
      keyHelp: 'An outcome: a question and the answers that are possible.',
      value: { kind: 'map', keys: outcome },
      min: 1,
      max: OUTCOME_LIMIT,
    },
  },
  later('items', 'Stimuli of which a respondent sees several.'),
];
