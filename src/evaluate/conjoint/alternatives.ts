import type { HumanData, Person } from '../../data/types';
import type { AnswerRecord } from '../../simulate/types';
import type { ChoiceScale } from '../../study/types';
import { changedStudy } from '../changedStudy';
import type { EffectRow } from '../effects/rows';

/** An alternative that was shown; the value of its row is 1 chosen, 0 not, or the probability of being chosen. */
export interface ShownAlternative {
  readonly row: EffectRow;
  /** In the order of the scale's attributes. */
  readonly levels: readonly string[];
  /** Of this person. */
  readonly task: number;
}

/** Every alternative that people were shown in an outcome. */
export function humanAlternatives(
  human: HumanData | undefined,
  outcome: string,
): readonly ShownAlternative[] {
  return (human?.choices ?? [])
    .filter((choice) => choice.outcome === outcome)
    .flatMap(({ person, condition, task, alternatives }) =>
      alternatives.map(({ levels, chosen }) => ({
        row: rowOf(person, condition, null, Number(chosen)),
        levels,
        task,
      })),
    );
}

/**
 * Every alternative of the records that have an answer: by the probability of being chosen where there is one, else by the
 * choice.
 * @throws VignetteError `evaluate/probabilities` when a record's profiles do not fit the scale.
 */
export function predictedAlternatives(
  records: readonly AnswerRecord[],
  { attributes }: ChoiceScale,
  people: ReadonlyMap<string, Person>,
): readonly ShownAlternative[] {
  return records.flatMap(({ person: id, condition, item, draw, result, profiles = [] }) => {
    const person = people.get(id) ?? { id, weight: 1, profile: [] };
    if (result.kind !== 'answer') return [];
    const { code, probabilities } = result;
    const fits =
      code >= 1 &&
      code <= profiles.length &&
      profiles.every((levels) => levels.length === attributes.length) &&
      (probabilities === undefined || probabilities.length === profiles.length);
    if (!fits) throw changedStudy('A choice was made between other alternatives than the study has.');
    return profiles.map((levels, place) => ({
      row: rowOf(person, condition, item, probabilities?.[place] ?? Number(code === place + 1)),
      levels,
      task: draw,
    }));
  });
}

function rowOf(
  { id, weight, profile }: Person,
  condition: string,
  item: string | null,
  value: number,
): EffectRow {
  return { person: id, weight, profile, condition, item, value, mass: 1 };
}
