import type { Outcome, Study } from '../../../study/types';
import type { CellId } from '../../cellId';
import type { Correlated } from './correlated';

/** Whether answers given in a cell may be shown; `own`: those of the very person who is asked. */
export type Admissible = (answered: CellId, own: boolean) => boolean;

/**
 * Which answers may stand as examples before the question of a cell. Never, whoever gave them:
 *
 * - those of the same outcome in the same condition, whatever the item: the cell that is predicted is among them;
 * - those of siblings: another item of the same matrix, another part of the same score;
 * - those of an outcome that goes along with the target at .8 or more in the training data (`correlatedOutcomes`).
 *
 * Where an effect on the outcome is predicted (a contrast between conditions or levels of a factor names it, or a score
 * that it is part of), post-treatment answers are left out too:
 *
 * - `between`: whatever a person answered came after the assignment, so that nothing of the person's own is shown. Of
 *   people who are alike, only answers in a control condition to other outcomes are; these are the same for every arm,
 *   and arms differ in nothing but what people read.
 * - `within` and `mixed`: answers in the condition that is predicted are not shown, those in the others are.
 *
 * Held-out answers are left out before this rule is asked.
 */
export function admissibleFor(study: Study, target: CellId, correlated: Correlated): Admissible {
  const outcomes = new Map(study.outcomes.map((outcome) => [outcome.id, outcome]));
  const controls = new Set(study.conditions.filter(({ control }) => control).map(({ id }) => id));
  const effect = effectPredicted(study, target.outcome);
  const asked = outcomes.get(target.outcome);
  return ({ condition, outcome }, own) => {
    const same = outcome === target.outcome;
    if (same && condition === target.condition) return false;
    if (!same && (siblings(study, asked, outcomes.get(outcome)) || correlated(target.outcome, outcome)))
      return false;
    if (!effect) return true;
    if (study.design === 'between') return !own && !same && controls.has(condition);
    return condition !== target.condition;
  };
}

/** Whether a difference between conditions on this outcome is asked for, by itself or in a score. */
function effectPredicted({ contrasts, scores, conditions }: Study, outcome: string): boolean {
  const composites = scores.filter(({ of }) => of.includes(outcome)).map(({ id }) => id);
  const compared = contrasts.some(
    (contrast) =>
      contrast.of.kind !== 'attribute' &&
      (contrast.outcome === outcome || composites.includes(contrast.outcome)),
  );
  // A score without contrasts of its own is compared between every condition and the control.
  const byDefault =
    composites.length > 0 && conditions.length > 1 && conditions.some(({ control }) => control);
  return compared || byDefault;
}

function siblings({ scores }: Study, a: Outcome | undefined, b: Outcome | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.matrix !== undefined && a.matrix.outcome === b.matrix?.outcome) return true;
  return scores.some(({ of }) => of.includes(a.id) && of.includes(b.id));
}
