import { sayAnswers, sayModel } from '../../src/chart/sentences';
import type { Results } from '../../src/results/types';

/** What a copy of a figure says below it, so that it can be judged alone. */
export function notesOf(results: Results, convention: string): readonly string[] {
  const { evaluation } = results;
  return [
    `${evaluation.study}, ${evaluation.run}: ${sayModel(results)}, ${results.setup.strategy}; answers predicted ${sayAnswers(results.counts)}.`,
    convention,
    ...(evaluation.stamp === null ? [] : [evaluation.stamp]),
  ];
}
