import { formatNumber, formatShare, formatW } from '../../../src/chart/numbers';
import { cellId } from '../../../src/chart/names';
import { sayAnswers, sayGates } from '../../../src/chart/sentences';
import type { DataTable } from '../../../src/chart/tables';
import {
  effectsTable,
  expectationsTable,
  gatesTable,
  qualityTable,
  scoresTable,
} from '../../../src/chart/tables';
import { gatesOf, leastParsed } from '../../../src/results/gates';
import type { CellEvaluation, Results } from '../../../src/results/types';
import { h } from '../../shared/dom';
import { tableElement } from '../../shared/table';

/** Outside of these the spread of answers is collapsed or overshoots. */
const NARROW = 0.8;
const BROAD = 1.25;

/** What the answers are worth: parsing, mass, dispersion, baselines, and exactly what was run. */
export function quality(results: Results): readonly Node[] {
  const { cells, summary, warnings } = results.evaluation;
  const gates = gatesOf(results.evaluation, results.setup.smallestEffect);
  return [
    section('Trust gates', h('p', {}, `${sayGates(gates)}.`), tableElement(gatesTable(gates), 'Trust gates')),
    ...(warnings.length === 0
      ? []
      : [section('Warnings', h('ul', {}, ...warnings.map((warning) => h('li', {}, warning))))]),
    section(
      'Answers',
      h(
        'dl',
        { class: 'facts' },
        fact('Answers', sayAnswers(results.counts)),
        fact('Least parsed in a cell', formatShare(leastParsed(results.evaluation))),
        fact('Mean mass on the options', formatW(summary.mass)),
      ),
    ),
    section(
      'By cell',
      h('p', { class: 'small muted' }, sayDispersion(cells)),
      tableElement(qualityTable(cells), 'Quality of the answers by cell'),
    ),
    section('Baselines', ...baselines(results)),
    ...scores(results),
    ...expectations(results),
    section('Set-up', tableElement(setupTable(results), 'Set-up of the run')),
  ];
}

/** The composites of the study, with their effects. */
function scores({ evaluation }: Results): readonly Node[] {
  const { scores: composites } = evaluation;
  if (composites.length === 0) return [];
  const effects = effectsTable(composites.flatMap((score) => score.effects));
  const tables = [
    tableElement(scoresTable(composites), 'Means and distances of the scores'),
    tableElement(effects, 'Effects on the scores'),
  ];
  return [section('Scores', ...tables)];
}

/** What the study expects of a run, and whether it holds. */
function expectations({ evaluation }: Results): readonly Node[] {
  if (evaluation.expectations.length === 0) return [];
  const table = expectationsTable(evaluation.expectations);
  return [section('Expectations of the study', tableElement(table, 'Expectations of the study'))];
}

function section(title: string, ...content: readonly Node[]): HTMLElement {
  return h('section', { class: 'fig' }, h('h2', {}, title), ...content);
}

function fact(name: string, value: string): HTMLElement {
  return h('div', {}, h('dt', {}, name), h('dd', {}, value));
}

function sayDispersion(cells: readonly CellEvaluation[]): string {
  const known = cells.filter((cell) => cell.entropyRatio !== null);
  const names = (flagged: readonly CellEvaluation[]): string =>
    flagged.map((cell) => `${cellId(cell)} · ${cell.outcome}`).join(', ');
  const narrow = known.filter((cell) => (cell.entropyRatio ?? 1) < NARROW);
  const broad = known.filter((cell) => (cell.entropyRatio ?? 1) > BROAD);
  if (known.length === 0) return 'Entropy ratios need human answers.';
  if (narrow.length + broad.length === 0)
    return `Entropy, predicted / observed, lies between ${formatNumber(NARROW)} and ${formatNumber(BROAD)} in every cell.`;
  return [
    ...(narrow.length > 0
      ? [`Collapsed (entropy ratio below ${formatNumber(NARROW)}): ${names(narrow)}.`]
      : []),
    ...(broad.length > 0 ? [`Too broad (entropy ratio above ${formatNumber(BROAD)}): ${names(broad)}.`] : []),
  ].join(' ');
}

function baselines(results: Results): readonly Node[] {
  const { baselines: rows, w1 } = results.evaluation.summary;
  if (Object.keys(rows).length === 0) return [h('p', {}, 'Baselines need human answers.')];
  const table: DataTable = {
    columns: [{ name: 'Method' }, { name: 'sees' }, { name: 'mean W', format: formatW }],
    rows: [
      [`this run (${results.setup.strategy})`, '–', w1.stated],
      ...Object.entries(rows).map(([name, row]) => [name, row.sees, row.w1]),
    ],
  };
  return [
    h('p', { class: 'small muted' }, 'A method is compared only with rows that saw no more than it did.'),
    tableElement(table, 'Baselines'),
  ];
}

function setupTable(results: Results): DataTable {
  const { setup } = results;
  const rows: readonly (readonly [string, string])[] = [
    ['model', setup.model.model],
    ['engine', setup.model.engine],
    ['where', setup.model.where],
    ['strategy', setup.strategy],
    ...setup.modifiers.map(({ id, text }) => [id, text] as const),
    ['temperature', formatNumber(setup.temperature, 1)],
    ['seed', String(setup.seed)],
    ['assignment', setup.assign],
    ['respondents', setup.respondents === null ? 'all' : String(setup.respondents)],
    ['prompts', setup.prompts.name],
    ['study, SHA-256', setup.hashes.study],
    ['data, SHA-256', setup.hashes.data ?? 'no data file'],
    ['answers, SHA-256', setup.hashes.answers],
  ];
  return { columns: [{ name: 'Setting' }, { name: 'value' }], rows };
}
