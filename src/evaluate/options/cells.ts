import type { PartsScale } from '../../data/parts';
import { outcomeIn } from '../../study/render';
import type { Study } from '../../study/types';
import type { HumanCells } from '../humanCells';
import type { Place } from '../places';
import { observedOptions, partsScale, predictedOptions, type OptionAnswers } from './answers';
import { optionBaselines, optionsFloor } from './compared';
import { distanceBetween, meansOf, observedIntervals, optionFigures } from './means';
import { allocateCell, multiselectCell, rankCell, type Measured } from './measures';
import type { Both, OptionFigures, OptionsCell, OptionsCells } from './types';

/** What is known of the people beside the records. */
export interface OptionsInput {
  readonly study: Study;
  readonly human: HumanCells | undefined;
  readonly weightOf: ReadonlyMap<string, number>;
}

/**
 * The evaluation of every place whose question is answered on several options.
 * @throws VignetteError those of `predictedOptions`.
 */
export function evaluateOptions(input: OptionsInput, places: readonly Place[]): OptionsCells {
  const measured = places.flatMap((place) => {
    const scale = scaleAt(input.study, place);
    return scale === undefined ? [] : [measuredAt(input, place, scale)];
  });
  return {
    multiselect: measured.flatMap((each) =>
      each.scale.type === 'multiselect' ? [multiselectCell(each)] : [],
    ),
    rank: measured.flatMap((each) => (each.scale.type === 'rank' ? [rankCell(each)] : [])),
    allocate: measured.flatMap((each) =>
      each.scale.type === 'allocate' ? [allocateCell(each, each.scale.total)] : [],
    ),
  };
}

function scaleAt(
  study: Study,
  { outcome, condition, item }: Pick<Place, 'outcome' | 'condition' | 'item'>,
): PartsScale | undefined {
  return partsScale(outcomeIn(study, outcome.id, condition.id, [], item).scale);
}

function measuredAt(input: OptionsInput, place: Place, scale: PartsScale): Measured {
  const { study, human } = input;
  const { outcome, condition, item } = place;
  const key = [study.id, outcome.id, condition.id, ...(item === null ? [] : [item])];
  const seen = human && observedOptions(human.rowsOf(condition.id, item), outcome.id, scale);
  const { answers, asked, failed } = predictedOptions(place.records, scale, input.weightOf);
  const observed = meansOf(seen);
  const predicted = meansOf(answers);
  const distance =
    observed && predicted ? distanceBetween(scale.type, observed.means, predicted.means) : null;
  const intervals = seen && observed ? observedIntervals(scale.type, seen, observed, key) : [];
  const base: OptionsCell<OptionFigures> = {
    condition: condition.id,
    conditionLabel: condition.label,
    outcome: outcome.id,
    item,
    nObserved: observed?.n ?? 0,
    nEffective: observed?.nEff ?? 0,
    nPredicted: predicted?.n ?? 0,
    options: optionFigures(scale, observed, intervals, predicted),
    distance,
    floor:
      seen && observed && predicted && distance !== null
        ? optionsFloor(scale.type, seen, [observed, predicted], distance, key)
        : null,
    baselines: observed ? optionBaselines(scale, observed, otherConditions(input, place, scale)) : {},
    dontKnow: scale.dontKnow === undefined ? null : dontKnowOf(seen, answers),
    parseRate: asked === 0 ? 1 : (asked - failed) / asked,
  };
  return { scale, base, observed, predicted, seen, answered: answers };
}

function dontKnowOf(seen: OptionAnswers | undefined, answered: OptionAnswers): Both {
  const share = (answers: OptionAnswers | undefined) =>
    answers === undefined || (answers.vectors.length === 0 && answers.dontKnow === 0)
      ? null
      : answers.dontKnow;
  return { observed: share(seen), predicted: share(answered) };
}

/** The human answers in the other conditions that offer the same options, about the same item. */
function otherConditions(
  { study, human }: OptionsInput,
  place: Place,
  scale: PartsScale,
): OptionAnswers | undefined {
  if (human === undefined) return undefined;
  const codesOf = ({ options }: PartsScale) => options.map(({ code }) => code).join();
  const pools = study.conditions.flatMap((condition) => {
    if (condition.id === place.condition.id || !place.outcome.ask.includes(condition.id)) return [];
    const other = scaleAt(study, { ...place, condition });
    if (other === undefined || codesOf(other) !== codesOf(scale)) return [];
    return [observedOptions(human.rowsOf(condition.id, place.item), place.outcome.id, other)];
  });
  return {
    vectors: pools.flatMap(({ vectors }) => vectors),
    weights: pools.flatMap(({ weights }) => weights),
    people: pools.flatMap(({ people }) => people),
    dontKnow: 0,
  };
}
