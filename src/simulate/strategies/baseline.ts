import type { HumanData } from '../../data/types';
import { codesOf } from '../../study/scales';
import type { SingleScale, Study } from '../../study/types';
import { answerUniform, drawCode } from '../draw';
import type { RunSettings } from '../types';
import { listedCodes } from './levels';
import type { HostStrategy } from './types';

/**
 * No model. `uniform` gives every level the same probability and sees nothing; `pooled` gives the weighted shares of
 * human answers to the same outcome in the *other* conditions. Where there are none, pooled is uniform and says so.
 */
export function baseline(study: Study, human: HumanData | undefined, settings: RunSettings): HostStrategy {
  const pooled = settings.model === 'pooled';
  const known = new Map<string, readonly number[]>();
  const sharesOf = (scale: SingleScale, condition: string, outcome: string): readonly number[] => {
    const key = JSON.stringify([condition, outcome]);
    const found =
      known.get(key) ?? ((pooled && pooledShares(human, scale, condition, outcome)) || uniform(scale));
    known.set(key, found);
    return found;
  };
  return {
    kind: 'host',
    name: 'baseline',
    warnings: pooled ? fallbackWarnings(study, human) : [],
    requireScale: (scale, outcome) => void listedCodes(scale, 'baseline', outcome),
    answer: ({ scale, condition, outcome, person, draw }) => {
      const probabilities = sharesOf(scale, condition, outcome);
      const u = answerUniform(settings.seed, person.id, outcome, draw);
      return {
        kind: 'answer',
        code: drawCode(codesOf(scale), probabilities, u),
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

/** Weighted shares over the scale's codes in all conditions but this one; undefined without such answers. */
function pooledShares(
  human: HumanData | undefined,
  scale: SingleScale,
  condition: string,
  outcome: string,
): readonly number[] | undefined {
  const codes = codesOf(scale);
  const weights = new Map(codes.map((code) => [code, 0]));
  for (const row of human?.rows ?? []) {
    const code = row.condition === condition ? undefined : row.answers.get(outcome);
    const sum = code === undefined ? undefined : weights.get(code);
    if (code !== undefined && sum !== undefined) weights.set(code, sum + row.person.weight);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? codes.map((code) => (weights.get(code) ?? 0) / total) : undefined;
}

function fallbackWarnings(study: Study, human: HumanData | undefined): readonly string[] {
  const answered = new Map<string, Set<string>>();
  for (const { condition, answers } of human?.rows ?? [])
    for (const outcome of answers.keys())
      answered.set(outcome, (answered.get(outcome) ?? new Set<string>()).add(condition));
  return study.outcomes.flatMap(({ id, ask }) => {
    const seen = answered.get(id) ?? new Set<string>();
    const alone = ask.filter((condition) => [...seen].every((other) => other === condition));
    return alone.map(
      (condition) =>
        `The pooled baseline of ${id} in ${condition} has no other condition to look at; it is uniform there.`,
    );
  });
}
