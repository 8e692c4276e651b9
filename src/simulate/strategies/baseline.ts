import { singleScale } from '../../study/single';
import type { HumanData } from '../../data/types';
import { codesOf } from '../../study/scales';
import type { SingleScale, Study } from '../../study/types';
import { answerUniform, drawCode } from '../draw';
import { cellKey } from '../cellId';
import type { RunSettings, Task } from '../types';
import { listedCodes } from './levels';
import type { HostStrategy } from './types';

/**
 * No model. `uniform` gives every level the same probability and sees nothing; `pooled` gives the weighted shares of
 * human answers to the same outcome and item in the *other* conditions. Where there are none, pooled is uniform and says so.
 */
export function baseline(study: Study, human: HumanData | undefined, settings: RunSettings): HostStrategy {
  const pooled = settings.model === 'pooled';
  const known = new Map<string, readonly number[]>();
  const sharesOf = (task: Task): readonly number[] => {
    const key = cellKey(task);
    const found =
      known.get(key) ??
      ((pooled && pooledShares(human, task)) || uniform(singleScale(task.scale, task.outcome)));
    known.set(key, found);
    return found;
  };
  return {
    kind: 'host',
    name: 'baseline',
    warnings: pooled ? fallbackWarnings(study, human) : [],
    requireScale: (scale, outcome) => void listedCodes(scale, 'baseline', outcome),
    answer: (task) => {
      const probabilities = sharesOf(task);
      const u = answerUniform(settings.seed, task);
      return {
        kind: 'answer',
        code: drawCode(codesOf(task.scale), probabilities, u),
        probabilities,
        mass: undefined,
      };
    },
  };
}

function uniform(scale: SingleScale): readonly number[] {
  const codes = codesOf(scale);
  return codes.map(() => 1 / codes.length);
}

/** Weighted shares over the scale's codes of this item in all conditions but this one; undefined without such answers. */
function pooledShares(
  human: HumanData | undefined,
  { scale, condition, outcome, item }: Task,
): readonly number[] | undefined {
  const codes = codesOf(scale);
  const weights = new Map(codes.map((code) => [code, 0]));
  for (const row of human?.rows ?? []) {
    const elsewhere = row.condition !== condition && row.item === item;
    const code = elsewhere ? row.answers.get(outcome) : undefined;
    const sum = code === undefined ? undefined : weights.get(code);
    if (code !== undefined && sum !== undefined) weights.set(code, sum + row.person.weight);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? codes.map((code) => (weights.get(code) ?? 0) / total) : undefined;
}

function fallbackWarnings(study: Study, human: HumanData | undefined): readonly string[] {
  const answered = new Map<string, Set<string>>();
  const places = (outcome: string, item: string | null): Set<string> => {
    const key = JSON.stringify([outcome, item]);
    const found = answered.get(key) ?? new Set<string>();
    answered.set(key, found);
    return found;
  };
  for (const { condition, item, answers } of human?.rows ?? [])
    for (const outcome of answers.keys()) places(outcome, item).add(condition);
  const items = study.items.length === 0 ? [null] : study.items.map(({ id }) => id);
  return study.outcomes.flatMap(({ id, ask }) =>
    ask.flatMap((condition) => {
      const alone = items.filter((item) => [...places(id, item)].every((other) => other === condition));
      if (alone.length === 0) return [];
      const where = study.items.length === 0 ? '' : ` of ${alone.length} of the ${items.length} items`;
      return [
        `The pooled baseline of ${id}${where} in ${condition} has no other condition to look at; it is uniform there.`,
      ];
    }),
  );
}
