import { totalVariation } from '../stats/distance/divergence';
import { wasserstein } from '../stats/distance/wasserstein';
import { variantOf } from '../study/render';
import { singleScale } from '../study/single';
import type { Outcome } from '../study/types';
import { observedAnswers, type Answers } from './answers';
import type { HumanCells } from './humanCells';
import { distributionOf, type Distribution } from './distribution';
import type { Levels } from './levels';
import type { CellBaseline, Sees } from './types';

/** Stated W of a prediction against the observed shares; null without a stated range. */
export function statedW(
  levels: Levels,
  observed: readonly number[],
  predicted: readonly number[],
): number | null {
  const sample = (weights: readonly number[]) => ({ values: levels.codes, weights });
  return wasserstein('stated', sample(observed), sample(predicted), levels.range);
}

/** What can be predicted without a model, scored as a prediction is. */
export function baselinesOf(
  human: HumanCells,
  outcome: Outcome,
  condition: string,
  levels: Levels,
  observed: Distribution,
): Readonly<Record<string, CellBaseline>> {
  const uniform = levels.closed ? levels.codes.map(() => 1 / levels.codes.length) : undefined;
  const pooled = distributionOf(otherConditions(human, outcome, condition, levels), levels.codes)?.shares;
  const rows: readonly (readonly [string, readonly number[] | undefined, Sees])[] = [
    ['uniform', uniform, 'nothing'],
    ['pooled', pooled, 'other conditions of this outcome'],
  ];
  return Object.fromEntries(
    rows.flatMap(([name, shares, sees]) => {
      if (shares === undefined) return [];
      const tvd = totalVariation(observed.shares, shares);
      return [[name, { w1: statedW(levels, observed.shares, shares), tvd, sees }] as const];
    }),
  );
}

/** The human answers of this outcome in all other conditions, as far as they are levels here. */
function otherConditions(human: HumanCells, outcome: Outcome, condition: string, levels: Levels): Answers {
  const codes = new Set(levels.codes);
  const pool = { values: [] as number[], weights: [] as number[], people: [] as string[] };
  for (const other of outcome.ask) {
    if (other === condition) continue;
    const scale = singleScale(variantOf(outcome, other).scale, outcome.id);
    const answers = observedAnswers(human.rowsOf(other), outcome, scale);
    for (const [index, value] of answers.values.entries()) {
      if (!codes.has(value)) continue;
      pool.values.push(value);
      pool.weights.push(answers.weights[index] ?? 0);
      pool.people.push(answers.people[index] ?? '');
    }
  }
  return pool;
}
