import type { HumanData, Person } from '../data/types';
import type { AnswerRecord, ModelIdentity } from '../simulate/types';
import { outcomeIn, variantOf } from '../study/render';
import { scoredScale } from '../study/scales';
import type { StrategyName, Study } from '../study/types';
import { weightsOf } from './answers';
import { armSizeWarnings } from './warnings/armSizes';
import { evaluateCell } from './cell/cell';
import { floorDraws } from './cell/floor';
import { evaluateEffects } from './effects/effects';
import { checkExpectations } from './expectations';
import { humanCells } from './humanCells';
import { evaluateConjoints } from './conjoint/cells';
import { conjointConvention } from './conjoint/convention';
import { evaluateOptions } from './options/cells';
import { optionsConvention } from './options/convention';
import { placesOf, type Place } from './places';
import { evaluateScores } from './scores';
import { summarise } from './summary';
import type { Evaluation } from './types';
import { conjointWarnings } from './warnings/conjointWarnings';
import { unevaluatedWarnings } from './warnings/unevaluated';
import { warningsOf } from './warnings/cellWarnings';

/** What an evaluation says about where its answers come from. */
export interface About {
  readonly run: string;
  readonly model: ModelIdentity;
  readonly strategy: StrategyName;
  /** The people of the plan; predictions carry their weights. */
  readonly people: readonly Person[];
}

/**
 * The evaluation of a run against the human data, where there are any. Cells are those with at least one record,
 * outcome by outcome, condition by condition and item by item in file order.
 * @param records in plan order, which is the order of every sum.
 * @throws VignetteError those of `evaluateCell`.
 */
export function evaluate(
  study: Study,
  human: HumanData | undefined,
  records: readonly AnswerRecord[],
  about: About,
): Evaluation {
  const observed = human && humanCells(human);
  const weightOf = weightsOf(about.people);
  const places = placesOf(study, records);
  const cells = places.flatMap((place) =>
    isScored(place) ? [evaluateCell({ study, human: observed, weightOf, ...place })] : [],
  );
  const options = evaluateOptions({ study, human: observed, weightOf }, places);
  const conjoint = evaluateConjoints({ study, human, people: about.people }, places);
  const optionCells = [...options.multiselect, ...options.rank, ...options.allocate];
  const input = { study, human, records, people: about.people };
  const { effects, notes } = evaluateEffects(input);
  const { scores, notes: scoreNotes } = evaluateScores(input);
  const failed = records.filter(({ result }) => result.kind === 'failure').length;
  return {
    study: study.id,
    title: study.title,
    run: about.run,
    model: about.model.name,
    strategy: about.strategy,
    stamp: stampOf(about),
    conventions: {
      ...conventionsOf(human?.weighted ?? false),
      options: optionCells.length === 0 ? '' : optionsConvention,
      conjoint: conjoint.length === 0 ? '' : conjointConvention,
    },
    outcomes: study.outcomes.map(({ id, ask, scale, higher, role }) => ({
      id,
      question: outcomeIn(study, id, ask[0] ?? '').question,
      type: scale.type,
      higher: higher ?? null,
      role,
    })),
    cells,
    ...options,
    conjoint,
    effects,
    scores,
    expectations: checkExpectations(study, cells, [...effects, ...scores.flatMap((score) => score.effects)]),
    summary: summarise(cells, effects),
    warnings: [
      ...unevaluatedWarnings(study, records),
      ...warningsOf([...cells, ...optionCells, ...conjoint], effects, failed),
      ...conjointWarnings(study, conjoint),
      ...armSizeWarnings(study, human),
      ...new Set([...notes, ...scoreNotes]),
    ],
  };
}

function isScored({ outcome, condition }: Place): boolean {
  return scoredScale(variantOf(outcome, condition.id).scale) !== undefined;
}

/** What must stand on every chart of a result that is no evidence about people. */
function stampOf({ model, strategy }: About): string | null {
  if (strategy === 'baseline') return 'baseline, no model';
  return model.demonstration ? 'demonstration engine, not evidence' : null;
}

function conventionsOf(weighted: boolean): Omit<Evaluation['conventions'], 'options' | 'conjoint'> {
  const sizes = weighted ? 'effective sizes' : 'sizes';
  return {
    w1: 'stated',
    floor: `W of two independent samples from the observed shares, of the observed and predicted ${sizes} (a probability vector counts as infinite); mean exact, q95 and p from ${floorDraws} seeded draws`,
    intervals: `observed shares: Wilson 95 %${weighted ? ' at the effective n' : ''}; predicted shares: none`,
    effects: weighted
      ? 'observed: weighted means, HC2, t with n − 2 degrees of freedom; predicted: no calibrated interval for this model'
      : 'observed: Welch, 95 %; predicted: no calibrated interval for this model',
  };
}
