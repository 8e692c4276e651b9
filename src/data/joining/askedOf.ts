import type { AskIf, Outcome, Study } from '../../study/types';
import { valueKey } from '../values';
import type { Columns } from './columns';
import type { GatheredRow } from './people';
import type { Tally } from './tally';

/**
 * The outcomes that a row was asked, by the columns that `askIf` names; those without such a filter always.
 * @throws VignetteError `data/column`.
 */
export function askedByColumn(
  { outcomes }: Study,
  columns: Columns,
): (cells: readonly string[], outcome: string) => boolean {
  const tests = new Map(
    outcomes.flatMap(({ id, askIf }) => {
      if (askIf?.kind !== 'column') return [];
      const place = columns.need(askIf.column);
      const values = new Set(askIf.is.map(valueKey));
      return [[id, (cells: readonly string[]) => values.has(valueKey(cells[place] ?? ''))] as const];
    }),
  );
  return (cells, outcome) => tests.get(outcome)?.(cells) ?? true;
}

export function notAsked(outcome: string): string {
  return `${outcome}: an answer of somebody who was not asked`;
}

type Gated = Outcome & { readonly askIf: Extract<AskIf, { readonly kind: 'outcome' }> };

/**
 * Takes the answers away of those who were not asked, because they did not give the answer to another outcome that
 * `askIf` needs; no answer is none of these. Where there are no human answers to the other outcome at all, nobody can
 * tell, and answers stay.
 */
export function removeUnasked(
  { outcomes }: Study,
  rows: readonly GatheredRow[],
  read: readonly string[],
  dropped: Tally,
): void {
  const gated = outcomes.filter(
    (outcome): outcome is Gated => outcome.askIf?.kind === 'outcome' && read.includes(outcome.askIf.outcome),
  );
  if (gated.length === 0) return;
  for (const row of rows) while (gated.some((outcome) => removed(outcome, row, dropped)));
}

/** What one removal takes away may be what another filter needs: it is called until nothing changes. */
function removed({ id, askIf }: Gated, row: GatheredRow, dropped: Tally): boolean {
  const answer = row.answers.get(askIf.outcome);
  const chosen = (row.parts.get(askIf.outcome) ?? []).filter(({ value }) => value > 0);
  const given = [...(answer === undefined ? [] : [answer]), ...chosen.map(({ code }) => code)];
  if (given.some((code) => askIf.is.includes(code))) return false;
  const had = [row.answers, row.parts, row.texts].map((map) => map.delete(id)).includes(true);
  if (had) dropped.add(notAsked(id));
  return had;
}
