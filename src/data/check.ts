import type { StudyDocument } from '../study/document';
import { problemsOf } from '../study/problems';
import type { Diagnostic } from '../util/diagnostic';
import { checkAnswers } from './checking/answers';
import { checkColumns } from './checking/columns';
import { checkConditionValues } from './checking/conditions';
import type { Context } from './checking/context';
import { checkPersonas } from './checking/personas';
import type { DataProfile } from './types';

/**
 * What is wrong between a study and its data file, at the places in the study that say how to read it. `profile` is
 * null when the file is not there. Errors are certain; where `where` or `ask` may leave the rows in question out, which a
 * profile cannot tell, it is a warning, and joining decides.
 */
export function checkData(document: StudyDocument, profile: DataProfile | null): readonly Diagnostic[] {
  const { study, yaml } = document;
  const { respondents } = study;
  if (respondents === undefined) return [];
  const problems = problemsOf(yaml);
  const context: Context = { study, respondents, profile: profile ?? nothing, problems };
  if (profile === null) reportMissing(context);
  else for (const check of [checkColumns, checkConditionValues, checkAnswers, checkPersonas]) check(context);
  return problems.all();
}

const nothing: DataProfile = { path: '', rows: 0, columns: [] };

function reportMissing({ respondents, problems }: Context): void {
  const path = ['respondents', 'data'];
  const range = problems.yaml.ranges(path);
  if (range === undefined) return;
  const { lines } = problems.yaml;
  problems.add({
    code: 'data/missing-file',
    at: { start: lines.offset(range.value.start), end: lines.offset(range.value.end) },
    path,
    message: `The data file ${respondents.data} is not there.`,
  });
}
