import { isSingle } from '../../study/scales';
import type { Outcome, Respondents, Study } from '../../study/types';
import { sourceOf } from '../joining/answerReader';
import type { Wanted, WantedAnswers } from './types';

/**
 * What the checks of a study need to know of its data beside the single columns: the answers in each cell, and which
 * columns of the persona tell the condition or the answer. Undefined without human data.
 */
export function wantedOf(study: Study): Wanted | undefined {
  const { respondents } = study;
  if (respondents === undefined) return undefined;
  const answers = study.outcomes.flatMap((outcome): WantedAnswers[] => {
    const columns = answerColumns(respondents, outcome);
    const { missing } = sourceOf(respondents, outcome);
    return columns.length === 0
      ? []
      : [{ outcome: outcome.id, columns, missing: [...respondents.missing, ...missing] }];
  });
  const single = study.outcomes.filter(({ scale }) => isSingle(scale));
  const told = [
    ...conditionColumns(respondents),
    ...single.flatMap((outcome) => answerColumns(respondents, outcome)),
  ];
  const pairs = told.flatMap((name) => respondents.profile.map(({ column }) => [column, name] as const));
  return { where: respondents.where, cells: { columns: cellColumns(study, respondents), answers }, pairs };
}

/**
 * Of what is wanted, what a file with these columns can tell; undefined where a column of `where` is not there, so that
 * nobody can say which rows count.
 */
export function restrictedTo(
  { where, cells, pairs }: Wanted,
  columns: readonly string[],
): Wanted | undefined {
  const known = new Set(columns.map((name) => name.trim()));
  const isThere = (name: string): boolean => known.has(name.trim());
  if (!where.every(({ column }) => isThere(column))) return undefined;
  const answers = cells.answers.filter((each) => each.columns.every(isThere));
  return { where, cells: { ...cells, answers }, pairs: pairs.filter((pair) => pair.every(isThere)) };
}

/** The columns that say the condition. */
export function conditionColumns({ condition }: Respondents): readonly string[] {
  if (condition === undefined) return [];
  return condition.kind === 'column' ? [condition.map.column] : condition.maps.map(({ column }) => column);
}

/** The columns whose values make a cell: those of the condition, and of the item where there are items. */
export function cellColumns(study: Study, respondents: Respondents): readonly string[] {
  const item = study.items.length > 0 ? respondents.item?.column : undefined;
  return [...conditionColumns(respondents), ...(item === undefined ? [] : [item])];
}

/** The columns that hold the answers to an outcome; none for a conjoint, whose rows are alternatives. */
export function answerColumns(respondents: Respondents, outcome: Outcome): readonly string[] {
  if (outcome.scale.type === 'choice') return [];
  const { column, columns } = sourceOf(respondents, outcome);
  return columns.length === 0 ? [column] : columns.map((each) => each.column);
}
