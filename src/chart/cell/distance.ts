import type { CellEvaluation, Floor } from '../../results/types';
import { formatDistance, formatRange, sayP } from '../numbers';

/** The one distance that a cell is judged by, with its noise floor. */
export interface Distance {
  /** `W`, or `TVD` where answers have no order. */
  readonly name: 'W' | 'TVD';
  readonly value: number;
  readonly floor: Floor | null;
  /** What the distance was divided by. */
  readonly convention: string;
}

/** Undefined without human data, or where no distance is defined. */
export function distanceOf(cell: CellEvaluation): Distance | undefined {
  if (cell.type === 'nominal') {
    return cell.tvd === null
      ? undefined
      : { name: 'TVD', value: cell.tvd, floor: cell.floor, convention: 'total variation' };
  }
  if (cell.w1?.stated != null)
    return { name: 'W', value: cell.w1.stated, floor: cell.floor, convention: `stated, ${rangeOf(cell)}` };
  if (cell.wInSd !== null)
    return { name: 'W', value: cell.wInSd, floor: null, convention: 'SDs of the human answers' };
  if (cell.w1?.observed != null)
    return { name: 'W', value: cell.w1.observed, floor: cell.floor, convention: 'observed range' };
  return undefined;
}

function rangeOf(cell: CellEvaluation): string {
  if (cell.transform !== null) {
    const { kind, from, to } = cell.transform;
    return `${kind === 'log' ? 'log of ' : ''}${formatRange(from, to)}`;
  }
  const [low, high] = cell.range ?? [cell.levels[0] ?? 0, cell.levels[cell.levels.length - 1] ?? 0];
  return formatRange(low, high);
}

/** Farther from the humans than 95 % of samples of these sizes from the humans themselves. */
export function beyondNoise(distance: Distance): boolean {
  return distance.floor !== null && distance.value > distance.floor.q95;
}

/** `W .061 (floor .034, q95 .058)`. */
export function sayDistance(distance: Distance): string {
  return formatDistance(distance.name, distance.value, distance.floor);
}

/** The verdict under the numbers: `p .007`, or that the measured distance says nothing at this n. */
export function sayVerdict(distance: Distance): string {
  if (distance.floor === null) return 'no noise floor';
  return beyondNoise(distance) ? sayP(distance.floor.p) : 'not distinguishable at this n';
}

/** The end of an axis on which all these distances and their rulers lie: .05, .1, .15, .2, .3, .5 or 1. */
export function rulerEnd(distances: readonly (Distance | undefined)[]): number {
  const most = Math.max(
    0,
    ...distances.map((distance) => Math.max(distance?.value ?? 0, distance?.floor?.q95 ?? 0)),
  );
  return [0.05, 0.1, 0.15, 0.2, 0.3, 0.5].find((end) => most <= end) ?? 1;
}
