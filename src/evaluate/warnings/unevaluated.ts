import type { AnswerRecord } from '../../simulate/types';
import type { Scale, Study } from '../../study/types';

/** The outcomes that have simulated answers and no figure, each kind of scale with its reason; nothing where there are none. */
export function unevaluatedWarnings(
  { outcomes }: Study,
  records: readonly AnswerRecord[],
): readonly string[] {
  const answered = new Set(records.map(({ outcome }) => outcome));
  const byReason = new Map<string, string[]>();
  for (const { id, scale } of outcomes) {
    const reason = answered.has(id) ? reasonOf(scale) : undefined;
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(
    ([reason, ids]) =>
      `evaluate/not-evaluated: Simulated and not evaluated: ${ids.join(', ')}, ${reason}. The answers are in the run.`,
  );
}

/** Why answers on a scale are not evaluated; undefined where they are. */
function reasonOf(scale: Scale): string | undefined {
  const words = scale.type === 'text' && scale.rubric === undefined;
  return words ? 'answered in words that no `rubric` codes' : undefined;
}
