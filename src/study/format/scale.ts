import { anything, integer, later, name, number, reference, template, text } from '../schema/shape';
import type { DictShape, KeySpec, MapCase, Shape } from '../schema/shape';

const options: DictShape = {
  kind: 'dict',
  keys: 'code',
  keyProblem: 'scale/levels',
  keyHelp: 'An integer code: what is stored. Its value is the label: what the respondent reads.',
  value: template,
};

const labels: DictShape = {
  ...options,
  keyProblem: 'scale/labels',
  keyHelp: 'A code of the scale and what the respondent reads there.',
};

const optionsKey: KeySpec = {
  name: 'options',
  help: 'The answers on offer, `code: label`, in the order in which they are shown.',
  shape: options,
};

const dontKnow: KeySpec = {
  name: 'dontKnow',
  help: 'An answer beside the scale, such as "Don\'t know".',
  shape: {
    kind: 'map',
    keys: [
      { name: 'code', help: 'The integer code that the data use for it.', shape: integer, required: true },
      { name: 'label', help: 'What the respondent reads.', shape: template, required: true },
      {
        name: 'as',
        help: 'Whether it counts as an answer with its own share, or as missing.',
        shape: {
          kind: 'choice',
          values: [
            { value: 'option', help: 'Its share is reported; distances are on the substantive answers.' },
            { value: 'missing', help: 'It is left out (default).' },
          ],
        },
      },
    ],
  },
};

const ordinalKeys: readonly KeySpec[] = [
  {
    name: 'points',
    help: 'How many points the scale has: `points: 7` with `min: 1` runs from 1 to 7.',
    shape: { kind: 'number', integer: true, min: 2, max: 1000 },
  },
  { name: 'min', help: 'The lowest point; 1 unless said otherwise.', shape: integer },
  { name: 'labels', help: 'What the respondent reads at some or all points, `point: label`.', shape: labels },
  optionsKey,
  dontKnow,
];

const numericKeys: readonly KeySpec[] = [
  { name: 'min', help: 'The lowest answer possible.', shape: number },
  { name: 'max', help: 'The highest answer possible.', shape: number },
  {
    name: 'step',
    help: 'The distance between neighbouring answers; 1 unless said otherwise.',
    shape: number,
  },
  { name: 'unit', help: 'What is counted: `years`, `US dollars`, `%`.', shape: text },
  { name: 'labels', help: 'What the respondent reads at the ends or at other points.', shape: labels },
  dontKnow,
  later('transform', 'How answers without bounds are brought to a common range.'),
];

const notYet = (value: string, help: string, keys: readonly string[]): MapCase => ({
  value,
  help,
  keys: keys.map((key) => ({ name: key, help, shape: anything })),
  unsupported: true,
});

const cases: readonly MapCase[] = [
  { value: 'binary', help: 'Exactly two answers.', keys: [{ ...optionsKey, required: true }, dontKnow] },
  { value: 'ordinal', help: 'Ordered answers: `points` with `labels`, or `options`.', keys: ordinalKeys },
  { value: 'numeric', help: 'A number: a slider or a number field.', keys: numericKeys },
  {
    value: 'nominal',
    help: 'Answers without an order.',
    keys: [{ ...optionsKey, required: true }, dontKnow],
  },
  notYet('multiselect', 'Several answers at once.', ['options', 'min', 'max']),
  notYet('rank', 'An order of the options.', ['options', 'top']),
  notYet('allocate', 'A total spread over the options.', ['options', 'total']),
  notYet('matrix', 'One scale for several items.', ['of', 'items']),
  notYet('choice', 'A choice between profiles.', ['attributes', 'tasks', 'alternatives', 'restrict']),
  notYet('text', 'Free text, coded by a rubric.', ['maxWords', 'rubric']),
];

/** A scale written out. */
export const scaleDefinition: Shape = {
  kind: 'cases',
  tag: 'type',
  tagHelp: 'What kind of answer it is; it says which other keys there are.',
  cases,
};

/** A scale written out or named. */
export const scaleOrName: Shape = { kind: 'either', scalar: reference('scale'), map: scaleDefinition };

/** What of a scale differs in a condition: merged by code; an option is left out with `null`. */
export const scaleChange: Shape = {
  kind: 'either',
  scalar: reference('scale'),
  map: {
    kind: 'map',
    keys: [
      {
        name: 'type',
        help: 'A type makes this a whole scale of its own.',
        shape: {
          kind: 'choice',
          values: cases.filter((c) => !c.unsupported).map(({ value, help }) => ({ value, help })),
        },
      },
      {
        name: 'options',
        help: 'Labels that differ, by code; `null` leaves an option out.',
        shape: { ...options, value: { kind: 'either', scalar: { ...template, empty: true } } },
      },
      { name: 'labels', help: 'Labels that differ, by code.', shape: labels },
      { name: 'points', help: 'How many points the scale has in this condition.', shape: integer },
      { name: 'min', help: 'The lowest answer in this condition.', shape: number },
      { name: 'max', help: 'The highest answer in this condition.', shape: number },
      { name: 'step', help: 'The distance between neighbouring answers.', shape: number },
      { name: 'unit', help: 'What is counted.', shape: name },
      dontKnow,
    ],
  },
};
