import type { CatalogueEntry } from './types';

/** What the study says about itself. */
export const meaningCatalogue = {
  'reference/unknown': {
    severity: 'error',
    title: 'A name that refers to nothing',
    explanation:
      'A condition, outcome, scale, factor, level or profile field of this name does not exist in the study.',
    help: 'Correct the name, or add what it refers to.',
  },
  'template/unknown-variable': {
    severity: 'error',
    title: 'A template with an unknown name',
    explanation:
      '`{{ name }}` stands for the text of a factor of the condition, and `{{ profile.age }}` for a profile field. Any other name has no text to put there.',
    help: 'Use a factor whose level the condition names, or a profile field under `profile.`.',
  },
  'template/unused-factor': {
    severity: 'warning',
    title: 'A factor that no text uses',
    explanation: 'The factor differs between conditions, but nothing that respondents read does.',
    help: 'Put `{{ factor }}` into the text where it belongs, or remove the factor.',
  },
  'conditions/no-control': {
    severity: 'warning',
    title: 'No control condition',
    explanation:
      'With several conditions, effects are differences to a control. Without one and without `contrasts`, none are computed.',
    help: 'Mark one condition with `control: true`, or list `contrasts`.',
  },
  'conditions/several-controls': {
    severity: 'error',
    title: 'Several control conditions',
    explanation: 'Only one condition can be the one that the others are compared with by default.',
    help: 'Keep `control: true` on one condition; use `contrasts` for other comparisons.',
  },
  'conditions/same-stimulus': {
    severity: 'warning',
    title: 'Two conditions that read the same',
    explanation:
      'Texts, questions and options together are the same in both conditions once the templates are filled, so that a model cannot tell them apart.',
    help: 'Make their texts differ, or remove one of them.',
  },
  'outcomes/unreachable': {
    severity: 'error',
    title: 'An outcome that is never asked',
    explanation:
      'The list of conditions in which the outcome is asked is empty, each condition leaves the item out, or the filter `askIf` names an answer that nobody can give.',
    help: 'Name conditions under `ask`, or remove the key to ask it in every condition.',
  },
  'scale/levels': {
    severity: 'error',
    title: 'The levels of a scale do not fit',
    explanation:
      'Codes are integers, each stands once, a binary scale has exactly two, bounds ascend and the step divides the range. Numbers of answers fit the number of options, restrictions of a conjoint leave an alternative, and codes that are named elsewhere are those of the scale.',
    help: 'Correct the codes or bounds.',
  },
  'scale/labels': {
    severity: 'error',
    title: 'A label outside of the scale',
    explanation: 'A label belongs to a point that the scale does not have.',
    help: 'Move the label to a point of the scale, or change the scale.',
  },
  'scale/differs': {
    severity: 'error',
    title: 'A scale that differs between conditions',
    explanation:
      'An ordered scale with another range in one condition cannot be compared with the others: an error. Other words for the same points may shift answers by themselves: a warning.',
    help: 'Use the same range, and the same labels, in every condition.',
  },
  'shares/sum': {
    severity: 'error',
    title: 'Shares that do not add up',
    explanation:
      'The shares of the conditions under `assignment.probabilities`, and those of the values of a field under `panel.margins`, add up to 1 (a hundredth more or less is rounding). Each condition has a share.',
    help: 'Correct them, so that they add up to 1.',
  },
  'contrasts/arms': {
    severity: 'error',
    title: 'A contrast that compares nothing',
    explanation:
      'Both sides are the same, the outcome is not asked on one of them, no two conditions differ in the factor alone, the outcome is not the conjoint that has the attribute, or no item is chosen.',
    help: 'Correct the two sides, or the outcome.',
  },
  'contrasts/duplicate': {
    severity: 'error',
    title: 'Two contrasts of one name',
    explanation: 'Results of a contrast are found by its id and its outcome, which two contrasts share here.',
    help: 'Give one of them another `id`.',
  },
  'contrasts/published': {
    severity: 'warning',
    title: 'A published effect that contradicts itself',
    explanation:
      'The bounds of the interval are turned around, the estimate is outside of them, or the standard error does not fit the width of the interval.',
    help: 'Compare the numbers with the source.',
  },
  'scores/members': {
    severity: 'warning',
    title: 'Outcomes that do not go together in a score',
    explanation:
      'A mean or a sum takes answers as numbers: an outcome without such answers cannot be a member (an error), and members on different ranges weigh differently (a warning).',
    help: 'Use outcomes on one scale.',
  },
  'expect/impossible': {
    severity: 'error',
    title: 'An expectation that cannot hold',
    explanation:
      'No distance is below 0, a scale without an order or without bounds has no distance by the stated convention, and an effect cannot be positive and negative.',
    help: 'Correct the expectation, or remove it.',
  },
  'scale/many-levels': {
    severity: 'warning',
    title: 'A scale with many levels',
    explanation:
      'Over 101 levels, shares of single levels say little, and option probabilities cannot be read from a model; over 300, distances are refused.',
    help: 'Use a wider `step`, or ask with the strategy `direct`.',
  },
} as const satisfies Record<string, CatalogueEntry>;
