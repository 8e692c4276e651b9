import type { HumanData } from '../../data/types';
import type { Study } from '../../study/types';
import { profileValue } from './covariates';
import type { Sampling } from './estimate';

/**
 * How the human answers of a study hang together: by respondent, or by the cluster that was assigned or sampled where that
 * column is part of the profile. The notes say what of the design this version does not use.
 */
export function samplingOf(
  study: Study,
  human: HumanData,
): Pick<Sampling, 'cluster' | 'clusterOf'> & { readonly notes: readonly string[] } {
  const { unit, blocks } = study.assignment;
  const survey = study.respondents?.survey;
  const column = unit === 'respondent' ? survey?.psu : unit;
  const known =
    column !== undefined && human.people.every(({ profile }) => profileValue(profile, column) !== undefined);
  const note = (what: string) => `evaluate/unsupported: ${what}`;
  return {
    cluster: known ? column : 'respondent',
    clusterOf: ({ person, profile }) => (known ? (profileValue(profile, column) ?? person) : person),
    notes: [
      ...(column === undefined || known
        ? []
        : [note(`The clusters of ${column} widen no interval: the column is not in \`profile\`.`)]),
      ...(blocks.length === 0 ? [] : [note(`The blocks (${blocks.join(', ')}) narrow no interval.`)]),
      ...(survey?.strata === undefined ? [] : [note(`The strata (${survey.strata}) narrow no interval.`)]),
      ...(survey === undefined || survey.replicates.length === 0
        ? []
        : [note('The replicate weights are not used: intervals are linearised.')]),
    ],
  };
}
