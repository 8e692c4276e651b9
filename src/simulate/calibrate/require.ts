import type { HumanData } from '../../data/types';
import type { StrategyName } from '../../study/types';
import { VignetteError } from '../../util/errors';
import type { CellId } from '../cellId';
import type { RunSettings } from '../types';

/** Strategies whose answers are drawn from probabilities. */
const probabilistic: readonly StrategyName[] = ['verbalize', 'logprob', 'marginal', 'baseline'];

/**
 * That a run which is to be calibrated can be, before anything is asked.
 * @throws VignetteError `calibrate/no-probabilities` for a strategy whose answers have none, `calibrate/no-human` where no
 * outcome has human answers in a condition other than one that is asked.
 */
export function requireCalibratable(
  { calibrate, strategy, group }: RunSettings,
  human: HumanData | undefined,
  cells: readonly CellId[],
): void {
  if (calibrate === 'none') return;
  const asked = strategy === 'group' ? group.strategy : strategy;
  if (!probabilistic.includes(asked)) throw noProbabilities(asked);
  const conditions = new Map<string, Set<string>>();
  for (const { condition, answers } of human?.rows ?? [])
    for (const outcome of answers.keys())
      conditions.set(outcome, (conditions.get(outcome) ?? new Set<string>()).add(condition));
  const fitted = cells.some(({ outcome, condition }) =>
    cells.some(
      (other) =>
        other.outcome === outcome &&
        other.condition !== condition &&
        conditions.get(outcome)?.has(other.condition),
    ),
  );
  if (!fitted) throw noHuman(human === undefined);
}

function noProbabilities(strategy: StrategyName): VignetteError {
  return new VignetteError({
    code: 'calibrate/no-probabilities',
    message: `The strategy ${strategy} gives single answers; there are no probabilities to calibrate.`,
    help: `Use one of ${probabilistic.join(', ')}, or \`calibrate: none\`.`,
    audience: 'usage',
  });
}

function noHuman(none: boolean): VignetteError {
  return new VignetteError({
    code: 'calibrate/no-human',
    message: none
      ? 'There are no human answers to calibrate with.'
      : 'No outcome has human answers in two conditions that are asked, and a condition is never calibrated with its own.',
    help: 'Ask at least two conditions that people answered, or leave out `calibrate`.',
    audience: 'usage',
  });
}
