import type { Margin, Panel, ProfileField } from '../../study/types';
import { valueKey } from '../values';
import { checkPersonaColumns, requireNamed } from './columns';
import { columnOf, keyPlace, type FileContext } from './context';
import { checkPersonas } from './personas';
import { checkWeights } from './weights';

/** Values told of a margin. */
const most = 5;

/** A sample of personas against the panel that names it. */
export function checkPanel(context: FileContext, { sample, margins }: Panel): void {
  if (sample === undefined) return;
  requireNamed(context, ['weight']);
  checkPersonaColumns(context);
  checkWeights(context, sample.weight);
  checkPersonas(context, sample.profile, undefined);
  for (const margin of margins) checkMargin(context, margin, sample.profile);
}

/** A sample can only be raked to shares of values that it has; people with other values would get no weight. */
function checkMargin(context: FileContext, margin: Margin, profile: readonly ProfileField[]): void {
  const place = keyPlace(context, 'panel', 'margins', margin.field);
  if (place === undefined) return;
  const field =
    profile.find((each) => each.field === margin.field) ??
    profile.find((each) => each.column === margin.field);
  if (field === undefined) {
    const message = `The sample has no field \`${margin.field}\` under \`profile\`, so that it cannot be raked to its shares.`;
    const help = 'Name its column under `panel.profile`, or leave the margin out.';
    return context.problems.add({ code: 'data/column', ...place, message, help });
  }
  const column = columnOf(context, field.column);
  if (column === undefined || column.more) return;
  const words = new Map(field.values.map(({ data, label }) => [valueKey(data), label]));
  const there = new Set(column.distinct.map(({ value }) => words.get(valueKey(value)) ?? value));
  const shared = new Set(margin.shares.map(({ value }) => value));
  const lacking = margin.shares.filter(({ value, share }) => share > 0 && !there.has(value));
  const extra = [...there].filter((value) => !shared.has(value));
  if (lacking.length > 0)
    context.problems.add({
      code: 'data/margin-value',
      ...place,
      message: `Nobody in the sample has ${listed(lacking.map(({ value }) => value))} in ${field.column}.`,
    });
  if (extra.length > 0)
    context.problems.add({
      code: 'data/margin-value',
      severity: 'warning',
      ...place,
      message: `${listed(extra)} in ${field.column} of the sample ${extra.length === 1 ? 'has' : 'have'} no share, so that such people are not drawn.`,
    });
}

function listed(values: readonly string[]): string {
  const shown = values.slice(0, most).map((value) => `"${value}"`);
  return values.length > most ? `${shown.join(', ')} and ${values.length - most} more` : shown.join(', ');
}
