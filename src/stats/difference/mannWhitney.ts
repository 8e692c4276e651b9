import { normalUpper } from '../distribution/normal';
import { statsError } from '../errors';

export interface MannWhitney {
  /** Pairs in which a is larger, ties counting half. */
  readonly u1: number;
  readonly u2: number;
  /** P(a > b) + ½ P(a = b) (McGraw & Wong 1992). */
  readonly commonLanguage: number;
  readonly cliffsDelta: number;
  /** With the variance corrected for ties; null when all values are tied. */
  readonly z: number | null;
  readonly pAsymptotic: number | null;
  /** With the continuity correction of ½. */
  readonly pAsymptoticContinuity: number | null;
  /** Null with ties, or more than 20 values. */
  readonly pExact: number | null;
}

/**
 * Mann-Whitney U of two samples, two-sided.
 * @throws VignetteError `stats/empty-arm`, `stats/non-finite-value`.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): MannWhitney {
  if (a.length === 0 || b.length === 0) throw statsError('empty-arm', 'A sample has no values.');
  if (![...a, ...b].every(Number.isFinite))
    throw statsError('non-finite-value', 'A value is not a finite number.');
  const { rankSum, tieSizes } = ranksOf(a, b);
  const pairs = a.length * b.length;
  const total = a.length + b.length;
  const u1 = rankSum - (a.length * (a.length + 1)) / 2;
  const u2 = pairs - u1;
  const ties = tieSizes.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = (pairs / 12) * (total + 1 - ties / (total * (total - 1)));
  const tied = variance <= 1e-12;
  const away = Math.max(u1, u2) - pairs / 2;
  const untied = tieSizes.every((size) => size === 1);
  return {
    u1,
    u2,
    commonLanguage: u1 / pairs,
    cliffsDelta: (2 * u1) / pairs - 1,
    z: tied ? null : (u1 - pairs / 2) / Math.sqrt(variance),
    pAsymptotic: tied ? null : 2 * normalUpper(away / Math.sqrt(variance)),
    pAsymptoticContinuity: tied ? null : Math.min(1, 2 * normalUpper((away - 0.5) / Math.sqrt(variance))),
    pExact: untied && total <= 20 ? exactP(Math.max(u1, u2), a.length, b.length) : null,
  };
}

function ranksOf(a: readonly number[], b: readonly number[]) {
  const marked = [...a.map((value) => ({ value, first: 1 })), ...b.map((value) => ({ value, first: 0 }))];
  marked.sort((x, y) => x.value - y.value);
  const tieSizes: number[] = [];
  let rankSum = 0;
  for (let start = 0; start < marked.length;) {
    let end = start;
    let firsts = 0;
    while (end < marked.length && marked[end]?.value === marked[start]?.value) {
      firsts += marked[end]?.first ?? 0;
      end += 1;
    }
    rankSum += firsts * ((start + 1 + end) / 2);
    tieSizes.push(end - start);
    start = end;
  }
  return { rankSum, tieSizes };
}

/** 2 P(U ≥ u) by counting arrangements: f(m, n, u) = f(m − 1, n, u − n) + f(m, n − 1, u). */
function exactP(u: number, m: number, n: number): number {
  const memo = new Map<string, number>();
  const ways = (first: number, second: number, value: number): number => {
    if (value < 0) return 0;
    if (first === 0 || second === 0) return value === 0 ? 1 : 0;
    const key = `${first},${second},${value}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const count = ways(first - 1, second, value - second) + ways(first, second - 1, value);
    memo.set(key, count);
    return count;
  };
  let extreme = 0;
  let all = 0;
  for (let value = 0; value <= m * n; value += 1) {
    const count = ways(m, n, value);
    all += count;
    if (value >= u) extreme += count;
  }
  return Math.min(1, (2 * extreme) / all);
}
