import type { CellEvaluation } from '../../results/types';
import { formatCount, formatNumber, formatShare, formatShareInterval, sayP } from '../numbers';
import type { Bin } from './bins';
import { binsOf, hasHumans, hasPredictions, humansOnly, meanOf } from './bins';
import { distanceOf, sayDistance } from './distance';
import { cellName } from '../names';

const NO_HUMANS = 'No W: there are no human answers to compare with.';

/** Why this cell has no distance: no people, no predictions, or a scale on which there is none. */
export function whyNoDistance(cell: CellEvaluation): string {
  if (!hasHumans(cell)) return NO_HUMANS;
  if (!hasPredictions(cell)) return 'No W: no predicted answer could be used.';
  return 'No distance is defined for this cell.';
}

/** `n 199 observed, 199 predicted`, or predicted only. */
export function sayN(cell: CellEvaluation): string {
  if (!hasPredictions(cell)) return `n ${formatCount(cell.nObserved)} observed`;
  return hasHumans(cell)
    ? `n ${formatCount(cell.nObserved)} observed, ${formatCount(cell.nPredicted)} predicted`
    : `predicted only, n ${formatCount(cell.nPredicted)}`;
}

/** `Right: 92 % predicted, 95 % observed`, of a question with right answers; else nothing. */
export function sayCorrect({ correct }: CellEvaluation): readonly string[] {
  if (correct === null) return [];
  const observed = correct.observed === null ? '' : `, ${formatShare(correct.observed)} observed`;
  return [`Right: ${formatShare(correct.predicted)} predicted${observed}`];
}

/** Everything a chart of the cell shows, as text: every share with its interval, n, distance, floor and stamp. */
export function describeCell(cell: CellEvaluation, stamp: string | null): string {
  const distance = distanceOf(cell);
  const measured = distance
    ? `${sayDistance(distance)}${distance.floor === null ? '' : `, ${sayP(distance.floor.p)}`}, ${distance.convention}`
    : whyNoDistance(cell).slice(0, -1);
  return [
    ...(stamp === null ? [] : [stamp]),
    `${cellName(cell)}, ${cell.outcome}`,
    sayN(cell),
    binsOf(cell).map(sayBin).join('; '),
    ...sayMeans(cell),
    ...sayCorrect(cell),
    measured,
  ]
    .map((sentence) => `${sentence}.`)
    .join(' ');
}

/** What people answered, as text, and nothing else. */
export function describeObserved(cell: CellEvaluation): string {
  const seen = humansOnly(cell);
  const sentences = [`${cellName(cell)}, ${cell.outcome}`, sayN(seen), binsOf(seen).map(sayBin).join('; ')];
  return [...sentences, ...sayMeans(seen)].map((sentence) => `${sentence}.`).join(' ');
}

function sayBin(bin: Bin): string {
  const name = bin.label === null || bin.label === bin.code ? bin.code : `${bin.code} ${bin.label}`;
  const interval = bin.interval ? ` ${formatShareInterval(bin.interval)}` : '';
  const shares = [
    ...(bin.predicted === undefined ? [] : [`predicted ${formatShare(bin.predicted)}`]),
    ...(bin.observed === undefined ? [] : [`observed ${formatShare(bin.observed)}${interval}`]),
  ];
  return `${name}: ${shares.join(', ')}`;
}

function sayMeans(cell: CellEvaluation): readonly string[] {
  if (cell.type === 'binary') return [];
  const said = (['predicted', 'observed'] as const).flatMap((of) => {
    const mean = meanOf(cell, of);
    return mean === undefined ? [] : [`${of} ${formatNumber(mean)}`];
  });
  return said.length === 0 ? [] : [`Mean ${said.join(', ')}`];
}
