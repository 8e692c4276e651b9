import { checkedWeights, type Sample } from '../sample';
import { tTest, type TTest } from './welch';

/** Heteroscedasticity-consistent standard errors of a weighted difference; null where one is undefined. */
export interface WeightedDifference {
  /** Rows with a weight above 0. */
  readonly nUsed: number;
  /** Weighted mean of the treatment − that of the control. */
  readonly difference: number;
  readonly seHc0: number;
  readonly seHc1: number | null;
  /** Null when one row has all the weight of its arm. */
  readonly seHc2: number | null;
  readonly seHc3: number | null;
  /** HC0 · √(n / (n − 1)), as survey software has it. */
  readonly seSurvey: number;
  /** On HC2 with n − 2 degrees of freedom. */
  readonly test: TTest | null;
}

/**
 * Difference of two weighted means as weighted least squares on an arm indicator, with the standard errors HC0 to HC3
 * (MacKinnon & White 1985). With the leverage h = w / Σw of a row in its arm, Var = Σ (w r)² a(h) / (Σw)² summed over
 * both arms; a = 1, n/(n − 2), 1/(1 − h), 1/(1 − h)².
 * @throws VignetteError `stats/empty-arm` and those of `checkedWeights`.
 */
export function weightedDifference(treatment: Sample, control: Sample): WeightedDifference {
  const first = armVariances(treatment);
  const second = armVariances(control);
  const nUsed = first.n + second.n;
  const difference = first.mean - second.mean;
  const hc0 = first.hc0 + second.hc0;
  const leveraged = first.n > 1 && second.n > 1;
  const seHc2 = leveraged ? Math.sqrt(first.hc2 + second.hc2) : null;
  return {
    nUsed,
    difference,
    seHc0: Math.sqrt(hc0),
    seHc1: nUsed > 2 ? Math.sqrt((hc0 * nUsed) / (nUsed - 2)) : null,
    seHc2,
    seHc3: leveraged ? Math.sqrt(first.hc3 + second.hc3) : null,
    seSurvey: Math.sqrt((hc0 * nUsed) / (nUsed - 1)),
    test: seHc2 === null || seHc2 === 0 ? null : tTest(difference, seHc2, nUsed - 2),
  };
}

function armVariances(sample: Sample) {
  const weights = checkedWeights(sample, 'empty-arm');
  let total = 0;
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    total += weight;
    sum += weight * (sample.values[index] ?? 0);
  }
  const arm = { n: 0, mean: sum / total, hc0: 0, hc2: 0, hc3: 0 };
  for (const [index, weight] of weights.entries()) {
    if (weight === 0) continue;
    const leverage = weight / total;
    const square = (leverage * ((sample.values[index] ?? 0) - arm.mean)) ** 2;
    arm.n += 1;
    arm.hc0 += square;
    arm.hc2 += square / (1 - leverage);
    arm.hc3 += square / (1 - leverage) ** 2;
  }
  return arm;
}
