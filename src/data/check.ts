import type { StudyDocument } from '../study/document';
import { problemsOf } from '../study/problems';
import type { Diagnostic } from '../util/diagnostic';
import { checkAnswers } from './checking/answers';
import { checkAttributes } from './checking/attributes';
import { checkCells } from './checking/cells';
import { checkColumns } from './checking/columns';
import { checkConditionValues } from './checking/conditions';
import { columnPlace, nodeBelow, type Context, type FileContext } from './checking/context';
import { checkPanel } from './checking/panel';
import { checkPersonas } from './checking/personas';
import { checkTelling } from './checking/telling';
import { checkWeights } from './checking/weights';
import type { DataProfile } from './types';

/** Null: the file is not there. Undefined: nothing is known of it, and nothing is said. */
type Known = DataProfile | null | undefined;

/**
 * What is wrong between a study and its files, at the places in the study that say how to read them: the human data, and
 * the sample of a panel. Errors are certain; where `where` or `ask` may leave the rows in question out, which a
 * profile cannot tell, it is a warning, and joining decides.
 */
export function checkData(document: StudyDocument, data: Known, sample?: Known): readonly Diagnostic[] {
  const { study, yaml } = document;
  const { respondents, panel } = study;
  const problems = problemsOf(yaml);
  if (respondents !== undefined && data !== undefined) {
    const file = { study, section: 'respondents', where: respondents.where, problems } as const;
    const context = { ...file, respondents, profile: data ?? nothing };
    if (data === null) reportMissing(context, 'data', respondents.data);
    else checkHuman(context);
  }
  if (panel?.sample !== undefined && sample !== undefined) {
    const context = { study, section: 'panel', where: [], problems, profile: sample ?? nothing } as const;
    if (sample === null) reportMissing(context, 'sample', panel.sample.file);
    else checkPanel(context, panel);
  }
  return problems.all();
}

const nothing: DataProfile = { path: '', rows: 0, columns: [], counts: undefined };

function checkHuman(context: Context): void {
  const { respondents } = context;
  checkColumns(context);
  checkConditionValues(context);
  checkAnswers(context);
  checkAttributes(context);
  checkCells(context);
  checkWeights(context, respondents.weight);
  checkPersonas(context, respondents.profile, respondents.id);
  checkTelling(context);
}

function reportMissing(context: FileContext, key: string, file: string): void {
  const place = columnPlace(nodeBelow(context, key), [context.section, key]);
  if (place === undefined) return;
  const message = `The data file ${file} is not there.`;
  context.problems.add({ code: 'data/missing-file', ...place, message });
}
