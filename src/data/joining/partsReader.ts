import { variantOf } from '../../study/render';
import type { Outcome, OutcomeSource } from '../../study/types';
import { looksMissing } from '../missingCodes';
import { assembled, isParts, listIn, markIn, partIn, type PartsScale } from '../parts';
import { valueKey } from '../values';
import type { FoundAnswer } from './answerReader';
import type { Columns } from './columns';

type Read = (cells: readonly string[], condition: string) => FoundAnswer;

const missing: FoundAnswer = { kind: 'missing' };

/**
 * Reads an answer on several options: one column an option, or the codes of those chosen in one cell. A row in which
 * every cell is empty or declared missing has no answer.
 * @throws VignetteError `data/column`.
 */
export function partsReader(
  outcome: Outcome,
  source: OutcomeSource,
  columns: Columns,
  declared: ReadonlySet<string>,
): Read {
  const isMissing = (cell: string): boolean => valueKey(cell) === '' || declared.has(valueKey(cell));
  const scaleIn = (condition: string): PartsScale | undefined => {
    const { scale } = variantOf(outcome, condition);
    return isParts(scale) ? scale : undefined;
  };
  if (source.columns.length === 0) {
    const place = columns.need(source.column);
    return (cells, condition) => {
      const scale = scaleIn(condition);
      const cell = cells[place] ?? '';
      return scale?.type !== 'multiselect' || isMissing(cell) ? missing : listed(scale, cell);
    };
  }
  const values = new Map(source.values.map(({ data, code }) => [valueKey(data), String(code)]));
  const mapped = (cell: string): string => (values.size > 0 ? (values.get(valueKey(cell)) ?? cell) : cell);
  const places = source.columns.map(({ code, column }) => ({ code, place: columns.need(column) }));
  return (cells, condition) => {
    const scale = scaleIn(condition);
    const filled = places
      .map(({ code, place }) => ({ code, cell: mapped(cells[place] ?? '') }))
      .filter(({ cell }) => !isMissing(cell));
    return scale === undefined || filled.length === 0 ? missing : fromColumns(scale, filled);
  };
}

function fromColumns(
  scale: PartsScale,
  filled: readonly { readonly code: number; readonly cell: string }[],
): FoundAnswer {
  const parts = new Map<number, number>();
  let undeclared: string | undefined;
  for (const { code, cell } of filled) {
    const offered = scale.options.some((option) => option.code === code);
    if (!offered && code !== scale.dontKnow?.code) continue;
    const value = offered ? partIn(scale, cell) : markIn(cell);
    if (value !== undefined) parts.set(code, value);
    else if (looksMissing(cell)) undeclared ??= cell.trim();
    else return { kind: 'misfit', value: cell.trim() };
  }
  if (parts.size > 0) return answered(scale, parts);
  return undeclared === undefined ? missing : { kind: 'undeclared', value: undeclared };
}

function listed(scale: Extract<PartsScale, { type: 'multiselect' }>, cell: string): FoundAnswer {
  const codes = listIn(scale, cell);
  if (codes) return answered(scale, new Map(codes.map((code) => [code, 1])));
  return { kind: looksMissing(cell) ? 'undeclared' : 'misfit', value: cell.trim() };
}

/** A "don't know" stands for the whole answer. */
function answered(scale: PartsScale, filled: ReadonlyMap<number, number>): FoundAnswer {
  const { dontKnow } = scale;
  if (dontKnow !== undefined && filled.get(dontKnow.code) === 1)
    return dontKnow.as === 'missing'
      ? missing
      : { kind: 'parts', parts: [{ code: dontKnow.code, value: 1 }] };
  const parts = assembled(scale, filled);
  return typeof parts === 'string' ? { kind: 'unusable', why: parts } : { kind: 'parts', parts };
}
