import type { Evaluation } from './types';

/** One of the trust gates; what was not assessed never counts as passed. */
export interface Gate {
  readonly gate: string;
  readonly status: 'pass' | 'fail' | 'not-assessed';
  readonly value: number | null;
  readonly limit: number | null;
  readonly reason: string | null;
}

const leastParseRate = 0.95;

const unassessed: readonly (readonly [gate: string, reason: string])[] = [
  ['order-and-frame', 'No runs with other option orders or question frames.'],
  ['placebo', 'No placebo or repeated item.'],
  ['effects', 'No held-out reference effects of this model and strategy.'],
  ['contrasts', 'No second seed to compare the predicted contrasts with.'],
  ['contamination', 'No contamination probe was made.'],
];

/**
 * The trust gates of a run. The parse rate is that of the worst cell, 0 … 1, the floor the largest q95 in points of the
 * stated scale against the smallest effect of interest; the others are not assessed.
 */
export function gatesOf(evaluation: Evaluation, smallestEffect: number): readonly Gate[] {
  return [
    parseRate(evaluation),
    floor(evaluation, smallestEffect),
    ...unassessed.map(([gate, reason]): Gate => ({
      gate,
      status: 'not-assessed',
      value: null,
      limit: null,
      reason,
    })),
  ];
}

function parseRate({ cells, strategy }: Evaluation): Gate {
  const about = { gate: 'parse-rate', limit: leastParseRate };
  if (cells.length === 0 || strategy === 'baseline') {
    const reason = cells.length === 0 ? 'There are no answers.' : 'A baseline asks no model.';
    return { ...about, status: 'not-assessed', value: null, reason };
  }
  const value = Math.min(...cells.map((cell) => cell.parseRate));
  return { ...about, status: value >= leastParseRate ? 'pass' : 'fail', value, reason: null };
}

function floor({ cells }: Evaluation, smallestEffect: number): Gate {
  const about = { gate: 'floor', limit: smallestEffect };
  const floors = cells.flatMap((cell) => cell.floor ?? []);
  if (floors.length === 0) {
    return { ...about, status: 'not-assessed', value: null, reason: 'No cell has a noise floor.' };
  }
  const value = 100 * Math.max(...floors.map(({ q95 }) => q95));
  return { ...about, status: value < smallestEffect ? 'pass' : 'fail', value, reason: null };
}
