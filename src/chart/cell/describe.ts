import type { CellEvaluation } from '../../results/types';
import { formatCount, formatNumber, formatShare, formatShareInterval, sayP } from '../numbers';
import type { Bin } from './bins';
import { binsOf, hasHumans, meanOf } from './bins';
import { distanceOf, sayDistance } from './distance';

/** Why a chart of predictions alone has no distance. */
export const NO_HUMANS = 'No W: there are no human answers to compare with.';

/** `n 199 observed, 199 predicted`, or predicted only. */
export function sayN(cell: CellEvaluation): string {
  return hasHumans(cell)
    ? `n ${formatCount(cell.nObserved)} observed, ${formatCount(cell.nPredicted)} predicted`
    : `predicted only, n ${formatCount(cell.nPredicted)}`;
}

/** Everything a chart of the cell shows, as text: every share with its interval, n, distance, floor and stamp. */
export function describeCell(cell: CellEvaluation, stamp: string | null): string {
  const distance = distanceOf(cell);
  const measured = distance
    ? `${sayDistance(distance)}${distance.floor === null ? '' : `, ${sayP(distance.floor.p)}`}, ${distance.convention}`
    : hasHumans(cell)
      ? 'No distance is defined here'
      : NO_HUMANS.slice(0, -1);
  return [
    ...(stamp === null ? [] : [stamp]),
    `${cell.conditionLabel}, ${cell.outcome}`,
    sayN(cell),
    binsOf(cell).map(sayBin).join('; '),
    ...sayMeans(cell),
    measured,
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

function sayBin(bin: Bin): string {
  const name = bin.label === null || bin.label === bin.code ? bin.code : `${bin.code} ${bin.label}`;
  const predicted = `${name}: predicted ${formatShare(bin.predicted)}`;
  if (bin.observed === undefined) return predicted;
  const interval = bin.interval ? ` ${formatShareInterval(bin.interval)}` : '';
  return `${predicted}, observed ${formatShare(bin.observed)}${interval}`;
}

function sayMeans(cell: CellEvaluation): readonly string[] {
  const predicted = meanOf(cell, 'predicted');
  if (predicted === undefined || cell.type === 'binary') return [];
  const observed = meanOf(cell, 'observed');
  return [
    `Mean predicted ${formatNumber(predicted)}${observed === undefined ? '' : `, observed ${formatNumber(observed)}`}`,
  ];
}
