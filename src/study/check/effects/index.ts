import type { Problems } from '../../problems';
import type { Study } from '../../types';
import { checkContrasts } from './contrasts';
import { checkExpectations } from './expectations';
import { checkScores } from './scores';

/** Adds what is wrong with what is compared, put together and expected. */
export function checkEffects(study: Study, problems: Problems): void {
  checkContrasts(study, problems);
  checkScores(study, problems);
  checkExpectations(study, problems);
}
