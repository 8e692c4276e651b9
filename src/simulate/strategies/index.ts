import { VignetteError } from '../../util/errors';
import type { HumanData } from '../../data/types';
import type { Study } from '../../study/types';
import type { RunSettings } from '../types';
import { baseline } from './baseline/baseline';
import { direct } from './direct';
import { fewShot } from './fewShot/fewShot';
import type { FewShotWorld } from './fewShot/types';
import { logprob } from './logprob';
import type { Strategy } from './types';

export type { CallRequest, HostStrategy, ModelStrategy, Strategy } from './types';

/** The strategy of a run. `human` is looked at by few-shot and by baselines only. */
export function strategyOf(
  study: Study,
  human: HumanData | undefined,
  settings: RunSettings,
  world?: FewShotWorld,
): Strategy {
  switch (settings.strategy) {
    case 'direct':
      return direct(settings);
    case 'few-shot':
      return fewShot(study, human, settings, world);
    case 'logprob':
      return logprob(settings);
    case 'baseline':
      return baseline(study, human, settings);
    default:
      throw notYet(settings.strategy);
  }
}

function notYet(name: string): VignetteError {
  return new VignetteError({
    code: 'simulate/unsupported',
    message: `The strategy ${name} is not simulated by this version.`,
    help: 'Use direct, logprob or baseline.',
    audience: 'usage',
  });
}
