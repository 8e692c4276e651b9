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
    explanation: 'The list of conditions in which the outcome is asked is empty.',
    help: 'Name conditions under `ask`, or remove the key to ask it in every condition.',
  },
  'scale/levels': {
    severity: 'error',
    title: 'The levels of a scale do not fit',
    explanation:
      'Codes are integers, each stands once, a binary scale has exactly two, bounds ascend and the step divides the range.',
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
  'scale/many-levels': {
    severity: 'warning',
    title: 'A scale with many levels',
    explanation:
      'Over 101 levels, shares of single levels say little, and option probabilities cannot be read from a model; over 300, distances are refused.',
    help: 'Use a wider `step`, or ask with the strategy `direct`.',
  },
} as const satisfies Record<string, CatalogueEntry>;
