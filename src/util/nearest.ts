import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `word` was most likely meant to be, or undefined when none is close: at most a third of the
 * longer word's letters differ (two of up to eight, one of up to three). Letter case does not count. Ties go to the earlier candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.slice(0, 100).toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const longer = Math.max(wanted.length, candidate.length);
    if (Math.abs(wanted.length - candidate.length) > allowed(longer)) continue;
    const d = distance(wanted, candidate.toLowerCase());
    if (d <= allowed(longer) && d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

function allowed(length: number): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
}
