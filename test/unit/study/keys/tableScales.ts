import type { Observable } from './observe';
import type { Change, Table } from './table';

/** The kinds of scale, named in `scales` and asked by an outcome. */
export const scaleKeys: readonly Table[] = [
  {
    base: 'between',
    changes: [
      ['scales', 'agree: {type: ordinal', 'disagree: {type: ordinal', 'diagnostics'],
      ['scales.*.type', 'agree: {type: ordinal', 'agree: {type: nominal', 'diagnostics'],
      ['scales.*(binary).options', '1: B}, dontKnow', '1: C}, dontKnow', 'prompts'],
      ...dontKnow('binary', 97, 'human'),
      ['scales.*(ordinal).points', 'points: 5, min: 1, labels', 'points: 6, min: 1, labels', 'asked'],
      ['scales.*(ordinal).min', 'min: 1, labels: {1: D', 'min: 0, labels: {1: D', 'asked'],
      ['scales.*(ordinal).labels', '1: Disagree', '1: Never', 'prompts'],
      ...dontKnow('ordinal', 9, 'human'),
      [
        'scales.*(numeric).min',
        'min: 0, max: 10, step: 1, unit: points, l',
        'min: 1, max: 10, step: 1, unit: points, l',
        'asked',
      ],
      [
        'scales.*(numeric).max',
        'max: 10, step: 1, unit: points, l',
        'max: 9, step: 1, unit: points, l',
        'asked',
      ],
      ['scales.*(numeric).labels', '0: Not at all', '0: Never', 'prompts'],
      ...dontKnow('numeric', 99, 'human'),
      ['scales.*(nominal).options', '3: Green', '3: Yellow', 'prompts'],
      ...dontKnow('nominal', 98, 'human'),
    ],
  },
  {
    base: 'amount',
    changes: [
      ['scales.*(numeric).step', 'step: 1', 'step: 0.5', 'prompts'],
      ['scales.*(numeric).unit', 'unit: dollars', 'unit: euros', 'prompts'],
      ['scales.*(numeric).transform', ', transform: {kind: log, from: 0, to: 10}', '', 'results'],
      ['scales.*(numeric).transform.kind', 'kind: log', 'kind: linear', 'results'],
      ['scales.*(numeric).transform.from', 'from: 0, to', 'from: 1, to', 'results'],
      ['scales.*(numeric).transform.to', 'to: 10}', 'to: 5}', 'results'],
    ],
  },
  {
    base: 'several',
    changes: [
      ['scales.*(ordinal).options', '2: Maybe', '2: Perhaps', 'asked'],
      ['scales.*(multiselect).options', '3: Web', '3: Net', 'asked'],
      ['scales.*(multiselect).min', 'min: 1', 'min: 2', 'asked'],
      ['scales.*(multiselect).max', 'max: 2', 'max: 3', 'asked'],
      ...dontKnow('multiselect', 9),
      ['scales.*(rank).options', '1: Work', '1: Jobs', 'asked'],
      ['scales.*(rank).top', 'top: 2', 'top: 4', 'diagnostics'],
      ...dontKnow('rank', 8),
      ['scales.*(allocate).options', '1: Roads', '1: Streets', 'asked'],
      ['scales.*(allocate).total', 'total: 100', 'total: 0', 'diagnostics'],
      ...dontKnow('allocate', 999),
      ['scales.*(choice).tasks', 'tasks: 2', 'tasks: 3', 'kept'],
      ['scales.*(choice).tasks', 'tasks: 2', 'tasks: 0', 'diagnostics'],
      ['scales.*(choice).alternatives', 'alternatives: 2', 'alternatives: 3', 'asked'],
      ['scales.*(choice).attributes', 'party: {label: Party', 'side: {label: Party', 'diagnostics'],
      ['scales.*(choice).attributes.*.label', 'label: Top rate', 'label: Highest rate', 'kept'],
      ['scales.*(choice).attributes.*.label', 'label: Top rate', 'label: [Top rate]', 'diagnostics'],
      ['scales.*(choice).attributes.*.levels', '25: "25%"', '24: "25%"', 'diagnostics'],
      ['scales.*(choice).restrict', '{rate: 5, party: a}', '{rate: 6, party: a}', 'diagnostics'],
      ['scales.*(text).maxWords', 'maxWords: 40', 'maxWords: 50', 'asked'],
      [
        'scales.*(text).rubric',
        ', rubric: {question: How angry is this?, scale: {type: ordinal, points: 3}}',
        '',
        'kept',
      ],
      ['scales.*(text).rubric', 'rubric: {question: How angry is this?, ', 'rubric: {', 'diagnostics'],
      ['scales.*(text).rubric.question', 'How angry is this?', '[angry]', 'diagnostics'],
      ['scales.*(text).rubric.question', 'How angry is this?', 'How sad is this?', 'kept'],
      [
        'scales.*(text).rubric.scale',
        'scale: {type: ordinal, points: 3}',
        'scale: {type: ordinal}',
        'diagnostics',
      ],
    ],
  },
];

/** The keys of the "don't know" with this code; `counted` is where it shows whether it counts as an answer. */
function dontKnow(type: string, code: number, counted: Observable = 'kept'): readonly Change[] {
  const key = `scales.*(${type}).dontKnow`;
  const written = `dontKnow: {code: ${code}, label: Unsure, as: option}`;
  return [
    [key, `, ${written}`, '', 'asked'],
    [`${key}.code`, written, written.replace(`${code}`, '77'), 'asked'],
    [`${key}.label`, written, written.replace('Unsure', 'No idea'), 'asked'],
    [`${key}.as`, written, written.replace('as: option', 'as: missing'), counted],
    [`${key}.as`, written, written.replace('as: option', 'as: answer'), 'diagnostics'],
  ];
}
