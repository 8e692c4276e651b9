import type { CatalogueEntry } from './types';

/** Human data, profiles, models and budgets: raised by other rooms, listed here with all others. */
export const worldCatalogue = {
  'data/missing-file': {
    severity: 'error',
    title: 'The data file is not there',
    explanation: '`respondents.data` names a file, relative to the study, that cannot be found or read.',
    help: 'Correct the path, or put the file there.',
  },
  'data/column': {
    severity: 'error',
    title: 'The data have no such column',
    explanation: 'The study names a column that the header of the data file does not have.',
    help: 'Correct the name; the columns there are stand in the message.',
  },
  'data/condition-value': {
    severity: 'error',
    title: 'A value that is no condition',
    explanation:
      'A value of the condition column is neither the name of a condition nor mapped to one. The message says which value, how many rows, and the first of them.',
    help: 'Map the value under `respondents.condition.values`, or leave the rows out under `where`.',
  },
  'data/no-condition': {
    severity: 'error',
    title: 'The data do not say the condition',
    explanation:
      'The study has several conditions, and `respondents.condition` names no column that tells them apart. With `factors`, each factor of the study needs its column.',
    help: 'Add `condition:` with the name of the column to `respondents`.',
  },
  'data/item-value': {
    severity: 'error',
    title: 'A value that is no item',
    explanation:
      'A value of the item column is neither the name of an item nor mapped to one. The message says which value, how many rows, and the first of them.',
    help: 'Map the value under `respondents.item.values`, or leave the rows out under `where`.',
  },
  'data/no-item': {
    severity: 'error',
    title: 'The data do not say the item',
    explanation: 'The study has several items, and `respondents.item` names no column that tells them apart.',
    help: 'Add `item:` with the name of the column to `respondents`.',
  },
  'data/attribute-level': {
    severity: 'error',
    title: 'A value that is no level of the attribute',
    explanation:
      'A column of the conjoint holds a value that is no key among the levels of its attribute. Keys and values are compared as text, numbers by their value.',
    help: 'Add the level to the attribute, or leave the rows out under `where`.',
  },
  'data/weight': {
    severity: 'error',
    title: 'A weight that is no number of 0 or more',
    explanation: 'Weights are numbers from 0; a row without a weight is left out and counted.',
    help: 'Mend the weight column, or leave the rows out under `where`.',
  },
  'data/outside-scale': {
    severity: 'error',
    title: 'An answer outside of the scale',
    explanation: 'The data hold an answer that the scale of the outcome does not have.',
    help: 'Declare the value under `missing`, map it under `respondents.outcomes`, or correct the scale.',
  },
  'data/undeclared-missing': {
    severity: 'warning',
    title: 'A value that looks like a missing code',
    explanation: 'Values such as -99, 98 or 999 outside of the scale usually mean that there was no answer.',
    help: 'Add the value to `respondents.missing`.',
  },
  'data/empty-cell': {
    severity: 'warning',
    title: 'A cell without human answers',
    explanation:
      'No row of the data has an answer to this outcome in this condition and, where there are items, to this item, so that nothing can be compared there. Of a conjoint: no alternative has the level.',
    help: 'Check `condition.values` and `where`, or leave the condition out.',
  },
  'data/small-cell': {
    severity: 'warning',
    title: 'Few human answers',
    explanation:
      'With fewer than 30 answers in a cell (condition, outcome and item; of a conjoint, the level of an attribute), the human distribution itself is uncertain; the floor says by how much.',
    help: 'Read the distance together with its floor.',
  },
  'data/margin-value': {
    severity: 'error',
    title: 'A share of people that the sample does not have',
    explanation:
      'With `margins`, the people of `sample` are weighted until the shares are those of the margins. A value that nobody has cannot get its share: an error. A value of the sample that has no share is a warning: such people are not drawn.',
    help: 'Give the margins the values of the sample, mapped under `panel.profile` where they are written in other words.',
  },
  'data/identifying': {
    severity: 'warning',
    title: 'A profile column that may identify people',
    explanation:
      'The column looks like e-mail addresses, IP addresses, names or worker ids, and would be sent to a model.',
    help: 'Take the column out of `profile`.',
  },
  'data/encoding': {
    severity: 'error',
    title: 'The data file is not UTF-8',
    explanation: 'The file holds bytes that are no UTF-8 text.',
    help: 'Save the file as UTF-8.',
  },
  'data/ragged-row': {
    severity: 'error',
    title: 'A row with too many or too few cells',
    explanation: 'A row of the data file has another number of cells than the header.',
    help: 'Correct the row; a comma in a text needs quotes around the text.',
  },
  'profile/predicts-condition': {
    severity: 'warning',
    title: 'A profile column that gives the condition away',
    explanation:
      "The condition can be told from the column, or the column from the condition, so that the column was made by the treatment: a persona must not hold it. The two are tabulated in the words of the persona, over the rows that `where` keeps; the warning comes from Cramér's V of .9 with Bergsma's correction for sparse tables, by which columns that were assigned at random have about 0 however many values they have, and from 30 people. Columns with more than 200 values are not tabulated.",
    help: 'Take the column out of `profile`.',
  },
  'profile/predicts-outcome': {
    severity: 'warning',
    title: 'A profile column that gives the answer away',
    explanation:
      "The answer can be told from the column, so that a prediction would be no prediction. The criterion is that of `profile/predicts-condition`: Cramér's V with Bergsma's correction of .9 or more, from 30 people.",
    help: 'Take the column out of `profile`.',
  },
  'profile/post-treatment': {
    severity: 'warning',
    title: 'A profile column measured after the treatment',
    explanation: 'What was measured afterwards may itself be an effect of the treatment.',
    help: 'Take the column out of `profile`, or say `measured: pre` if it was measured before.',
  },
  'profile/vocabulary': {
    severity: 'hint',
    title: 'A value outside of the vocabulary',
    explanation: 'Models fine-tuned on the sixteen profile fields know a fixed set of values for each.',
    help: 'Map the value to a word of the vocabulary under `values`.',
  },
  'model/unknown': {
    severity: 'error',
    title: 'A model that is not there',
    explanation: 'The study names a model that `vignette.yaml` does not have.',
    help: 'Correct the name, or add the model to `vignette.yaml`.',
  },
  'model/untrusted-key': {
    severity: 'error',
    title: 'A key for an address that was not approved',
    explanation:
      'A key is sent only to its own service, or to an address that you approved once. A cloned project can so send no key anywhere.',
    help: 'Check the address, then approve it with `vignette models trust NAME`.',
  },
  'budget/exceeded': {
    severity: 'error',
    title: 'The budget does not suffice',
    explanation: 'The run would pass the budget of `vignette.yaml` or of the command line.',
    help: 'Raise the budget, or ask fewer respondents.',
  },
  'model/base-model': {
    severity: 'warning',
    title: 'A base model with a chat prompt',
    explanation: 'A model that was not tuned to follow instructions seldom answers with a bare number.',
    help: 'Use an instruction-tuned model, or the strategy `logprob`.',
  },
  'model/demonstration': {
    severity: 'hint',
    title: 'A demonstration engine',
    explanation:
      'The model exercises the software; its answers are no evidence about people. Every chart says so.',
    help: 'Choose a larger model for results that mean something.',
  },
} as const satisfies Record<string, CatalogueEntry>;
