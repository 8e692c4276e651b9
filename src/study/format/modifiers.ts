import { mostDraws, mostExamples, mostFrames, ordersNames } from '../strategies';
import { boolean, reference } from '../schema/shape';
import type { ChoiceValue, KeySpec, Shape } from '../schema/shape';
import type { Orders } from '../types';

/** Fields and columns of the profiles of whoever is asked, respondents of the data or a panel. */
const fields: Shape = {
  kind: 'list',
  item: { ...reference('profileName'), also: ['panel'] },
  min: 1,
};

const ordersHelp: Readonly<Record<Orders, string>> = {
  forward: 'As the scale has them (default).',
  reversed: 'Turned around.',
  both: 'Turned around for every second person.',
  permuted: 'In an order of its own for each person and question.',
};

const only: KeySpec = { name: 'only', help: 'The fields or columns that are told.', shape: fields };
const without: KeySpec = { name: 'without', help: 'The fields or columns that are not told.', shape: fields };

const persona: KeySpec = {
  name: 'persona',
  help: "What of a person's profile the model is told.",
  shape: {
    kind: 'either',
    scalar: {
      kind: 'choice',
      values: [
        { value: 'full', help: 'Everything (default).' },
        { value: 'demographics', help: 'The SocSci210 fields without party and ideology.' },
        { value: 'none', help: 'Nothing.' },
      ],
    },
    map: {
      kind: 'map',
      keys: [only, without],
      when: [
        { key: 'only', keys: [only] },
        { key: 'without', keys: [without] },
      ],
    },
  },
};

const fewShot: KeySpec = {
  name: 'fewShot',
  help: 'Which examples the strategy `few-shot` shows.',
  shape: {
    kind: 'map',
    keys: [
      {
        name: 'k',
        help: 'How many examples a prompt has at most; 5 unless said otherwise.',
        shape: { kind: 'number', integer: true, min: 1, max: mostExamples },
      },
      {
        name: 'similarity',
        help: 'How similar questions are found.',
        shape: {
          kind: 'choice',
          values: [
            { value: 'bm25', help: 'By their words (default).' },
            { value: 'embeddings', help: 'By embeddings of an endpoint that offers them.' },
          ],
        },
      },
      {
        name: 'by',
        help: 'Show the answers of people equal in these fields, instead of those of the person alone.',
        shape: fields,
      },
    ],
  },
};

const group = (strategies: readonly ChoiceValue[]): KeySpec => ({
  name: 'group',
  help: 'Whom the strategy `group` asks about, and how; `marginal` asks about these groups too.',
  shape: {
    kind: 'map',
    keys: [
      { name: 'by', help: 'The profile fields that make a group.', shape: fields },
      {
        name: 'strategy',
        help: 'How each group is asked about.',
        shape: { kind: 'choice', values: strategies },
      },
    ],
  },
});

/**
 * The keys under `simulate` that change how any strategy asks.
 * @param strategies those that can be asked about a group.
 */
export function modifierKeys(strategies: readonly ChoiceValue[]): readonly KeySpec[] {
  return [
    {
      name: 'temperature',
      help: 'Of what a model samples; 1 unless the prompts or the study say otherwise.',
      shape: { kind: 'number', min: 0, max: 2 },
    },
    {
      name: 'draws',
      help: 'Answers of each person to each question; 1 unless said otherwise.',
      shape: { kind: 'number', integer: true, min: 1, max: mostDraws },
    },
    {
      name: 'orders',
      help: 'In which order options are read; codes stay with them.',
      shape: {
        kind: 'choice',
        values: ordersNames.map((value) => ({ value, help: ordersHelp[value] })),
      },
    },
    {
      name: 'frames',
      help: 'How many wordings of the instruction are taken in turn over the people, 1 to 5.',
      shape: { kind: 'number', integer: true, min: 1, max: mostFrames },
    },
    {
      name: 'person',
      help: 'Grammatical person of the instruction and the persona; as in the prompts unless said otherwise.',
      shape: { kind: 'number', integer: true, min: 1, max: 3 },
    },
    persona,
    {
      name: 'randomised',
      help: 'Say that chance decided which version of the survey a respondent sees.',
      shape: boolean,
    },
    {
      name: 'calibrate',
      help: 'What is fitted on the human answers of other conditions, and applied to probabilities.',
      shape: {
        kind: 'choice',
        values: [
          { value: 'none', help: 'Nothing (default).' },
          { value: 'temperature', help: 'A power of the probabilities.' },
          { value: 'shrinkage', help: 'A mixture with equal shares.' },
        ],
      },
    },
    fewShot,
    group(strategies),
  ];
}
