import type { Problems } from '../../problems';
import type { Study } from '../../types';
import type { Facts } from '../facts';
import { checkAsking } from './asking';
import { checkCombinations } from './combinations';
import { checkConditions } from './conditions';
import { checkCrossing } from './crossing';
import { checkPanel } from './panel';
import { checkShares } from './shares';
import { checkVocabulary } from './vocabulary';

/** Adds what is wrong with who is shown and asked what. */
export function checkDesign(study: Study, facts: Facts, problems: Problems): void {
  checkConditions(study, facts, problems);
  checkCrossing(study, problems);
  checkAsking(study, problems);
  checkShares(study, problems);
  checkPanel(problems);
  checkCombinations(study, problems);
  checkVocabulary(problems);
}
