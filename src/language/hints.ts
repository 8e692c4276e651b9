import { barPair } from '../chart/textBars';
import { counted, formatCount } from '../chart/numbers';
import type { CellEvaluation } from '../results/types';
import type { StudyDocument } from '../study/document';
import type { Path } from '../util/range';
import type { Environment, InlayHint, ResultsOfStudy } from './types';
import { cellsOfCondition, cellsOfOutcome, distanceWords } from './words';

/** More outcomes than this would push the text out of sight; the rest stand in the tooltip. */
const MOST_OUTCOMES = 2;

/**
 * What stands at the ends of lines: text bars on each condition's line, the mean W on each question's, people and
 * conditions on the data file's.
 */
export function inlayHints(document: StudyDocument, environment: Environment): readonly InlayHint[] {
  const { results } = environment;
  const hints: (InlayHint | undefined)[] = [dataHint(document, environment)];
  if (results) {
    for (const { id } of document.study.conditions) hints.push(conditionHint(document, results, id));
    const questions = new Set(document.study.outcomes.map(({ id, matrix }) => matrix?.outcome ?? id));
    for (const id of questions) hints.push(questionHint(document, results, id));
  }
  return hints.filter((hint) => hint !== undefined);
}

function conditionHint(
  document: StudyDocument,
  results: ResultsOfStudy,
  condition: string,
): InlayHint | undefined {
  const cells = cellsOfCondition(results, condition);
  if (cells.length === 0) return undefined;
  const stale = results.stale.includes(condition) ? ' · out of date' : '';
  const named = cells.length > 1;
  const said = cells.slice(0, MOST_OUTCOMES).map((cell) => (named ? `${cell.outcome} ` : '') + barsOf(cell));
  const more = cells.length > MOST_OUTCOMES ? ` +${cells.length - MOST_OUTCOMES}` : '';
  const tooltip = [
    'Predicted · observed, shares of answers on one height scale.',
    ...cells.map((cell) => `${cell.outcome}: ${barsOf(cell)}, n ${sizesOf(cell)}`),
    ...stampOf(results),
  ].join('\n');
  return atEnd(document, ['conditions', condition], said.join('   ') + more + stale, tooltip);
}

function barsOf(cell: CellEvaluation): string {
  const distance = distanceWords([cell]);
  return distance === undefined ? barPair(cell) : `${barPair(cell)}  ${distance}`;
}

function sizesOf({ nPredicted, nObserved }: CellEvaluation): string {
  const predicted = `${formatCount(nPredicted)} predicted`;
  return nObserved > 0 ? `${predicted}, ${formatCount(nObserved)} observed` : predicted;
}

function questionHint(
  document: StudyDocument,
  results: ResultsOfStudy,
  outcome: string,
): InlayHint | undefined {
  const said = distanceWords(cellsOfOutcome(results, outcome, document));
  if (said === undefined) return undefined;
  const tooltip = ['The mean over the conditions.', ...stampOf(results)].join('\n');
  return atEnd(document, ['outcomes', outcome, 'question'], said, tooltip);
}

function dataHint(document: StudyDocument, { data }: Environment): InlayHint | undefined {
  const { respondents, conditions, design } = document.study;
  if (!data || !respondents || data.path !== respondents.data) return undefined;
  const ids = data.columns.find(({ name }) => name === respondents.id);
  const people = ids && !ids.more ? ids.distinct.length : design === 'between' ? data.rows : undefined;
  const rows = people === undefined ? counted(data.rows, 'row') : saidPeople(people);
  const text = `${rows} · ${counted(conditions.length, 'condition')}`;
  return atEnd(document, ['respondents', 'data'], text, `${counted(data.rows, 'row')} in ${data.path}.`);
}

function saidPeople(people: number): string {
  return people === 1 ? '1 person' : `${formatCount(people)} people`;
}

function stampOf({ results }: ResultsOfStudy): readonly string[] {
  return results.evaluation.stamp === null ? [] : [results.evaluation.stamp];
}

/** At the end of the line on which the key stands. */
function atEnd(document: StudyDocument, path: Path, text: string, tooltip: string): InlayHint | undefined {
  const line = document.ranges(path)?.key?.start.line;
  if (line === undefined) return undefined;
  const character = document.yaml.lines.text(line).trimEnd().length;
  return { position: { line, character }, text, tooltip };
}
