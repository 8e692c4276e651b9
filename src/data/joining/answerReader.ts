import { variantOf } from '../../study/render';
import { isSingle } from '../../study/scales';
import { singleScale } from '../../study/single';
import type { Outcome, Respondents, Study } from '../../study/types';
import { looksMissing } from '../missingCodes';
import { acceptsCode } from '../scaleCodes';
import { numberIn, valueKey } from '../values';
import type { Columns } from './columns';

/** What a cell of an outcome column says. */
export type FoundAnswer =
  | { readonly kind: 'answer'; readonly code: number }
  | { readonly kind: 'missing' }
  /** Read as missing though the study does not say so. */
  | { readonly kind: 'undeclared'; readonly value: string }
  | { readonly kind: 'misfit'; readonly value: string };

export interface AnswerReader {
  readonly outcome: string;
  /** Undefined where the outcome is not asked in the condition. */
  read(cells: readonly string[], condition: string): FoundAnswer | undefined;
}

const missing: FoundAnswer = { kind: 'missing' };

/**
 * One reader an outcome that has a column. An outcome that `respondents.outcomes` names must have it; one that it
 * does not name and that has no column of its own name has no human answers.
 * @throws VignetteError `data/column`.
 */
export function answerReaders(
  study: Study,
  respondents: Respondents,
  columns: Columns,
): readonly AnswerReader[] {
  return study.outcomes.flatMap((outcome) => {
    if (!isSingle(outcome.scale)) return [];
    const source = respondents.outcomes.find((each) => each.outcome === outcome.id);
    const implied = source === undefined || source.column === outcome.id;
    const column = source?.column ?? outcome.id;
    const place = implied ? columns.find(column) : columns.need(column);
    return place === undefined ? [] : [answerReader(outcome, respondents, place)];
  });
}

function answerReader(outcome: Outcome, respondents: Respondents, place: number): AnswerReader {
  const source = respondents.outcomes.find((each) => each.outcome === outcome.id);
  const declared = new Set([...respondents.missing, ...(source?.missing ?? [])].map(valueKey));
  const codes = new Map(source?.values.map(({ data, code }) => [valueKey(data), code]));
  const seen = new Map<string, Map<string, FoundAnswer>>();

  function found(cell: string, condition: string): FoundAnswer {
    const key = valueKey(cell);
    if (key === '' || declared.has(key)) return missing;
    const scale = singleScale(variantOf(outcome, condition).scale, outcome.id);
    const code = codes.size > 0 ? codes.get(key) : numberIn(cell);
    if (code !== undefined && acceptsCode(scale, code)) return { kind: 'answer', code };
    if (code !== undefined && scale.dontKnow?.code === code) return missing;
    return { kind: looksMissing(cell, scale) ? 'undeclared' : 'misfit', value: cell.trim() };
  }

  return {
    outcome: outcome.id,
    read: (cells, condition) => {
      if (!outcome.ask.includes(condition)) return undefined;
      const cell = cells[place] ?? '';
      const known = seen.get(condition) ?? new Map<string, FoundAnswer>();
      seen.set(condition, known);
      const earlier = known.get(cell);
      if (earlier) return earlier;
      const answer = found(cell, condition);
      if (known.size < 1000) known.set(cell, answer);
      return answer;
    },
  };
}
