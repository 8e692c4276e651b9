import { statsError } from '../errors';
import { lbfgs, type Smooth } from '../optimise/lbfgs';

/** Rows of a multinomial model: features, the place of the answer among the classes, weights of 0 or more. */
export interface ClassData {
  readonly features: readonly (readonly number[])[];
  /** 0 … classes − 1. */
  readonly answers: readonly number[];
  readonly weights: readonly number[];
  readonly classes: number;
}

export interface MultinomialFit {
  /** The probability of each class for a row of features; sums to 1. */
  probabilities(features: readonly number[]): readonly number[];
  /** One a class, summing to 0: the likelihood is the same when all of them move together. */
  readonly intercepts: readonly number[];
  /** One list a class, one number a feature. */
  readonly coefficients: readonly (readonly number[])[];
}

/**
 * Multinomial logit with a ridge: P(k | x) = exp(a_k + b_k′x) / Σ_j exp(a_j + b_j′x), with a and b where
 * −Σ_i w_i log P(y_i | x_i) + (λ / 2) Σ_k |b_k|² is least. All classes have coefficients; the intercepts are not
 * penalised (Friedman, Hastie & Tibshirani 2010, J. Stat. Softw. 33(1), eq. 22; scikit-learn's LogisticRegression with
 * C = 1 / λ). Every class needs an answer of positive weight, else its intercept has no finite value.
 * @param ridge λ, above 0.
 * @throws VignetteError `stats/empty`, `stats/length-mismatch`, `stats/out-of-range`, `stats/not-converged`.
 */
export function multinomialLogit(data: ClassData, ridge: number): MultinomialFit {
  const width = (data.features[0]?.length ?? 0) + 1;
  check(data, ridge, width);
  const size = data.classes * width;
  const total = data.weights.reduce((sum, weight) => sum + weight, 0);
  const found = lbfgs(lossOf(data, ridge, width), new Float64Array(size), { tolerance: 1e-7 * total });
  const rows = Array.from({ length: data.classes }, (_, k) => [
    ...found.subarray(k * width, (k + 1) * width),
  ]);
  const mean = rows.reduce((sum, row) => sum + (row[0] ?? 0), 0) / data.classes;
  return {
    probabilities: (features) => softmax(scoresOf(found, features, data.classes)),
    intercepts: rows.map((row) => (row[0] ?? 0) - mean),
    coefficients: rows.map((row) => row.slice(1)),
  };
}

function lossOf({ features, answers, weights, classes }: ClassData, ridge: number, width: number): Smooth {
  return (at) => {
    const gradient = new Float64Array(at.length);
    let value = 0;
    for (const [i, row] of features.entries()) {
      const weight = weights[i] ?? 0;
      if (weight === 0) continue;
      const shares = softmax(scoresOf(at, row, classes));
      const answer = answers[i] ?? 0;
      value -= weight * Math.log(Math.max(shares[answer] ?? 0, Number.MIN_VALUE));
      for (let k = 0; k < classes; k += 1) {
        const excess = weight * ((shares[k] ?? 0) - (k === answer ? 1 : 0));
        const from = k * width;
        gradient[from] = (gradient[from] ?? 0) + excess;
        for (let j = 1; j < width; j += 1) {
          const x = row[j - 1] ?? 0;
          if (x !== 0) gradient[from + j] = (gradient[from + j] ?? 0) + excess * x;
        }
      }
    }
    for (let place = 0; place < at.length; place += 1) {
      const b = place % width === 0 ? 0 : (at[place] ?? 0);
      value += (ridge / 2) * b * b;
      gradient[place] = (gradient[place] ?? 0) + ridge * b;
    }
    return { value, gradient };
  };
}

function scoresOf(at: Float64Array, row: readonly number[], classes: number): number[] {
  const width = row.length + 1;
  return Array.from({ length: classes }, (_, k) => {
    const from = k * width;
    let score = at[from] ?? 0;
    for (let j = 1; j < width; j += 1) {
      const x = row[j - 1] ?? 0;
      if (x !== 0) score += (at[from + j] ?? 0) * x;
    }
    return score;
  });
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function check({ features, answers, weights, classes }: ClassData, ridge: number, width: number): void {
  if (features.length === 0 || !weights.some((weight) => weight > 0))
    throw statsError('empty', 'There are no rows with a weight.');
  const even = features.every((row) => row.length + 1 === width);
  if (!even || answers.length !== features.length || weights.length !== features.length)
    throw statsError('length-mismatch', 'Rows, answers and weights are not equally many.');
  const known = answers.every((answer) => Number.isInteger(answer) && answer >= 0 && answer < classes);
  const seen = new Set(answers.filter((_, i) => (weights[i] ?? 0) > 0));
  if (!known || seen.size < classes || !(ridge > 0))
    throw statsError('out-of-range', 'A class without an answer, an answer of no class, or a ridge of 0.');
}
