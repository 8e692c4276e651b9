import { formOf } from '../../evaluate/effects/words';
import type { Contrast, ItemField, Study } from '../../study/types';

/** Parts of a set-up in words, so that two of them can be compared. */

type Identified = readonly { readonly id: string; readonly text: string }[];

/** Each item with its fields, and what differs in a condition. */
export function itemTexts(study: Study): Identified {
  return study.items.map(({ id, text, fields, variants }) => ({
    id,
    text: [
      sheet(text, fields),
      ...variants.map((variant) => `in ${variant.condition}: ${sheet(variant.text, variant.fields)}`),
    ].join('\n'),
  }));
}

function sheet(text: string, fields: readonly ItemField[]): string {
  return [text, ...fields.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}

/** Where the personas come from when they are not the human data; null otherwise. */
export function panelText({ panel }: Study): string | null {
  if (panel === undefined) return null;
  const margins = panel.margins.map(
    ({ field, shares }) => `${field} (${shares.map(({ value, share }) => `${value} ${share}`).join(', ')})`,
  );
  return [
    `${panel.size} people`,
    ...(panel.sample === undefined ? [] : [`sampled from ${panel.sample.file}`]),
    ...(margins.length === 0
      ? []
      : [`${panel.sample === undefined ? 'independent margins' : 'raked to'} ${margins.join('; ')}`]),
  ].join(', ');
}

/** The contrasts that are more than a difference of two means. */
export function contrastTexts(study: Study, weighted: boolean): Identified {
  return study.contrasts.flatMap((contrast) => {
    const outcome = study.outcomes.find(({ id }) => id === contrast.outcome);
    const form = formOf(contrast, outcome, weighted);
    const said = [...(form === '' ? [] : [form]), ...published(contrast)];
    const what = `${contrast.treatment} − ${contrast.control} on ${contrast.outcome}`;
    return said.length === 0 ? [] : [{ id: contrast.id, text: [what, ...said].join('; ') }];
  });
}

function published({ published: effect }: Contrast): readonly string[] {
  if (effect === undefined) return [];
  const unit = typeof effect.unit === 'object' ? `SD of ${effect.unit.sd}` : effect.unit;
  const se = effect.se === undefined ? '' : `, se ${effect.se}`;
  const ci = effect.ci === undefined ? '' : `, ci ${effect.ci.join(' to ')}`;
  return [`published ${effect.estimate} ${unit}${se}${ci}`];
}

export function scoreTexts({ scores }: Study): Identified {
  return scores.map(({ id, of, reverse, combine }) => ({
    id,
    text: `${combine} of ${of.join(', ')}${reverse.length === 0 ? '' : `; reversed: ${reverse.join(', ')}`}`,
  }));
}
