import { VignetteError } from '../../util/errors';
import type { FoundCondition } from '../joining/conditionReader';
import { rowCount } from '../joining/tally';
import type { CellCount } from '../profiling/types';
import { cellColumns } from '../profiling/wanted';
import { cellReaders } from './cellReaders';
import { keyPlace, outcomePlace, type Context, type Place } from './context';

/** Fewer answers than this are a small cell. */
const small = 30;

/** Cells told one by one a place; more are told together. */
const most = 5;

interface Finding {
  readonly code: 'data/empty-cell' | 'data/small-cell';
  readonly place: Place | undefined;
  readonly message: string;
}

/** Conditions, and cells of condition, outcome and item, that hardly any row or answer is in. */
export function checkCells(context: Context): void {
  // The rows of a conjoint are alternatives, and its cells are levels.
  if (context.study.outcomes.every(({ scale }) => scale.type === 'choice')) return;
  const answers = answersByCell(context);
  if (answers === undefined) return;
  const findings = context.study.conditions.flatMap((condition) => {
    const { conditions } = context.study;
    const rows = answers.rows(condition.id);
    if (rows >= small) return thinOutcomes(context, condition.id, answers);
    const where = conditions.length > 1 ? ` of the condition \`${condition.id}\`` : '';
    const place = conditionPlace(context, condition.id) ?? keyPlace(context, 'respondents', 'data');
    const message = rows === 0 ? `no row${where}` : `only ${rowCount(rows)}${where}`;
    return finding(place, rows, `The data has ${message}.`);
  });
  report(context, findings);
}

function thinOutcomes(context: Context, condition: string, answers: Answers): readonly Finding[] {
  const { study } = context;
  const here = study.conditions.length > 1 ? ` in the condition \`${condition}\`` : '';
  return study.outcomes.flatMap((outcome) => {
    if (!outcome.ask.includes(condition) || !answers.has(outcome.id)) return [];
    const place = conditionPlace(context, condition) ?? outcomePlace(context, outcome);
    const counts = (study.items.length === 0 ? [null] : study.items.map(({ id }) => id)).map((item) => ({
      item,
      n: answers.n(condition, outcome.id, item),
    }));
    const thin = counts.filter(({ n }) => n < small).sort((a, b) => a.n - b.n);
    const [fewest] = thin;
    if (fewest === undefined) return [];
    const to = `\`${outcome.id}\`${here}`;
    if (fewest.item === null) {
      const answered = fewest.n === 0 ? 'no answer' : `only ${fewest.n} answers`;
      return finding(place, fewest.n, `The data has ${answered} to ${to}.`);
    }
    const share = `${thin.length} of ${counts.length} items have fewer than ${small} answers to ${to}`;
    return finding(place, fewest.n, `${share}; \`${fewest.item}\` has the fewest, ${fewest.n}.`);
  });
}

function finding(place: Place | undefined, n: number, message: string): readonly Finding[] {
  return [{ code: n === 0 ? 'data/empty-cell' : 'data/small-cell', place, message }];
}

/** The key of a condition, or of what makes it; undefined where the study lists none. */
function conditionPlace(context: Context, id: string): Place | undefined {
  return keyPlace(context, 'conditions', id) ?? keyPlace(context, 'crossed');
}

function report(context: Context, findings: readonly Finding[]): void {
  const told = new Map<string, number>();
  const add = ({ code, place }: Finding, message: string): void => {
    if (place !== undefined) context.problems.add({ code, ...place, message });
  };
  const keyOf = ({ code, place }: Finding): string => `${code} ${place?.at.start}`;
  for (const each of findings) {
    const before = told.get(keyOf(each)) ?? 0;
    told.set(keyOf(each), before + 1);
    if (before < most) add(each, each.message);
  }
  for (const [key, n] of told) {
    const first = findings.find((each) => keyOf(each) === key);
    if (first && n > most) add(first, `The same holds for ${n - most} more cells.`);
  }
}

interface Answers {
  rows(condition: string): number;
  /** Whether answers to the outcome were counted. */
  has(outcome: string): boolean;
  n(condition: string, outcome: string, item: string | null): number;
}

/** Undefined where the counts are not those of the study as it is, or hold rows that are in no cell. */
function answersByCell(context: Context): Answers | undefined {
  const { counts } = context.profile;
  const columns = cellColumns(context.study, context.respondents);
  const isPresent =
    JSON.stringify(counts?.wanted.where) === JSON.stringify(context.respondents.where) &&
    JSON.stringify(counts?.wanted.cells.columns) === JSON.stringify(columns);
  const cells = isPresent ? placed(context, columns, counts?.cells ?? []) : undefined;
  if (counts?.cells === undefined || cells === undefined) return undefined;
  const rows = new Map<string, number>();
  const ns = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, n: number): void =>
    void map.set(key, (map.get(key) ?? 0) + n);
  const outcomes = counts.wanted.cells.answers.map(({ outcome }) => outcome);
  const keyOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts);
  for (const { condition, item, cell } of cells) {
    add(rows, condition, cell.rows);
    for (const [i, n] of cell.answers.entries()) add(ns, keyOf(condition, outcomes[i] ?? '', item), n);
  }
  return {
    rows: (condition) => rows.get(condition) ?? 0,
    has: (outcome) => outcomes.includes(outcome),
    n: (condition, outcome, item) => ns.get(keyOf(condition, outcome, item)) ?? 0,
  };
}

interface Placed {
  readonly condition: string;
  readonly item: string | null;
  readonly cell: CellCount;
}

/**
 * Counts given to their cells; undefined where a value names none, which is said elsewhere, but for levels that are
 * each known and together no condition.
 */
function placed(
  context: Context,
  names: readonly string[],
  counts: readonly CellCount[],
): readonly Placed[] | undefined {
  const readers = cellReaders(context.study, names);
  if (readers instanceof VignetteError) return undefined;
  const { conditionOf, itemOf } = readers;
  const found = counts.map((cell): Placed | 'none' | 'unknown' => {
    const [condition, item] = [conditionOf(cell.values), itemOf(cell.values)];
    if (condition.kind === 'unknown') reportCombination(context, condition, cell);
    if (condition.kind === 'unknown' || item.kind === 'unknown') return 'unknown';
    if (condition.kind === 'empty' || item.kind === 'empty') return 'none';
    return { condition: condition.id, item: item.id, cell };
  });
  return found.includes('unknown') ? undefined : found.filter((each) => typeof each === 'object');
}

function reportCombination(
  context: Context,
  { column, value }: Extract<FoundCondition, { kind: 'unknown' }>,
  { rows }: CellCount,
): void {
  const place = keyPlace(context, 'respondents', 'condition');
  if (!column.includes(' × ') || place === undefined) return;
  const message = `"${value}" in ${column} is no condition (${rowCount(rows)}).`;
  context.problems.add({ code: 'data/condition-value', ...place, message });
}
