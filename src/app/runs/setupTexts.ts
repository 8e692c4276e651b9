import { formOf } from '../../evaluate/effects/words';
import { itemIn, stimulusOf } from '../../study/render';
import { templatesIn } from '../../study/template';
import type { Condition, Contrast, Study } from '../../study/types';

/** Parts of a set-up in words, so that two of them can be compared. */

type Identified = readonly { readonly id: string; readonly text: string }[];

/**
 * What is read of each item: its text, and those of its fields that a text shows. Where it reads otherwise in a condition
 * that stands as an entry of its own, `ITEM.in.CONDITION`.
 */
export function itemTexts(study: Study): Identified {
  const everywhere = fieldsShown([study.intro, study.outcomes]);
  const inCondition = new Map(study.conditions.map(({ id, text }) => [id, fieldsShown(text)]));
  const factors = study.factors.map(({ id }) => id);
  const alone: Study = { ...study, intro: '' };
  return study.items.flatMap((item) => {
    const textIn = (condition: Condition): string => {
      const text = stimulusOf(alone, { ...condition, text: '{{ item }}', media: [] }, [], item.id);
      const said = (itemIn(study, item.id, condition.id)?.fields ?? [])
        .filter(({ name }) => everywhere.has(name) || inCondition.get(condition.id)?.has(name))
        .map(({ name, value }) => `${name}: ${value}`);
      return [text, ...said].join('\n');
    };
    const varies = templatesIn(item.text).some(({ name }) => factors.includes(name));
    const special = study.conditions.filter(
      ({ id }) =>
        varies ||
        (inCondition.get(id)?.size ?? 0) > 0 ||
        item.variants.some(({ condition }) => condition === id),
    );
    const first = study.conditions.find((condition) => !special.includes(condition)) ?? special[0];
    const text = first === undefined ? item.text : textIn(first);
    const others = special.map((condition) => ({
      id: `${item.id}.in.${condition.id}`,
      text: textIn(condition),
    }));
    return [{ id: item.id, text }, ...others.filter((other) => other.text !== text)];
  });
}

/** The fields of items that are named in texts. */
function fieldsShown(texts: unknown): ReadonlySet<string> {
  const named = templatesIn(JSON.stringify(texts)).map(({ name }) => name);
  return new Set(named.flatMap((name) => (name.startsWith('item.') ? [name.slice('item.'.length)] : [])));
}

/**
 * Where the personas come from when they are not the human data; null otherwise.
 * @param hash SHA-256 of the panel's file.
 */
export function panelText({ panel }: Study, hash: string | null): string | null {
  if (panel === undefined) return null;
  const margins = panel.margins.map(
    ({ field, shares }) => `${field} (${shares.map(({ value, share }) => `${value} ${share}`).join(', ')})`,
  );
  return [
    `${panel.size} people`,
    ...(panel.sample === undefined
      ? []
      : [`sampled from ${panel.sample.file} (SHA-256 ${hash ?? 'not known'})`]),
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
