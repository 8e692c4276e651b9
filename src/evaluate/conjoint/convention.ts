import { optionFloorDraws } from '../options/compared';

/** How conjoints are compared, in words. */
export const conjointConvention = [
  'marginal means: the share of the alternatives with a level that are chosen, intervals linearised by cluster, t with G − 1 degrees of freedom',
  'AMCE: least squares of being chosen on all attributes without interactions, against the first level, CR2 below 50 clusters, CR1 from there on',
  'distance: the mean absolute difference of the marginal means',
  `floor: two independent samples of whole respondents with their tasks, ${optionFloorDraws} seeded draws`,
  'predicted: the estimates alone',
].join('; ');
