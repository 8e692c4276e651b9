import type { Expectation, Study } from '../study/types';
import type { CellEvaluation, EffectEvaluation, ExpectationResult } from './types';

/**
 * Whether what the study expects of a run holds: of every effect that has the contrast's id, of every cell of the outcome.
 * The value is the worst of them; what has no value does not pass.
 */
export function checkExpectations(
  { expectations }: Study,
  cells: readonly CellEvaluation[],
  effects: readonly EffectEvaluation[],
): readonly ExpectationResult[] {
  return expectations.map((expectation, index) => ({ index, ...checked(expectation, cells, effects) }));
}

function checked(
  expectation: Expectation,
  cells: readonly CellEvaluation[],
  effects: readonly EffectEvaluation[],
): Omit<ExpectationResult, 'index'> {
  if (expectation.kind === 'sign') {
    const { contrast, sign } = expectation;
    const way = sign === 'positive' ? 1 : -1;
    const estimates = effects.flatMap((effect) =>
      effect.id === contrast ? [effect.predicted?.estimate ?? null] : [],
    );
    const known = estimates.filter((estimate) => estimate !== null);
    const value =
      known.length === 0 || known.length < estimates.length
        ? null
        : way * Math.min(...known.map((estimate) => way * estimate));
    const what = `${contrast} ${sign === 'positive' ? 'above' : 'below'} 0`;
    return { pass: value !== null && way * value > 0, value, limit: 0, what };
  }
  const { outcome, below } = expectation;
  const measured = cells.filter((cell) => cell.outcome === outcome).map(({ w1 }) => w1?.stated ?? null);
  const known = measured.filter((w) => w !== null);
  const value = known.length === 0 || known.length < measured.length ? null : Math.max(...known);
  return {
    pass: value !== null && value < below,
    value,
    limit: below,
    what: `W of ${outcome} below ${below}`,
  };
}
