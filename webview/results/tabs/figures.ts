import { counted } from '../../../src/chart/numbers';
import { cellScene, sharedAxes } from '../../../src/chart/cellChart';
import { hasHumans } from '../../../src/chart/cell/bins';
import { sayCorrect, sayN, whyNoDistance } from '../../../src/chart/cell/describe';
import { distanceOf, sayDistance, sayVerdict } from '../../../src/chart/cell/distance';
import { toSvg } from '../../../src/chart/draw/marks';
import type { Panel } from '../../../src/chart/figure';
import { roleWords, sayScaleOf } from '../../../src/chart/sentences';
import { dotPlotScene, sharesDotPlot, shownLevel } from '../../../src/chart/sharesDotPlot';
import { levelsTable, sharesTable } from '../../../src/chart/tables';
import type { CellEvaluation, Evaluation, Results } from '../../../src/results/types';
import { h, svgElement } from '../../shared/dom';
import { copyTools } from '../../shared/copies';
import { post } from '../../shared/host';
import { sized } from '../../shared/sized';
import { details, tableElement } from '../../shared/table';
import { legend } from '../../shared/legend';
import { notesOf } from '../notes';
import { cellId, cellName } from '../../../src/chart/names';

const STALE = 'out of date';

type Outcome = Evaluation['outcomes'][number];

/** One panel a condition: grouped bars and the ruler of W, all on the same axes. */
export function barsFigure(
  results: Results,
  outcome: Outcome,
  cells: readonly CellEvaluation[],
  stale: readonly string[],
): HTMLElement {
  const style = { width: 216, ...sharedAxes(cells), stamp: results.evaluation.stamp };
  const humans = cells.some(hasHumans);
  const convention = conventionOf(cells);
  const panels = cells.map((cell): Panel => ({
    title: cellName(cell),
    note: `${cellId(cell)} · ${sayN(cell)}`,
    scene: cellScene(cell, style),
    lines: linesOf(cell, stale.includes(cell.condition)),
  }));
  return figure(results, outcome, cells, {
    lead: `${cells[0] ? sayScaleOf(cells[0]) : ''}. Share of answers by level.`,
    reading: 'bars',
    title: `${outcome.id} · ${outcome.question} Share of answers by level.`,
    panels: () => panels,
    content: [
      legend(humans ? ['predicted', 'observed', 'interval', 'floor', 'mark'] : ['predicted'], convention),
      h('div', { class: 'panels' }, ...cells.map((cell, index) => panelElement(cell, panels[index]))),
    ],
  });
}

/** One share a condition on a dot plot. */
export function sharesFigure(
  results: Results,
  outcome: Outcome,
  cells: readonly CellEvaluation[],
  stale: readonly string[],
): HTMLElement {
  const { stamp } = results.evaluation;
  const name = cells[0] ? shownLevel(cells[0]).name : '';
  const humans = cells.some(hasHumans);
  const plot = sized((width) => sharesDotPlot(cells, { width, stamp, stale }));
  plot.dataset['outcome'] = outcome.id;
  plot.dataset['condition'] = '';
  return figure(results, outcome, cells, {
    reading: 'shares',
    title: `${outcome.id} · ${outcome.question} Share answering “${name}”.`,
    lead: `Binary: share answering “${name}”, one a condition.${humans ? ' W is the distance between the two marks; inside the band it cannot be told from sampling noise.' : ''}`,
    panels: () => [
      { title: '', note: '', scene: dotPlotScene(cells, { width: 680, stamp, stale }), lines: [] },
    ],
    content: [
      legend(humans ? ['filledDiamond', 'circle', 'band'] : ['diamond'], conventionOf(cells)),
      h('div', { class: 'row small' }, 'Conditions:', ...cells.map((cell) => studyLink(cell, cellId(cell)))),
      plot,
    ],
  });
}

