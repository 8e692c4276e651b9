import type { SourceDocument } from '../study/document';
import type { Position } from '../util/range';
import { keyProposals } from './complete/keys';
import { placesAt } from './complete/place';
import { inPlace } from './complete/proposal';
import { valueProposals } from './complete/values';
import type { Completion, Environment } from './types';

/**
 * What can be written at `position`: keys of the format that are not there yet, names that the study, the project and
 * the data file give, values that a key can have. Empty where anything may stand.
 */
export function completions(
  document: SourceDocument,
  position: Position,
  environment: Environment,
): readonly Completion[] {
  for (const place of placesAt(document, position)) {
    const propose = place.part === 'key' ? keyProposals : valueProposals;
    const found = propose(place, environment);
    if (found.length > 0) return inPlace(found, place);
  }
  return [];
}
