import { sayAnswers, sayModel } from '../../src/chart/sentences';
import type { Results } from '../../src/results/types';

/** How to read the marks, in words: a copy has no legend. */
const READING = {
  bars: 'Outlined: predicted. Solid: observed, with 95 % Wilson intervals. Band of the ruler: noise floor up to q95, short tick its mean; the mark is filled beyond q95.',
  shares:
    'Diamond: predicted, filled beyond q95. Circle: observed, with its 95 % interval. Band: observed ± floor q95.',
  effects: 'Circle: observed, with its 95 % interval. Open diamond: predicted. Open triangle: published.',
} as const;

/** What a copy of a figure says below it, so that it can be judged alone. */
export function notesOf(
  results: Results,
  reading: keyof typeof READING,
  convention: string,
): readonly string[] {
  const { evaluation } = results;
  return [
    `${evaluation.study}, ${evaluation.run}: ${sayModel(results)}, ${results.setup.strategy}; answers predicted ${sayAnswers(results.counts)}.`,
    READING[reading],
    convention,
    ...(evaluation.stamp === null ? [] : [evaluation.stamp]),
  ];
}
