import type { HumanData } from '../../data/types';
import type { GroupAsking, Study } from '../../study/types';
import type { RunSettings } from '../types';
import { baseline } from './baseline/baseline';
import { direct } from './direct';
import { fewShot } from './fewShot/fewShot';
import type { FewShotWorld } from './fewShot/types';
import { logprob } from './logprob';
import { reason } from './reason';
import { rubricCoding } from './rubric';
import { marginal } from './shares/marginal';
import { verbalize } from './shares/verbalize';
import { group } from './subject/group';
import type { ModelStrategy, Strategy } from './types';

export type { CallRequest, HostStrategy, ModelStrategy, Strategy } from './types';

/**
 * The strategy of a run. `human` is looked at by few-shot and by baselines only.
 * @throws VignetteError `strategy/group-by`, `strategy/unknown-field`, `strategy/person-text`, and those of few-shot.
 */
export function strategyOf(
  study: Study,
  human: HumanData | undefined,
  settings: RunSettings,
  world?: FewShotWorld,
): Strategy {
  const strategy = plainStrategy(study, human, settings, world);
  const sampled = strategy.kind === 'model' && !strategy.merges;
  return sampled ? { ...strategy, ...rubricCoding(study.language) } : strategy;
}

function plainStrategy(
  study: Study,
  human: HumanData | undefined,
  settings: RunSettings,
  world: FewShotWorld | undefined,
): Strategy {
  switch (settings.strategy) {
    case 'baseline':
      return baseline(study, human, settings);
    case 'group':
      return group(study, settings, asking(study, settings, settings.group.strategy));
    case 'few-shot':
      return fewShot(study, human, settings, world);
    default:
      return asking(study, settings, settings.strategy);
  }
}

/** A strategy that asks a model and needs no human data. */
function asking(study: Study, settings: RunSettings, name: GroupAsking['strategy']): ModelStrategy {
  switch (name) {
    case 'direct':
      return direct(settings);
    case 'reason':
      return reason(settings);
    case 'verbalize':
      return verbalize(study, settings);
    case 'logprob':
      return logprob(settings);
    case 'marginal':
      return marginal(study, settings);
  }
}
