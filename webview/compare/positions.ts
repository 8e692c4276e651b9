import { meanOf } from '../../src/chart/cell/bins';
import type { CompareState } from '../../src/protocol/views';
import type { CellComparison, CellEvaluation } from '../../src/results/types';

/** Where a cell stands in both runs and among people, on the axis of its outcome. */
export interface Position {
  readonly cell: CellComparison;
  readonly a: number;
  readonly b: number;
  readonly observed: number | undefined;
  readonly interval: readonly [number, number] | undefined;
  /** Points of the stated scale for one raw unit; undefined without a stated range. */
  readonly points: number | undefined;
}

export interface OutcomePositions {
  readonly outcome: string;
  readonly binary: boolean;
  /** What a larger value means, for the axis. */
  readonly axis: string;
  readonly positions: readonly Position[];
}

/** The cells of each outcome: the share of the last option in per cent, or the mean answer. Nominal ones have none. */
export function positionsOf(state: CompareState): readonly OutcomePositions[] {
  const outcomes = [...new Set(state.comparison.cells.map((cell) => cell.outcome))];
  return outcomes.flatMap((outcome) => {
    const found = state.comparison.cells.flatMap((cell) => {
      if (cell.outcome !== outcome) return [];
      const detail = detailOf(state, cell);
      return detail === undefined || detail.type === 'nominal' ? [] : [{ cell, detail }];
    });
    const first = found[0];
    if (first === undefined) return [];
    const binary = found.every(({ detail }) => detail.type === 'binary');
    return [
      {
        outcome,
        binary,
        axis: binary ? `share answering ${lastLabel(first.detail)}` : `mean answer${endsOf(first.detail)}`,
        positions: found.map(({ cell, detail }) => positionOf(cell, detail, binary)),
      },
    ];
  });
}

function detailOf(state: CompareState, cell: CellComparison): CellEvaluation | undefined {
  return state.b.results.evaluation.cells.find(
    (each) => each.condition === cell.condition && each.outcome === cell.outcome && each.item === cell.item,
  );
}

function positionOf(cell: CellComparison, detail: CellEvaluation, binary: boolean): Position {
  const key = String(detail.levels[detail.levels.length - 1] ?? 1);
  // The codes of both runs: on an open scale each may have values that the other has not.
  const levels = [...new Set([...Object.keys(cell.a), ...Object.keys(cell.b)])].map(Number);
  const mean = (shares: CellComparison['a']): number =>
    binary
      ? 100 * (shares[key] ?? 0)
      : levels.reduce((sum, level) => sum + level * (shares[String(level)] ?? 0), 0);
  const wilson = detail.observedIntervals[key];
  const observed = meanOf(detail, 'observed');
  return {
    cell,
    a: mean(cell.a),
    b: mean(cell.b),
    observed: observed === undefined ? undefined : binary ? 100 * (detail.observed[key] ?? 0) : observed,
    interval: binary && wilson ? [100 * wilson[0], 100 * wilson[1]] : undefined,
    points: detail.range === null ? undefined : 100 / (detail.range[1] - detail.range[0]),
  };
}

function lastLabel(cell: CellEvaluation): string {
  const at = cell.levels.length - 1;
  return cell.labels[at] ?? String(cell.levels[at] ?? '');
}

function endsOf(cell: CellEvaluation): string {
  return cell.range === null ? '' : `, ${cell.range[0]} to ${cell.range[1]}`;
}
