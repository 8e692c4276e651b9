import { effectiveSize } from '../../src/stats/moments/effectiveSize';
import { clipWeights } from '../../src/stats/weight/clip';
import { poststratify } from '../../src/stats/weight/poststratify';
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
        deff: effectiveSize(weights).nPositive / effectiveSize(weights).nEff,
        maxWeightOverMean: Math.max(...weights) / mean,
      };
    },
  );

  reproduces(
    'weights.json',
    'trim',
    7,
    ({ weights, capTimesMean }: TrimInput) => {
      const found = clipWeights(weights, capTimesMean);
      return {
        capAbsolute: found.cap,
        nTrimmed: found.trimmed,
        clipOnly: found.clipped,
        clipRescaleOnce: found.rescaled,
        iterativeProportional: trimWeights(weights, capTimesMean),
        iterativeAdditive: found.additive,
        nEffBefore: effectiveSize(weights).nEff,
        nEffClipOnly: effectiveSize(found.clipped).nEff,
      };
    },
  );

  reproduces('weights.json', 'poststratify', 6, (input: {
    strata: string[];
    populationShares: Record<string, number>;
    baseWeights?: number[];
  }) => {
    const shares = Object.entries(input.populationShares).map(([value, share]) => ({ value, share }));
    const weights = poststratify(input.strata, shares, input.baseWeights);
    return { weights, nEff: effectiveSize(weights).nEff };
  });
});
