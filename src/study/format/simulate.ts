import { integer, reference } from '../schema/shape';
import type { ChoiceValue, KeySpec } from '../schema/shape';
import { modifierKeys } from './modifiers';

/** How a model can be asked about a person or a group. */
export const askingStrategies: readonly ChoiceValue[] = [
  { value: 'direct', help: 'Each person answers with a number (default).' },
  { value: 'reason', help: 'Each person thinks in a few sentences, then answers with a number.' },
  {
    value: 'verbalize',
    help: 'The model writes a probability for every option; the answer is drawn from them.',
  },
  { value: 'logprob', help: 'The probability of every option is read, and the answer drawn from it.' },
  { value: 'marginal', help: 'The model writes which share of all respondents gives each answer.' },
];

const strategies: readonly ChoiceValue[] = [
  ...askingStrategies,
  {
    value: 'few-shot',
    help: 'Each person answers with a number, below similar questions with human answers.',
  },
  { value: 'group', help: 'Another strategy, asked about groups of people instead of persons.' },
  { value: 'baseline', help: 'No model: a reference to compare with.' },
];

/** The keys under `simulate`. */
export const simulateKeys: readonly KeySpec[] = [
  { name: 'model', help: 'A model of `vignette.yaml`; `local` always exists.', shape: reference('model') },
  { name: 'strategy', help: 'How the model is asked.', shape: { kind: 'choice', values: strategies } },
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
  ...modifierKeys(askingStrategies),
];
