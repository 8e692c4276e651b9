import { effectiveSize } from '../../src/stats/moments/effectiveSize';
import { rake } from '../../src/stats/weight/rake';
import { trimWeights } from '../../src/stats/weight/trim';
import { reproduces } from './vectors';

interface RakeInput {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly targets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly baseWeights?: readonly number[];
}

interface TrimInput {
  readonly weights: readonly number[];
  readonly capTimesMean: number;
}

describe('golden raking', () => {
  reproduces(
    'weights.json',
    'rake',
    15,
    ({ rows, targets, baseWeights }: RakeInput) => {
      const margins = Object.entries(targets).map(([name, shares]) => ({
        name,
        categories: rows.map((row) => row[name] ?? ''),
        targets: Object.entries(shares).map(([value, share]) => ({ value, share })),
      }));
      const weights = rake(margins, baseWeights ?? rows.map(() => 1));
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
      return {
        weights,
        nEff: effectiveSize(weights).nEff,
        maxWeightOverMean: Math.max(...weights) / mean,
      };
    },
    { leaveOut: ['deff'] },
  );

  reproduces(
    'weights.json',
    'trim',
    7,
    ({ weights, capTimesMean }: TrimInput) => ({ iterativeProportional: trimWeights(weights, capTimesMean) }),
    {
      leaveOut: [
        'capAbsolute',
        'clipOnly',
        'clipRescaleOnce',
        'iterativeAdditive',
        'nEffBefore',
        'nEffClipOnly',
        'nTrimmed',
      ],
    },
  );
});
