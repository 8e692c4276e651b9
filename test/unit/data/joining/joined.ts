import { joinStudy } from '../../../../src/data/join';
import type { HumanData } from '../../../../src/data/types';
import type { Respondents, Study } from '../../../../src/study/types';
import type { VignetteError } from '../../../../src/util/errors';
import { aStudy, aTable, someRespondents } from '../../../fakes/builders';

/** The data of a text joined to a study of two conditions, gain and loss, in the column `arm`. */
export function joined(
  text: string,
  respondents: Partial<Respondents> = {},
  study: Partial<Study> = {},
): Promise<HumanData> {
  return joinStudy(aStudy({ ...study, respondents: someRespondents(respondents) }), aTable(text), 'hash');
}

export function reasons(data: HumanData): Readonly<Record<string, number>> {
  return Object.fromEntries(data.dropped.map(({ reason, rows }) => [reason, rows]));
}

export async function errorOf(work: Promise<unknown>): Promise<VignetteError> {
  return work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: VignetteError) => error,
  );
}
