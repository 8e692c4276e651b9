import type { Study } from '../../../study/types';
import type { RunSettings } from '../../types';
import { sharesStrategy } from './sharesStrategy';
import type { ModelStrategy } from '../types';

/** The probability of each answer as the model puts it into words, for each persona; the answer is drawn here. */
export function verbalize(study: Study, settings: RunSettings): ModelStrategy {
  return sharesStrategy({ name: 'verbalize', ask: ({ probabilities }) => probabilities }, study, settings);
}
