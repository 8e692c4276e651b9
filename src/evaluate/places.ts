import type { AnswerRecord } from '../simulate/types';
import type { Condition, Outcome, Study } from '../study/types';
import { groupBy } from '../util/group';

/** One question in one condition about one item, with what was simulated of it. */
export interface Place {
  readonly outcome: Outcome;
  readonly condition: Condition;
  /** Null where the study has no items. */
  readonly item: string | null;
  readonly records: readonly AnswerRecord[];
}

/** The places with at least one record, outcome by outcome, condition by condition and item by item in file order. */
export function placesOf(study: Study, records: readonly AnswerRecord[]): readonly Place[] {
  const byPlace = groupBy(records, ({ outcome, condition, item }) => placeKey(outcome, condition, item));
  const items = study.items.length === 0 ? [null] : study.items.map(({ id }) => id);
  return study.outcomes.flatMap((outcome) =>
    study.conditions.flatMap((condition) =>
      items.flatMap((item) => {
        const own = byPlace.get(placeKey(outcome.id, condition.id, item));
        if (own === undefined || !outcome.ask.includes(condition.id)) return [];
        return [{ outcome, condition, item, records: own }];
      }),
    ),
  );
}

function placeKey(outcome: string, condition: string, item: string | null): string {
  return `${outcome}\n${condition}\n${item ?? ''}`;
}
