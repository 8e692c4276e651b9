import { pilotDifference, pilotMean, type Pilot, type PilotGain } from '../../src/stats/pilot/ppi';
import { reproduces } from './vectors';

const named = ({ ci, ...rest }: PilotGain) => ({ ...rest, ci95: ci });

describe('golden estimates from a pilot and predictions', () => {
  reproduces('ppi.json', 'ppi-mean', 19, ({ confidence, ...pilot }: Pilot & { confidence: number }) => {
    const { n, nUnlabelled, classical, ppi, ppiPlusPlus } = pilotMean(pilot, confidence);
    const { estimate, se, ci } = classical;
    return {
      n,
      N: nUnlabelled,
      classical: { estimate, se, ci95: ci },
      ppi: named(ppi),
      ppiPlusPlus: { ...named(ppiPlusPlus), lambda: ppiPlusPlus.lambda, lambdaUnclipped: ppiPlusPlus.lambdaUnclipped },
    };
  });
  reproduces('ppi.json', 'ppi-difference', 1, ({ treatment, control }: { treatment: Pilot; control: Pilot }) => {
    const { estimate, se, ci, lambdas } = pilotDifference(treatment, control);
    return { estimate, se, ci95: ci, lambdaTreatment: lambdas[0], lambdaControl: lambdas[1] };
  });
});
