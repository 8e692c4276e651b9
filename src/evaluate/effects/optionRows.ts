import type { PartsScale } from '../../data/parts';
import type { AnswerPart, HumanData, Person } from '../../data/types';
import type { AnswerRecord } from '../../simulate/types';
import { variantOf } from '../../study/render';
import type { Outcome } from '../../study/types';
import { groupBy } from '../../util/group';
import { isDontKnow, partsScale, vectorOf } from '../options/answers';
import type { EffectRow, RowsByCondition, Share } from './rows';

/** The human answers on several options as what they say of those in `share`; see `shareOf`. */
export function observedOptionRows(human: HumanData, outcome: Outcome, share: Share): RowsByCondition {
  const rows = human.rows.flatMap(({ person, condition, item, parts }) =>
    rowsOf(person, { condition, item }, parts.get(outcome.id), outcome, share),
  );
  return groupBy(rows, ({ condition }) => condition);
}

/**
 * The same of predictions.
 * @throws VignetteError those of `vectorOf`.
 */
export function predictedOptionRows(
  records: readonly AnswerRecord[],
  outcome: Outcome,
  share: Share,
  people: ReadonlyMap<string, Person>,
): RowsByCondition {
  const rows = records.flatMap(({ person: id, condition, item, result, outcome: of }) => {
    if (of !== outcome.id || result.kind !== 'several') return [];
    const person = people.get(id) ?? { id, weight: 1, profile: [] };
    return rowsOf(person, { condition, item }, result.parts, outcome, share);
  });
  return groupBy(rows, ({ condition }) => condition);
}

function rowsOf(
  { id, weight, profile }: Person,
  place: Pick<EffectRow, 'condition' | 'item'>,
  parts: readonly AnswerPart[] | undefined,
  outcome: Outcome,
  share: Share,
): readonly EffectRow[] {
  const asked = outcome.ask.includes(place.condition);
  const scale = asked ? partsScale(variantOf(outcome, place.condition).scale) : undefined;
  if (parts === undefined || scale === undefined || isDontKnow(parts, scale)) return [];
  return [{ person: id, weight, profile, ...place, value: shareOf(parts, scale, share), mass: 1 }];
}

/** Whether one of the options is ticked, or ranked first, 1 or 0; of an allocation the part of the total that they are given. */
function shareOf(parts: readonly AnswerPart[], scale: PartsScale, share: Share): number {
  const values = vectorOf(parts, scale).filter((_, at) => share.includes(scale.options[at]?.code ?? NaN));
  if (scale.type === 'allocate') return values.reduce((sum, value) => sum + value, 0);
  return Number(values.includes(1));
}
