import { formatCount, formatSeconds, formatUsdRange, formatW } from '../chart/numbers';
import type { CellEvaluation } from '../results/types';
import type { PlanEstimate, ResultsOfStudy, StudyDocument } from './types';

/** The results of a condition, in the order of the evaluation. */
export function cellsOfCondition(
  results: ResultsOfStudy | undefined,
  condition: string,
): readonly CellEvaluation[] {
  return results?.results.evaluation.cells.filter((cell) => cell.condition === condition) ?? [];
}

/** The results of an outcome; of a matrix those of all its items. */
export function cellsOfOutcome(
  results: ResultsOfStudy | undefined,
  outcome: string,
  { study }: Pick<StudyDocument, 'study'>,
): readonly CellEvaluation[] {
  const items = study.outcomes.filter(({ matrix }) => matrix?.outcome === outcome).map(({ id }) => id);
  const asked = new Set(items.length > 0 ? items : [outcome]);
  return results?.results.evaluation.cells.filter((cell) => asked.has(cell.outcome)) ?? [];
}

/**
 * `W .061 (floor .034)` of one cell; of several the means, `W .067 over 6 cells (floor .028)`; TVD where there is no W.
 * Undefined without human answers.
 */
export function distanceWords(cells: readonly CellEvaluation[]): string | undefined {
  const measured = cells.flatMap(({ w1, floor }) =>
    w1?.stated == null ? [] : [{ w: w1.stated, floor: floor?.mean ?? null }],
  );
  const over = (count: number): string => (count > 1 ? ` over ${count} cells` : '');
  if (measured.length > 0) {
    const floors = measured.flatMap(({ floor }) => floor ?? []);
    const floor = floors.length === measured.length ? ` (floor ${formatW(mean(floors))})` : '';
    return `W ${formatW(mean(measured.map(({ w }) => w)))}${over(measured.length)}${floor}`;
  }
  const tvds = cells.flatMap(({ tvd }) => tvd ?? []);
  return tvds.length > 0 ? `TVD ${formatW(mean(tvds))}${over(tvds.length)}` : undefined;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Part = PlanEstimate['byCondition'][number];

/**
 * What a run would ask, `2 × 75 = 150 answers · 0 cached · free · ~40 s`: conditions, questions where there are several,
 * people. Where conditions differ in people, `1,813 × 1 = 1,813 answers`; where in questions, the sum alone.
 */
export function arithmetic(parts: readonly Part[]): string {
  const answers = sum(parts.map(({ people, questions }) => people * questions));
  const product = productOf(parts);
  const said = product === undefined ? formatCount(answers) : `${product} = ${formatCount(answers)}`;
  return [
    `${said} ${answers === 1 ? 'answer' : 'answers'}`,
    `${formatCount(sum(parts.map(({ cached }) => cached)))} cached`,
    costOf(parts),
    timeOf(parts),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function productOf(parts: readonly Part[]): string | undefined {
  const [first] = parts;
  if (first === undefined || parts.some(({ questions }) => questions !== first.questions)) return undefined;
  const { people, questions } = first;
  if (parts.length === 1) return `${formatCount(people)} × ${questions}`;
  if (parts.some((part) => part.people !== people)) {
    return `${formatCount(sum(parts.map((part) => part.people)))} × ${questions}`;
  }
  return `${parts.length} × ${questions > 1 ? `${questions} × ` : ''}${formatCount(people)}`;
}

function costOf(parts: readonly Part[]): string {
  const ranges = parts.flatMap(({ usd }) => (usd ? [usd] : []));
  if (ranges.length < parts.length || parts.length === 0) return 'cost unknown';
  return formatUsdRange(total(ranges));
}

function timeOf(parts: readonly Part[]): string | undefined {
  const ranges = parts.flatMap(({ seconds }) => (seconds ? [seconds] : []));
  if (ranges.length < parts.length || parts.length === 0) return undefined;
  const [low, high] = total(ranges);
  return formatSeconds((low + high) / 2);
}

function total(ranges: readonly (readonly [number, number])[]): readonly [number, number] {
  return [sum(ranges.map(([low]) => low)), sum(ranges.map(([, high]) => high))];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
