import { counted } from '../../src/chart/numbers';
import { sayModel } from '../../src/chart/sentences';
import type { CompareState } from '../../src/protocol/views';

/** The stamps of both runs; null when neither has one. */
export function stampOf({ a, b }: CompareState): string | null {
  const stamps = [a, b].flatMap((run) => run.results.evaluation.stamp ?? []);
  return stamps.length === 0 ? null : [...new Set(stamps)].join('; ');
}

/** What a copy of a figure says below it. */
export function notesOf(state: CompareState): readonly string[] {
  const { a, b, comparison } = state;
  const stamp = stampOf(state);
  return [
    `A: ${a.name}, ${sayModel(a.results)}, ${a.results.setup.strategy}. B: ${b.name}, ${sayModel(b.results)}, ${b.results.setup.strategy}.`,
    'Open: A, filled: B, predicted. Tick below: observed, with its 95 % interval where known.',
    `p adjusted over ${counted(comparison.cells.length, 'cell')} by max-T, ${comparison.pairing === 'people' ? 'paired by people' : 'runs not paired'}.`,
    ...(stamp === null ? [] : [stamp]),
  ];
}
