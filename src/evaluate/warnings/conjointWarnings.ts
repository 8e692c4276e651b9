import type { Study } from '../../study/types';
import type { ConjointCell } from '../types';

/** What must be said about the conjoints that were simulated. */
export function conjointWarnings({ outcomes }: Study, cells: readonly ConjointCell[]): readonly string[] {
  const restricted = outcomes.flatMap(({ id, scale }) =>
    scale.type === 'choice' && scale.restrict.length > 0 && cells.some(({ outcome }) => outcome === id)
      ? [id]
      : [],
  );
  if (restricted.length === 0) return [];
  return [
    `evaluate/unsupported: The restrictions of ${restricted.join(', ')} keep some levels apart; the AMCEs are those of a model without interactions, and marginal means depend on what was shown.`,
  ];
}
