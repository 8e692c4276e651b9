import type { PlanResult } from '../../app/types';
import type { PlanEstimate } from '../../language/types';

/** A plan's arithmetic, condition by condition; cost and time by the share of what is not cached. */
export function estimateOf(plan: PlanResult): PlanEstimate {
  const fresh = Math.max(plan.answers - plan.cached, 1);
  const conditions = [...new Set(plan.byCell.map(({ condition }) => condition))];
  return {
    byCondition: conditions.map((condition) => {
      const cells = plan.byCell.filter((cell) => cell.condition === condition);
      const answers = sum(cells.map((cell) => cell.answers));
      const cached = sum(cells.map((cell) => cell.cached));
      const part = (range: readonly [number, number] | null): readonly [number, number] | null =>
        range && [(range[0] * (answers - cached)) / fresh, (range[1] * (answers - cached)) / fresh];
      return {
        condition,
        people: Math.max(...cells.map((cell) => cell.answers)),
        questions: cells.length,
        cached,
        seconds: part(plan.seconds),
        usd: part(plan.usd),
      };
    }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
