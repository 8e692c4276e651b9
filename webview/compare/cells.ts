import type { Movement, MovementStyle } from '../../src/chart/movement';
import { movementChart, movementScene } from '../../src/chart/movement';
import { counted, formatInterval, formatP, formatSigned, formatW } from '../../src/chart/numbers';
import type { DataTable } from '../../src/chart/tables';
import type { CompareState } from '../../src/protocol/views';
import type { CellComparison } from '../../src/results/types';
import { copyTools } from '../shared/copies';
import { h } from '../shared/dom';
import { keep, kept } from '../shared/host';
import { legend } from '../shared/legend';
import { sized } from '../shared/sized';
import { details, tableElement } from '../shared/table';
import { choice } from '../ui/button';
import type { OutcomePositions, Position } from './positions';
import { positionsOf } from './positions';
import { notesOf, stampOf } from './stamp';
import { cellName } from '../../src/chart/names';

const columns: MovementStyle['columns'] = [
  { name: 'change', width: 64 },
  { name: '95 %', width: 92 },
  { name: 'adj. p', width: 58 },
  { name: 'state', width: 88 },
];

/** One chart an outcome, the cells that moved most first, and a table of all cells. */
export function cellFigures(state: CompareState, redrawn: () => void): readonly Node[] {
  if (state.comparison.cells.length === 0) return [];
  const order = kept().order;
  const toggle = choice(
    'order',
    'Order of cells',
    [
      { value: 'movement', words: 'Movement' },
      { value: 'file', words: 'File order' },
    ],
    order,
    (value) => {
      keep({ order: value });
      redrawn();
    },
  );
  const charts = positionsOf(state).map((outcome) => outcomeFigure(state, outcome, order));
  return [
    h(
      'section',
      { class: 'fig', 'aria-labelledby': 'cells' },
      h(
        'header',
        {},
        h(
          'div',
          {},
          h('h2', { id: 'cells' }, 'Cells by movement'),
          h(
            'p',
            { class: 'small muted' },
            'Change of the mean, points of the scale, with its 95 % interval.',
          ),
        ),
        toggle,
      ),
      legend(['movement', 'tick']),
      ...charts,
      details('data-cells', `Data table: ${counted(state.comparison.cells.length, 'cell')}`, () => [
        tableElement(cellsTable(state.comparison.cells), 'Cells of both runs'),
      ]),
    ),
  ];
}

function outcomeFigure(
  state: CompareState,
  outcome: OutcomePositions,
  order: 'movement' | 'file',
): HTMLElement {
  const shown = order === 'file' ? outcome.positions : [...outcome.positions].sort(byMovement);
  const movements = shown.map(movementOf);
  const style: Omit<MovementStyle, 'width'> = {
    columns,
    stamp: stampOf(state),
    axis: { title: outcome.axis, unit: outcome.binary ? ' %' : '', zero: false },
  };
  return h(
    'div',
    { class: 'outcome' },
    h(
      'div',
      { class: 'title' },
      h('h3', { class: 'grow' }, outcome.outcome),
      copyTools({
        id: `compare-${outcome.outcome}`,
        title: `${outcome.outcome}: ${state.comparison.summary}`,
        panels: () => [
          { title: '', note: '', scene: movementScene(movements, { ...style, width: 680 }), lines: [] },
        ],
        notes: notesOf(state),
        table: () => cellsTable(shown.map((position) => position.cell)),
      }),
    ),
    sized((width) => movementChart(movements, { ...style, width })),
  );
}

function byMovement(first: Position, second: Position): number {
  return Number(second.cell.moved) - Number(first.cell.moved) || (second.cell.w1 ?? 0) - (first.cell.w1 ?? 0);
}

function movementOf(position: Position): Movement {
  const { cell, points } = position;
  const [factor, decimals] = points === undefined ? [1, 2] : [points, 1];
  const ci = cell.ci === null ? null : ([cell.ci[0] * factor, cell.ci[1] * factor] as const);
  const change = cell.meanChange === null ? null : cell.meanChange * factor;
  return {
    name: cellName(cell),
    a: position.a,
    b: position.b,
    observed: position.observed,
    interval: position.interval,
    moved: cell.moved,
    numbers: [
      formatSigned(change, decimals),
      formatInterval(ci, decimals),
      formatP(cell.pAdjusted),
      cell.moved ? 'moved' : 'within noise',
    ],
  };
}

function cellsTable(cells: readonly CellComparison[]): DataTable {
  const levels = (value: number | null): string => formatSigned(value, 2);
  return {
    columns: [
      { name: 'Outcome' },
      { name: 'Condition' },
      { name: 'W between runs', format: formatW },
      { name: 'change, levels', format: levels },
      { name: 'low 95 %', format: levels },
      { name: 'high 95 %', format: levels },
      { name: 'change, points', format: (value) => formatSigned(value, 1) },
      { name: 'p', format: formatP },
      { name: 'adjusted p', format: formatP },
      { name: 'state' },
    ],
    rows: cells.map((cell) => [
      cell.outcome,
      cellName(cell),
      cell.w1,
      cell.meanChange,
      cell.ci?.[0] ?? null,
      cell.ci?.[1] ?? null,
      cell.meanChangePoints,
      cell.p,
      cell.pAdjusted,
      cell.moved ? 'moved' : 'within noise',
    ]),
  };
}
