import { optionFloorDraws } from './compared';
import { intervalDraws } from './means';

/** How answers on several options are compared, in words. */
export const optionsConvention = [
  'multiselect: inclusion error, the mean absolute difference of the shares that choose each option',
  'rank: the mean absolute difference of mean ranks, options left unranked sharing the mean of the ranks left',
  'allocate: L1, the sum of absolute differences of mean shares',
  `floor: two independent samples of whole respondents from the observed answers, ${optionFloorDraws} seeded draws`,
  `intervals: shares that choose an option Wilson 95 %, means 95 % percentiles of ${intervalDraws} seeded draws of respondents`,
].join('; ');
