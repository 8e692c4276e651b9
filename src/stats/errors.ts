import { VignetteError } from '../util/errors';

/** What the statistics refuse, with what to do about it. */
const helps = {
  empty: 'Give at least one value.',
  'empty-human': 'A cell needs at least one human answer.',
  'empty-model': 'A cell needs at least one predicted answer.',
  'empty-arm': 'Both arms of a contrast need at least one answer.',
  'length-mismatch': 'Give as many values in both.',
  'weight-length-mismatch': 'Give one weight for each value.',
  'negative-weight': 'Weights are zero or more.',
  'zero-total-weight': 'At least one weight must be above zero.',
  'non-finite-value': 'Drop missing answers first; they are never treated as 0.',
  'stated-range-zero': 'A scale needs two different ends.',
  'stated-range-negative': 'The lower end of a scale comes first.',
  'out-of-range': 'See the documented range of this argument.',
  'empty-target-cell': 'Merge this category with another one, or give it a share of 0.',
  'category-without-target': 'Give every category a share; a share of 0 leaves its rows out.',
  'not-converged': 'Use fewer margins or fields, or merge categories that hardly any row combines.',
  'fewer-than-two-items': 'A ranking or a composite needs at least two items.',
  'fewer-than-two-respondents': 'Agreement between items needs at least two respondents without gaps.',
  'fewer-than-two-pairs': 'A paired comparison needs at least two people who gave both answers.',
  'fewer-than-two-studies': 'Leaving one study out needs at least two studies.',
  'empty-group': 'Each group needs at least one answer.',
  'empty-labelled': 'A pilot needs human answers.',
  'empty-unlabelled': 'Give predictions for people who were not in the pilot.',
  'too-few-labelled': 'A pilot needs at least two human answers.',
  'range-zero': 'A range needs two different ends.',
  'total-mismatch': 'The amounts of an answer add up to the total of its scale.',
  'levels-unordered': 'Give the levels in ascending order, each once.',
} as const;

export type StatsErrorCode = keyof typeof helps;

/** A refused input: code `stats/…`, audience `invalid`. */
export function statsError(code: StatsErrorCode, message: string): VignetteError {
  return new VignetteError({ code: `stats/${code}`, message, help: helps[code], audience: 'invalid' });
}
