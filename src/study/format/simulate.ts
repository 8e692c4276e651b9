import { integer, later, reference } from '../schema/shape';
import type { KeySpec } from '../schema/shape';

/** The keys under `simulate`. */
export const simulateKeys: readonly KeySpec[] = [
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
