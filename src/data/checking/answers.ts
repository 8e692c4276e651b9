import { variantOf } from '../../study/render';
import { isSingle } from '../../study/scales';
import type { ProblemFix } from '../../study/problems';
import type { Outcome, OutcomeSource, Scale } from '../../study/types';
import { sourceOf } from '../joining/answerReader';
import { looksMissing } from '../missingCodes';
import { isParts, listIn, markIn, partIn } from '../parts';
import { acceptsCode } from '../scaleCodes';
import type { ColumnProfile, DistinctValue } from '../types';
import { numberIn, valueKey } from '../values';
import {
  columnOf,
  columnPlace,
  isFilteredElsewhere,
  nodeBelow,
  outcomePlace,
  rowsOf,
  visibleValues,
  type Context,
  type Place,
} from './context';
import { entryBefore, itemBefore, yamlText } from './edits';

/** Odd values told one by one; more are told together. */
const most = 5;

/** A column of answers, and whether a scale has the answer that a value of it is. */
interface AnswerColumn {
  readonly column: ColumnProfile;
  readonly place: Place;
  readonly isAnswer: (scale: Scale, value: string) => boolean;
}

/** Values of the outcome columns that are no answer on the scale. */
export function checkAnswers(context: Context): void {
  for (const outcome of context.study.outcomes) {
    if (outcome.scale.type === 'choice') continue;
    const source = sourceOf(context.respondents, outcome);
    for (const column of answerColumns(context, outcome, source))
      checkColumn(context, outcome, source, column);
  }
}

function answerColumns(context: Context, outcome: Outcome, source: OutcomeSource): readonly AnswerColumn[] {
  const path = ['respondents', 'outcomes', outcome.id];
  const node = nodeBelow(context, 'outcomes', outcome.id);
  const whole = outcomePlace(context, outcome);
  const made = (
    name: string,
    place: Place | undefined,
    isAnswer: AnswerColumn['isAnswer'],
  ): readonly AnswerColumn[] => {
    const column = columnOf(context, name);
    return column === undefined || place === undefined ? [] : [{ column, place, isAnswer }];
  };
  if (source.columns.length === 0)
    return made(source.column, columnPlace(node, path) ?? whole, (scale, value) =>
      isWhole(scale, source, value),
    );
  return source.columns.flatMap(({ code, column }) => {
    const keys = ['outcomes', outcome.id, 'columns', String(code)];
    const place = columnPlace(nodeBelow(context, ...keys), ['respondents', ...keys]);
    return made(column, place ?? whole, (scale, value) => isPart(scale, source, code, value));
  });
}

/** Whether a value is an answer by itself. */
function isWhole(scale: Scale, { values }: OutcomeSource, value: string): boolean {
  if (scale.type === 'multiselect') return listIn(scale, value) !== undefined;
  if (!isSingle(scale)) return scale.type !== 'text' || !looksMissing(value);
  const mapped = values.find(({ data }) => valueKey(data) === valueKey(value))?.code;
  const code = values.length > 0 ? mapped : numberIn(value);
  return code !== undefined && (acceptsCode(scale, code) || scale.dontKnow?.code === code);
}

/** Whether a value can stand in the column of an option. */
function isPart(scale: Scale, { values }: OutcomeSource, code: number, value: string): boolean {
  if (!isParts(scale)) return true;
  const mapped = values.find(({ data }) => valueKey(data) === valueKey(value))?.code;
  const text = mapped === undefined ? value : String(mapped);
  const isOption = scale.options.some((option) => option.code === code);
  return (isOption ? partIn(scale, text) : markIn(text)) !== undefined;
}

function checkColumn(
  context: Context,
  outcome: Outcome,
  source: OutcomeSource,
  { column, place, isAnswer }: AnswerColumn,
): void {
  const { respondents, problems, study } = context;
  const scales = outcome.ask.map((condition) => variantOf(outcome, condition).scale);
  const declared = new Set([...respondents.missing, ...source.missing].map(valueKey));
  const odd = visibleValues(context, column).filter(
    ({ value }) => !declared.has(valueKey(value)) && !scales.some((scale) => isAnswer(scale, value)),
  );
  const missing = odd.filter(({ value }) => looksMissing(value));
  const outside = odd.filter((value) => !missing.includes(value));
  for (const value of missing.slice(0, most)) {
    const fix = declaring(context, value.value);
    problems.add({
      code: 'data/undeclared-missing',
      ...place,
      message: `"${value.value}" in ${column.name} looks like a missing code (${rowsOf(value)}); it is read as one.`,
      fixes: fix ? [fix] : [],
    });
  }
  const everywhere = study.conditions.every(({ id }) => outcome.ask.includes(id));
  const sure = everywhere && outcome.askIf === undefined && !isFilteredElsewhere(context, column);
  const tail = sure ? '' : ' Rows that do not count for this outcome are counted too.';
  const report = (what: string): void =>
    problems.add({
      code: 'data/outside-scale',
      ...(sure ? {} : { severity: 'warning' }),
      ...place,
      message: `${what}${tail}`,
    });
  for (const value of outside.slice(0, most)) report(outsideText(value, column.name, outcome.id));
  if (outside.length > most)
    report(`${outside.length - most} more values in ${column.name} are no answers on the scale.`);
}

function outsideText(value: DistinctValue, column: string, outcome: string): string {
  return `"${value.value}" in ${column} is no answer on the scale of \`${outcome}\` (${rowsOf(value)}).`;
}

/** Adds a value to `respondents.missing`. */
function declaring(context: Context, value: string): ProblemFix | undefined {
  const { yaml } = context.problems;
  const title = `Declare ${value} as missing`;
  const text = yamlText(value);
  const declared = nodeBelow(context, 'missing');
  if (declared?.kind === 'list') {
    const edit = itemBefore(declared, text, yaml);
    return edit && { title, replace: [edit] };
  }
  const respondents = nodeBelow(context);
  if (declared !== undefined || respondents?.kind !== 'map') return undefined;
  const edit = entryBefore(respondents, 'missing', `[${text}]`, yaml);
  return edit && { title, replace: [edit] };
}
