import type { CellEvaluation } from '../types';

/** A cell that two runs have in common, on the levels of both. */
export interface CellPair {
  readonly a: CellEvaluation;
  readonly b: CellEvaluation;
  readonly codes: readonly number[];
  /** What a step from each level to the next counts: scale units; the last 0. */
  readonly gaps: readonly number[];
  readonly sharesA: readonly number[];
  readonly sharesB: readonly number[];
  readonly nominal: boolean;
  readonly range: readonly [number, number] | null;
}

/** The cells with predictions in both runs, in the order of the first. */
export function commonCells(a: readonly CellEvaluation[], b: readonly CellEvaluation[]): readonly CellPair[] {
  const byKey = new Map(b.map((cell) => [keyOf(cell), cell]));
  return a.flatMap((cell) => {
    const other = byKey.get(keyOf(cell));
    if (other === undefined || cell.nPredicted === 0 || other.nPredicted === 0) return [];
    return [pairOf(cell, other)];
  });
}

/** How far two cumulative or plain distributions lie apart: W₁ in scale units; total variation on nominal scales. */
export function distance(pair: CellPair, difference: ArrayLike<number>): number {
  let cumulative = 0;
  let sum = 0;
  for (let level = 0; level < pair.codes.length; level += 1) {
    const own = difference[level] ?? 0;
    cumulative += own;
    sum += pair.nominal ? Math.abs(own) / 2 : Math.abs(cumulative) * (pair.gaps[level] ?? 0);
  }
  return sum;
}

export function keyOf(cell: Pick<CellEvaluation, 'condition' | 'outcome' | 'item'>): string {
  return [cell.outcome, cell.item ?? '', cell.condition].join('\n');
}

function pairOf(a: CellEvaluation, b: CellEvaluation): CellPair {
  const nominal = a.type === 'nominal' || b.type === 'nominal';
  const codes = [...new Set([...a.levels, ...b.levels])];
  if (!nominal) codes.sort((x, y) => x - y);
  const shares = (cell: CellEvaluation) => codes.map((code) => cell.predicted[String(code)] ?? 0);
  const sameRange = a.range?.[0] === b.range?.[0] && a.range?.[1] === b.range?.[1];
  return {
    a,
    b,
    codes,
    gaps: codes.map((code, place) => (codes[place + 1] ?? code) - code),
    sharesA: shares(a),
    sharesB: shares(b),
    nominal,
    range: sameRange && !nominal ? a.range : null,
  };
}
