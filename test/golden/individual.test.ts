import { disagreements, weightedKappa } from '../../src/stats/agreement/kappa';
import { normalisedAccuracy, pmfAccuracy, pointAccuracy } from '../../src/stats/individual/accuracy';
import { demeanedFit } from '../../src/stats/individual/demeaned';
import { parityDifference } from '../../src/stats/individual/parity';
import { reproduces } from './vectors';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('golden figures of individuals', () => {
  reproduces('individual.json', 'uniform-predictor', 8, ({ K }: { K: number }) => {
    const levels = Array.from({ length: K }, (_, level) => level + 1);
    const predicted = levels.map(() => levels.map(() => 1));
    return { ...pmfAccuracy(levels, predicted, levels, [1, K]) };
  });

  reproduces('individual.json', 'accuracy-pmf', 12, (input: {
    levels: number[];
    modelPmf: number[] | number[][];
    human: number[];
    min: number;
    max: number;
    weights?: number[];
  }) => {
    const { levels, modelPmf, human, min, max, weights } = input;
    const predicted = human.map((_, person) => (Array.isArray(modelPmf[0]) ? modelPmf[person] : modelPmf) as number[]);
    const { drawn, mean: meanPoint, mode: modal, ...rest } = pmfAccuracy(levels, predicted, human, [min, max], weights);
    return { ...rest, drawnExpected: drawn, meanPoint, modal };
  });

  reproduces(
    'individual.json',
    'accuracy-points',
    6,
    ({ predicted, human, min, max }: { predicted: number[]; human: number[]; min: number; max: number }) => ({
      ...pointAccuracy(predicted, human, [min, max]),
    }),
  );

  reproduces(
    'individual.json',
    'demeaned-r2',
    6,
    ({ item, human, predicted }: { item: string[]; human: number[]; predicted: number[] }) => {
      const { r, r2, ...rest } = demeanedFit(item, human, predicted);
      return { ...rest, rWithin: r, r2Correlation: r2 };
    },
  );

  reproduces(
    'individual.json',
    'normalised-accuracy',
    5,
    ({ agent, retest }: { agent: number[]; retest: number[] }) => ({
      ...normalisedAccuracy(agent, retest),
      agentMean: mean(agent),
      retestMean: mean(retest),
    }),
  );

  reproduces('individual.json', 'qwk', 9, ({ a, b, levels }: { a: number[]; b: number[]; levels: number[] }) => {
    const places = (values: number[]) => values.map((value) => levels.indexOf(value));
    return {
      byPosition: weightedKappa(places(a), places(b), disagreements.quadratic),
      byValue: weightedKappa(a, b, disagreements.quadratic),
      linearByPosition: weightedKappa(places(a), places(b), disagreements.linear),
      unweighted: weightedKappa(a, b, disagreements.nominal),
    };
  });

  reproduces('individual.json', 'parity-difference', 7, (input: {
    groups: Record<string, { n: number; metric: number | null }>;
    minN: number;
  }) => {
    const figures = Object.entries(input.groups).map(([group, { n, metric }]) => ({ group, n, figure: metric }));
    const { groupsUsed, difference, best, worst } = parityDifference(figures, input.minN);
    return { groupsUsed, dpd: difference, best, worst };
  });
});
