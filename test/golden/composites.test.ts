import { itemConsistency } from '../../src/stats/composite/alpha';
import { oneFactor } from '../../src/stats/composite/omega';
import { reversed, scaleScore } from '../../src/stats/composite/scaleScore';
import { reproduces } from './vectors';

describe('golden composites', () => {
  reproduces('psychometrics.json', 'alpha', 10, ({ items }: { items: number[][] }) => {
    const { alpha, standardised } = itemConsistency(items);
    const factor = oneFactor(items);
    return {
      alpha,
      meanInterItemR: standardised?.meanInterItemR,
      alphaStandardised: standardised?.alpha,
      correctedItemTotalR: standardised?.correctedItemTotalR,
      alphaIfDropped: standardised?.alphaIfDropped ?? undefined,
      mlLoadings: factor?.loadings,
      omegaTotal: factor?.omega,
    };
  });
  reproduces('psychometrics.json', 'scale-score', 7, (input: {
    items: (number | null)[][];
    reversed: number[];
    min: number;
    max: number;
    minItems: number;
  }) => {
    const recoded = input.items.map((row) =>
      row.map((answer, item) =>
        answer !== null && input.reversed.includes(item) ? reversed(answer, [input.min, input.max]) : answer,
      ),
    );
    const scores = recoded.map((row) => scaleScore(row, input.minItems));
    return {
      recoded,
      meanScore: scores.map(({ mean }) => mean),
      proratedSum: scores.map(({ proratedSum }) => proratedSum),
    };
  });
});
