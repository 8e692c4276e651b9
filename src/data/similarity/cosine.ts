import { VignetteError } from '../../util/errors';

/**
 * The cosine of the angle between two vectors, −1 … 1; 0 where one of them has no length.
 * @throws VignetteError `model/bad-reply` when they differ in length.
 */
export function cosine(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length)
    throw new VignetteError({
      code: 'model/bad-reply',
      message: `The endpoint gave embeddings of ${a.length} and of ${b.length} numbers.`,
      help: 'Use another model for embeddings, or `similarity: bm25`.',
      audience: 'endpoint',
    });
  const product = sumOf(a, b);
  const lengths = Math.sqrt(sumOf(a, a)) * Math.sqrt(sumOf(b, b));
  return lengths > 0 ? product / lengths : 0;
}

function sumOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
