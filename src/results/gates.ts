import { otherCells } from './otherCells';
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
  ['placebo', 'No placebo or repeated item.'],
  ['effects', 'No held-out reference effects of this model and strategy.'],
  ['contrasts', 'No second seed to compare the predicted contrasts with.'],
  ['contamination', 'No contamination probe was made.'],
];

/**
 * The trust gates of a run. The parse rate is that of the worst cell, 0 … 1, the floor the largest q95 in points of the
 * stated scale against the smallest effect of interest, order and frame the largest dependence on either beyond what chance
 * gives, in the same points, of a run that varied both; the others are not assessed.
 */
export function gatesOf(evaluation: Evaluation, smallestEffect: number): readonly Gate[] {
  return [
    parseRate(evaluation),
    floor(evaluation, smallestEffect),
    orderAndFrame(evaluation, smallestEffect),
    ...unassessed.map(([gate, reason]): Gate => ({
      gate,
      status: 'not-assessed',
      value: null,
      limit: null,
      reason,
    })),
  ];
}

/** The parse rate of the worst cell of any scale, 0 … 1; 1 where there are no cells. */
export function leastParsed(evaluation: Evaluation): number {
  return parseRates(evaluation).reduce((least, rate) => Math.min(least, rate), 1);
}

function parseRates(evaluation: Evaluation): readonly number[] {
  return [...evaluation.cells, ...otherCells(evaluation)].map((cell) => cell.parseRate);
}

function parseRate(evaluation: Evaluation): Gate {
  const about = { gate: 'parse-rate', limit: leastParseRate };
  const asked = parseRates(evaluation).length > 0;
  if (!asked || evaluation.strategy === 'baseline') {
    const reason = asked ? 'A baseline asks no model.' : 'There are no answers.';
    return { ...about, status: 'not-assessed', value: null, reason };
  }
  const value = leastParsed(evaluation);
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

function orderAndFrame({ cells }: Evaluation, smallestEffect: number): Gate {
  const about = { gate: 'order-and-frame', limit: smallestEffect };
  const beyond = (of: 'order' | 'frame'): readonly number[] =>
    cells.flatMap(({ sensitivity }) => {
      const found = sensitivity?.[of] ?? null;
      return found === null ? [] : [100 * Math.max(0, found.w - found.chance)];
    });
  const [orders, frames] = [beyond('order'), beyond('frame')];
  if (orders.length + frames.length === 0)
    return {
      ...about,
      status: 'not-assessed',
      value: null,
      reason: 'No runs with other option orders or question frames.',
    };
  const value = Math.max(...orders, ...frames);
  if (value >= smallestEffect) return { ...about, status: 'fail', value, reason: null };
  if (orders.length > 0 && frames.length > 0) return { ...about, status: 'pass', value, reason: null };
  const missing = orders.length === 0 ? 'Option orders' : 'Question frames';
  return { ...about, status: 'not-assessed', value, reason: `${missing} were not varied.` };
}
