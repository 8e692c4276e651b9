import { variantOf } from '../../study/render';
import { isSingle } from '../../study/scales';
import { singleScale } from '../../study/single';
import type { Outcome, OutcomeSource, Respondents, Study } from '../../study/types';
import { looksMissing } from '../missingCodes';
import { ownText } from '../owned';
import { isParts } from '../parts';
import { acceptsCode } from '../scaleCodes';
import type { AnswerPart } from '../types';
import { numberIn, valueKey } from '../values';
import type { Columns } from './columns';
import { partsReader } from './partsReader';

/** What a row says of an outcome. */
export type FoundAnswer =
  | { readonly kind: 'answer'; readonly code: number }
  | { readonly kind: 'parts'; readonly parts: readonly AnswerPart[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** Read as missing though the study does not say so. */
  | { readonly kind: 'undeclared'; readonly value: string }
  /** Of several values, each is possible, and together they are no answer. */
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'misfit'; readonly value: string };

export interface AnswerReader {
  readonly outcome: string;
  /** Undefined where the outcome is not asked in the condition. */
  read(cells: readonly string[], condition: string): FoundAnswer | undefined;
}

type Read = (cells: readonly string[], condition: string) => FoundAnswer;

const missing: FoundAnswer = { kind: 'missing' };

/**
 * One reader an outcome that has a column. An outcome that `respondents.outcomes` names must have it; one that it
 * does not name and that has no column of its own name has no human answers. Conjoints are read elsewhere.
 * @throws VignetteError `data/column`.
 */
export function answerReaders(
  study: Study,
  respondents: Respondents,
  columns: Columns,
): readonly AnswerReader[] {
  return study.outcomes.flatMap((outcome) => {
    const source = sourceOf(respondents, outcome);
    const implied = source.columns.length === 0 && source.column === outcome.id;
    if (outcome.scale.type === 'choice' || (implied && columns.find(source.column) === undefined)) return [];
    const declared = new Set([...respondents.missing, ...source.missing].map(valueKey));
    const read = readerOf(outcome, source, columns, declared);
    return { outcome: outcome.id, read: (cells, condition) => asked(outcome, condition, cells, read) };
  });
}

/** Where the answers to an outcome stand; without a word of the study, in the column of its name. */
export function sourceOf(respondents: Respondents, { id }: Outcome): OutcomeSource {
  const named = respondents.outcomes.find(({ outcome }) => outcome === id);
  return named ?? { outcome: id, column: id, columns: [], values: [], missing: [] };
}

function asked(
  { ask }: Outcome,
  condition: string,
  cells: readonly string[],
  read: Read,
): FoundAnswer | undefined {
  return ask.includes(condition) ? read(cells, condition) : undefined;
}

function readerOf(
  outcome: Outcome,
  source: OutcomeSource,
  columns: Columns,
  declared: ReadonlySet<string>,
): Read {
  if (isParts(outcome.scale)) return partsReader(outcome, source, columns, declared);
  const place = columns.need(source.column);
  if (isSingle(outcome.scale)) return singleReader(outcome, source, place, declared);
  return (cells) => {
    const text = (cells[place] ?? '').trim();
    if (text === '' || declared.has(valueKey(text))) return missing;
    return looksMissing(text) ? { kind: 'undeclared', value: text } : { kind: 'text', text: ownText(text) };
  };
}

/** Values remembered a condition, so that equal cells are judged once. */
const remembered = 1000;

function singleReader(
  outcome: Outcome,
  source: OutcomeSource,
  place: number,
  declared: ReadonlySet<string>,
): Read {
  const codes = new Map(source.values.map(({ data, code }) => [valueKey(data), code]));
  const seen = new Map<string, Map<string, FoundAnswer>>();

  function found(cell: string, condition: string): FoundAnswer {
    const key = valueKey(cell);
    if (key === '' || declared.has(key)) return missing;
    const scale = singleScale(variantOf(outcome, condition).scale, outcome.id);
    const code = codes.size > 0 ? codes.get(key) : numberIn(cell);
    if (code !== undefined && acceptsCode(scale, code)) return { kind: 'answer', code };
    if (code !== undefined && scale.dontKnow?.code === code) return missing;
    const undeclared = looksMissing(cell, (each) => acceptsCode(scale, each));
    return { kind: undeclared ? 'undeclared' : 'misfit', value: cell.trim() };
  }

  return (cells, condition) => {
    const cell = cells[place] ?? '';
    const known = seen.get(condition) ?? new Map<string, FoundAnswer>();
    seen.set(condition, known);
    const earlier = known.get(cell);
    if (earlier) return earlier;
    const answer = found(cell, condition);
    if (known.size < remembered) known.set(ownText(cell), answer);
    return answer;
  };
}
