import { isSingle } from '../../study/scales';
import { variantOf } from '../../study/render';
import type { ProblemFix } from '../../study/problems';
import type { Outcome, Scale } from '../../study/types';
import { looksMissing } from '../missingCodes';
import { acceptsCode } from '../scaleCodes';
import type { DistinctValue } from '../types';
import { numberIn, valueKey } from '../values';
import {
  columnOf,
  columnPlace,
  isFilteredElsewhere,
  keyPlace,
  nodeBelow,
  rowsOf,
  visibleValues,
  type Context,
  type Place,
} from './context';
import { entryBefore, itemBefore, yamlText } from './edits';

/** Odd values told one by one; more are told together. */
const most = 5;

/** Values of the outcome columns that are no answer on the scale. */
export function checkAnswers(context: Context): void {
  for (const outcome of context.study.outcomes) {
    const place =
      columnPlace(nodeBelow(context, 'outcomes', outcome.id), ['respondents', 'outcomes', outcome.id]) ??
      keyPlace(context, 'outcomes', outcome.id);
    if (place !== undefined) checkOutcome(context, outcome, place);
  }
}

function checkOutcome(context: Context, outcome: Outcome, place: Place): void {
  const { respondents, problems, study } = context;
  const source = respondents.outcomes.find((each) => each.outcome === outcome.id);
  const column = columnOf(context, source?.column ?? outcome.id);
  if (column === undefined) return;
  const odd = visibleValues(context, column).filter(({ value }) => !isAnswer(context, outcome, value));
  const scales = scalesOf(outcome).filter(isSingle);
  const missing = odd.filter(({ value }) =>
    scales.every((scale) => looksMissing(value, (code) => acceptsCode(scale, code))),
  );
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
  const sure = everywhere && !isFilteredElsewhere(context, column);
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

/** The scales on which an outcome is asked. */
function scalesOf(outcome: Outcome): readonly Scale[] {
  return outcome.ask.map((condition) => variantOf(outcome, condition).scale);
}

/** Whether a value is declared missing, or an answer in at least one condition. */
function isAnswer({ respondents }: Context, outcome: Outcome, value: string): boolean {
  const source = respondents.outcomes.find((each) => each.outcome === outcome.id);
  const key = valueKey(value);
  const missing = [...respondents.missing, ...(source?.missing ?? [])];
  if (missing.some((each) => valueKey(each) === key)) return true;
  const mapped = source?.values.find(({ data }) => valueKey(data) === key)?.code;
  const code = (source?.values.length ?? 0) > 0 ? mapped : numberIn(value);
  if (code === undefined) return false;
  return scalesOf(outcome).some(
    (scale) => !isSingle(scale) || acceptsCode(scale, code) || scale.dontKnow?.code === code,
  );
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
