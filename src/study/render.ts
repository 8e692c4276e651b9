import { VignetteError } from '../util/errors';
import { fillTemplate } from './template';
import type { Condition, Item, Media, Option, Outcome, Scale, Study } from './types';

/** A value of a persona as a template can name it: `{{ profile.age }}` by field, else by column. */
export interface ProfileValue {
  readonly field?: string | undefined;
  readonly column: string;
  readonly value: string;
}

/**
 * What a respondent reads in a condition before any question: the intro, the condition's text with its media in words,
 * and the item, templates filled, joined by blank lines. The item stands where `{{ item }}` is, else behind all else.
 * '' for nothing, and for a condition that the study does not have. Profile values that `profile` lacks become nothing.
 */
export function renderStimulus(
  study: Study,
  conditionId: string,
  profile: readonly ProfileValue[] = [],
  itemId: string | null = null,
): string {
  const condition = study.conditions.find(({ id }) => id === conditionId);
  return condition ? stimulusOf(study, condition, profile, itemId) : '';
}

/** The same for a condition at hand. */
export function stimulusOf(
  study: Study,
  condition: Condition,
  profile: readonly ProfileValue[] = [],
  itemId: string | null = null,
): string {
  const value = valuesIn(study, condition, profile, itemId);
  const behind = itemId !== null && !placesItem(study, condition) ? (value('item') ?? '') : '';
  return [study.intro, condition.text]
    .map((text) => fillTemplate(text, value).trim())
    .concat(condition.media.map(mediaText), behind)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Whether a text says where the item stands: that of the condition, or the question of each outcome. */
function placesItem({ intro, outcomes }: Study, { text }: Condition): boolean {
  return namesItem(intro) || namesItem(text) || outcomes.every(({ question }) => namesItem(question));
}

function namesItem(text: string): boolean {
  return /\{\{\s*item\s*\}\}/.test(text);
}

/** What is to be seen in brackets, and what is said in it below. */
function mediaText({ alt, transcript }: Media): string {
  return [alt === undefined ? '' : `[${alt}]`, transcript?.trim() ?? '']
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * The question and the scale of an outcome as asked in a condition, about an item: what `in:` changes is merged, templates are filled
 * in the question and in the labels.
 * @throws VignetteError `study/no-outcome` when the study has no such outcome.
 */
export function outcomeIn(
  study: Study,
  outcomeId: string,
  conditionId: string,
  profile: readonly ProfileValue[] = [],
  itemId: string | null = null,
): { readonly question: string; readonly scale: Scale } {
  const outcome = study.outcomes.find(({ id }) => id === outcomeId);
  if (!outcome) {
    throw new VignetteError({
      code: 'study/no-outcome',
      message: `The study ${study.id} has no outcome ${outcomeId}.`,
      help: `Its outcomes are: ${study.outcomes.map(({ id }) => id).join(', ') || 'none'}.`,
      audience: 'usage',
    });
  }
  const condition = study.conditions.find(({ id }) => id === conditionId);
  const value = valuesIn(study, condition, profile, itemId);
  const { question, scale } = variantOf(outcome, conditionId);
  return { question: fillTemplate(question, value).trim(), scale: filledScale(scale, value) };
}

/** Question and scale in a condition, templates not yet filled. */
export function variantOf(
  outcome: Outcome,
  conditionId: string,
): { readonly question: string; readonly scale: Scale } {
  return outcome.variants.find(({ condition }) => condition === conditionId) ?? outcome;
}

type Values = (name: string) => string | undefined;

function valuesIn(
  study: Study,
  condition: Condition | undefined,
  profile: readonly ProfileValue[],
  itemId: string | null,
): Values {
  const item = itemId === null ? undefined : itemIn(study, itemId, condition?.id);
  const value: Values = (name) => {
    if (name.startsWith('profile.')) return profileValue(name.slice('profile.'.length), profile);
    if (name.startsWith('item.'))
      return item?.fields.find((field) => field.name === name.slice('item.'.length))?.value;
    const fixed = condition?.levels.find(({ factor }) => factor === name);
    const factor = study.factors.find(({ id }) => id === name);
    return factor?.levels.find(({ id }) => id === fixed?.level)?.text;
  };
  const itemText = item && fillTemplate(item.text, value).trim();
  return (name) => (name === 'item' ? itemText : value(name));
}

/** Text and fields of an item in a condition, templates not yet filled. */
export function itemIn(
  study: Study,
  itemId: string,
  conditionId: string | undefined,
): Pick<Item, 'text' | 'fields'> | undefined {
  const item = study.items.find(({ id }) => id === itemId);
  return item?.variants.find(({ condition }) => condition === conditionId) ?? item;
}

function profileValue(name: string, profile: readonly ProfileValue[]): string | undefined {
  return (
    profile.find(({ field }) => field === name)?.value ?? profile.find(({ column }) => column === name)?.value
  );
}

function filledScale(scale: Scale, value: Values): Scale {
  const filled = <T extends Option>(option: T): T =>
    option.label?.includes('{{') ? { ...option, label: fillTemplate(option.label, value).trim() } : option;
  if (scale.type === 'text' || scale.type === 'choice') return scale;
  const dontKnow = scale.dontKnow && filled(scale.dontKnow);
  return scale.type === 'numeric'
    ? { ...scale, labels: scale.labels.map(filled), dontKnow }
    : { ...scale, options: scale.options.map(filled), dontKnow };
}
