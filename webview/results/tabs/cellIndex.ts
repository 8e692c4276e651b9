import type { Distance } from '../../../src/chart/cell/distance';
import { distanceOf, rulerEnd } from '../../../src/chart/cell/distance';
import { counted, formatCount, formatW } from '../../../src/chart/numbers';
import { cellId, cellName } from '../../../src/chart/names';
import { ruler, sayRulerEnd } from '../../../src/chart/ruler';
import { sayCells, sayScale } from '../../../src/chart/sentences';
import type { CellEvaluation, Results } from '../../../src/results/types';
import { h, svgElement } from '../../shared/dom';
import { reveal } from '../reveal';

const RULER_WIDTH = 132;

/** Every cell's W on one ruler, in file order, with the answer in a sentence. */
export function cellIndex(
  results: Results,
  current: { readonly condition: string; readonly outcome: string } | undefined,
): HTMLElement {
  const { cells } = results.evaluation;
  const end = rulerEnd(cells.map(distanceOf));
  const outcomes = [...new Set(cells.map((cell) => cell.outcome))];
  const rows = outcomes.flatMap((outcome) => {
    const own = cells.filter((cell) => cell.outcome === outcome);
    const isCurrent = (cell: CellEvaluation): boolean =>
      cell.outcome === current?.outcome && cell.condition === current.condition;
    return [
      ...(outcomes.length > 1 ? [groupRow(outcome)] : []),
      ...own.map((cell) => cellRow(cell, end, isCurrent(cell))),
    ];
  });
  const judged = cells.some((cell) => distanceOf(cell) !== undefined);
  return h(
    'aside',
    { 'aria-label': 'Cells' },
    h('h2', {}, sayCells(cells)),
    h('p', { class: 'small muted' }, sayScale(results.evaluation)),
    ...(judged ? [indexTable(cells, end, rows)] : []),
  );
}

function indexTable(cells: readonly CellEvaluation[], end: number, rows: readonly Node[]): HTMLElement {
  return h(
    'table',
    { class: cells.some((cell) => cell.type === 'nominal') ? 'index roomy' : 'index' },
    h(
      'caption',
      { class: 'sr' },
      `Distance of ${counted(cells.length, 'cell')} from the human answers, in file order`,
    ),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Condition'),
        h('th', { scope: 'col', class: 'num wide' }, 'n obs., pred.'),
        h(
          'th',
          { scope: 'col' },
          h('span', { class: 'ends' }, h('span', {}, '0'), h('span', {}, sayRulerEnd(end))),
        ),
        h('th', { scope: 'col', class: 'num' }, 'W'),
        h('th', { scope: 'col', class: 'num wide' }, 'floor, q95'),
      ),
    ),
    h('tbody', {}, ...rows),
  );
}

function groupRow(outcome: string): HTMLElement {
  return h('tr', { class: 'group' }, h('th', { scope: 'colgroup', colspan: '5' }, outcome));
}

function cellRow(cell: CellEvaluation, end: number, current: boolean): HTMLElement {
  const distance = distanceOf(cell);
  const show = (): void => {
    reveal(cell)?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  };
  const name = h(
    'button',
    { class: 'link', type: 'button', id: `index-${cell.outcome}-${cellId(cell)}`, onclick: show },
    cellId(cell),
  );
  const label = cell.conditionLabel === cell.condition ? '' : ` ${cell.conditionLabel}`;
  return h(
    'tr',
    { 'aria-current': current ? 'true' : undefined },
    h('th', { scope: 'row', title: cellName(cell) }, name, label),
    h('td', { class: 'num wide' }, `${formatCount(cell.nObserved)}, ${formatCount(cell.nPredicted)}`),
    h('td', {}, distance ? svgElement(ruler(distance, { width: RULER_WIDTH, end })) : ''),
    h('td', { class: 'num' }, h('b', {}, sayValueOf(distance))),
    h('td', { class: 'num wide' }, sayFloor(distance)),
  );
}

function sayValueOf(distance: Distance | undefined): string {
  const value = formatW(distance?.value);
  return distance?.name === 'TVD' ? `${value}, TVD` : value;
}

function sayFloor(distance: Distance | undefined): string {
  return distance?.floor ? `${formatW(distance.floor.mean)}, ${formatW(distance.floor.q95)}` : formatW(null);
}
