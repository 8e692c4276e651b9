import type { HumanData } from '../../../data/types';
import type { BaselineName } from '../../../study/strategies';
import type { Study } from '../../../study/types';
import { answerUniform, drawCode } from '../../draw';
import type { RunSettings } from '../../types';
import { listedCodes } from '../levels';
import type { HostStrategy } from '../types';
import { cellsBaseline } from './cells';
import { elsewhere } from './elsewhere';
import { multinomialBaseline } from './multinomial';
import { pooledBaseline } from './pooled';
import type { SharesOf } from './types';
import { fallbackWarnings } from './warnings';

/**
 * No model. `uniform` gives every level, or every alternative of a conjoint, the same probability and sees nothing. The others see human answers to the same
 * outcome and item in the *other* conditions: `pooled` gives their weighted shares, `cells` those among people with the
 * same profile, `multinomial` those that a regression on the profile expects. Where there are none all are uniform, which
 * the warnings say.
 */
export function baseline(study: Study, human: HumanData | undefined, settings: RunSettings): HostStrategy {
  const name = settings.model as BaselineName;
  const sharesOf = predictor(name, human);
  return {
    kind: 'host',
    name: 'baseline',
    warnings: name === 'uniform' ? [] : fallbackWarnings(name, study, human),
    requireScale: (scale, outcome) => void listedCodes(scale, 'baseline', outcome),
    answer: (task) => {
      const codes = listedCodes(task.scale, 'baseline', task.outcome);
      const probabilities = sharesOf(task) ?? codes.map(() => 1 / codes.length);
      const u = answerUniform(settings.seed, task);
      return {
        kind: 'answer',
        code: drawCode(codes, probabilities, u),
        probabilities,
        mass: undefined,
      };
    },
  };
}

function predictor(name: BaselineName, human: HumanData | undefined): SharesOf {
  const others = elsewhere(human);
  switch (name) {
    case 'uniform':
      return () => undefined;
    case 'pooled':
      return pooledBaseline(others);
    case 'cells':
      return cellsBaseline(others);
    case 'multinomial':
      return multinomialBaseline(others);
  }
}
