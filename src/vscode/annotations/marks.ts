import type { ResultsOfStudy } from '../../language/types';

export type Mark = 'simulated' | 'stale' | 'failed';
export const marks: readonly Mark[] = ['simulated', 'stale', 'failed'];
/** Below this share of usable answers a condition counts as failed; a run stops early there too. */
const usableShare = 0.8;

/** The conditions that carry a mark; a condition carries one. */
export function conditionsWith(mark: Mark, { results, stale }: ResultsOfStudy): readonly string[] {
  const { cells } = results.evaluation;
  const ids = [...new Set(cells.map(({ condition }) => condition))];
  return ids.filter((id) => {
    const own = cells.filter(({ condition }) => condition === id);
    if (stale.includes(id)) return mark === 'stale';
    const failed = own.some(({ parseRate }) => parseRate < usableShare);
    return mark === (failed ? 'failed' : 'simulated');
  });
}