function figure(
  results: Results,
  outcome: Outcome,
  cells: readonly CellEvaluation[],
  parts: {
    readonly lead: string;
    readonly reading: 'bars' | 'shares';
    /** What the copy is called. */
    readonly title: string;
    readonly panels: () => readonly Panel[];
    readonly content: readonly Node[];
  },
): HTMLElement {
  const id = `figure-${outcome.id}`;
  const levels = Math.max(...cells.map((cell) => cell.levels.length));
  const table = sharesTable(cells);
  return h(
    'section',
    { class: 'fig', 'aria-labelledby': id },
    h(
      'header',
      {},
      h(
        'div',
        {},
        h(
          'h2',
          { id },
          outcome.id,
          h('span', { class: 'plain' }, `${roleWords(outcome)} · ${outcome.question}`),
        ),
        h('p', { class: 'small muted' }, parts.lead),
      ),
      copyTools({
        id: outcome.id,
        title: parts.title,
        panels: parts.panels,
        notes: notesOf(
          results,
          parts.reading,
          `${conventionOf(cells)}. Floor: ${results.evaluation.conventions.floor}.`,
        ),
        table: () => levelsTable(cells),
      }),
    ),
    ...parts.content,
    details(
      `data-${outcome.id}`,
      `Data table: ${counted(cells.length, 'cell')} × ${counted(levels, 'level')}`,
      () => [
        tableElement(table, `${outcome.question} Shares in per cent.`),
        h('p', { class: 'small muted' }, 'Shares in per cent.'),
      ],
    ),
  );
}

function panelElement(cell: CellEvaluation, panel: Panel | undefined): HTMLElement {
  const open = (): void => {
    openStudy(cell);
  };
  const chart = panel ? svgElement(toSvg(panel.scene)) : undefined;
  chart?.addEventListener('click', open);
  const [first = '', ...rest] = panel?.lines ?? [];
  return h(
    'figure',
    {
      class: 'panel',
      'data-condition': cell.condition,
      'data-outcome': cell.outcome,
      'data-item': cell.item ?? '',
    },
    h('h3', {}, studyLink(cell, cellName(cell))),
    h('div', { class: 'n' }, panel?.note ?? ''),
    chart,
    h(
      'figcaption',
      { class: 'wline' },
      h('div', {}, ...boldStart(first)),
      ...rest.map((line) => h('div', {}, ...boldEnd(line))),
    ),
  );
}

/** `W .027` bold, its ruler not. */
function boldStart(line: string): readonly (Node | string)[] {
  const at = line.indexOf(' (');
  return at < 0 ? [line] : [h('b', {}, line.slice(0, at)), line.slice(at)];
}

/** What is out of date stands out; the rest of the line does not. */
function boldEnd(line: string): readonly Node[] {
  const said = line.split(' · ').filter((part) => part !== STALE);
  const words = said.length > 0 ? [h('span', { class: 'muted' }, said.join(' · '))] : [];
  const state = said.join(' · ') === line ? [] : [h('b', {}, said.length > 0 ? ` · ${STALE}` : STALE)];
  return [...words, ...state];
}

function studyLink(cell: CellEvaluation, words: string): HTMLElement {
  return h(
    'button',
    {
      class: 'link',
      type: 'button',
      id: `open-${cell.outcome}-${cellId(cell)}`,
      title: `Open ${cell.condition} in the study`,
      onclick: () => {
        openStudy(cell);
      },
    },
    words,
  );
}

function openStudy(cell: CellEvaluation): void {
  post({ type: 'openStudy', condition: cell.condition, outcome: cell.outcome });
}

function linesOf(cell: CellEvaluation, stale: boolean): readonly string[] {
  const distance = distanceOf(cell);
  const state = stale ? [STALE] : [];
  if (distance === undefined) return [whyNoDistance(cell), ...state, ...sayCorrect(cell)];
  return [sayDistance(distance), [sayVerdict(distance), ...state].join(' · '), ...sayCorrect(cell)];
}

/** `W: stated, 1–7`; said once a figure. */
function conventionOf(cells: readonly CellEvaluation[]): string {
  const said = cells.flatMap((cell) => {
    const distance = distanceOf(cell);
    return distance ? [`${distance.name}: ${distance.convention}`] : [];
  });
  return [...new Set(said)].join('; ');
}
