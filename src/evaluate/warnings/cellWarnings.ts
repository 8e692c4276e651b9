import type { CellEvaluation, EffectEvaluation } from '../types';

/** Below these a result is shown with a warning. */
const leastMass = 0.5;
const leastParseRate = 0.95;
const fewestAnswers = 30;

/** What a warning is about: cells of any scale; those without `mass` are answered in whole. */
type Cell = Pick<
  CellEvaluation,
  'condition' | 'outcome' | 'item' | 'nObserved' | 'nPredicted' | 'parseRate'
> & { readonly mass?: number | null };

/** One sentence a problem, with the cells it is about; `failed` counts answers that could not be used. */
export function warningsOf(
  cells: readonly Cell[],
  effects: readonly EffectEvaluation[],
  failed: number,
): readonly string[] {
  const lowMass = cells.filter((cell) => (cell.mass ?? 1) < leastMass);
  const lowParse = cells.filter((cell) => cell.parseRate < leastParseRate);
  const small = cells.filter((cell) => cell.nObserved > 0 && cell.nObserved < fewestAnswers);
  const silent = cells.filter((cell) => cell.nPredicted === 0);
  const dependent = effects.filter(({ observed }) => observed !== null && observed.se === null);
  return [
    ...about(lowMass, 'The model puts less than half of its probability on the options in'),
    ...about(lowParse, 'Less than 95 % of the answers could be used in'),
    ...about(silent, 'No predicted answer could be used in'),
    ...(failed > 0
      ? [
          `${failed} ${failed === 1 ? 'answer' : 'answers'} failed and ${failed === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
    ...about(small, `Fewer than ${fewestAnswers} human answers in`),
    ...(dependent.length > 0
      ? [
          `No interval for ${dependent.map(({ id }) => id).join(', ')}: an arm has one answer, or one cluster.`,
        ]
      : []),
  ];
}

function about(cells: readonly Cell[], what: string): readonly string[] {
  if (cells.length === 0) return [];
  const named = cells.slice(0, 3).map(nameOf);
  const more = cells.length - named.length;
  return [`${what} ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

function nameOf({ condition, outcome, item }: Cell): string {
  return [condition, outcome, ...(item === null ? [] : [item])].join(' · ');
}
