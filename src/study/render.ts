import { VignetteError } from '../util/errors';
import { fillTemplate } from './template';
import type { Condition, Option, Outcome, Scale, Study } from './types';

/** A value of a persona as a template can name it: `{{ profile.age }}` by field, else by column. */
export interface ProfileValue {
  readonly field?: string | undefined;
  readonly column: string;
  readonly value: string;
}

/**
 * What a respondent reads in a condition before any question: the intro and the condition's text, templates filled,
 * joined by a blank line. '' for nothing, and for a condition that the study does not have. Profile values that
 * `profile` lacks become nothing.
 */
export function renderStimulus(
  study: Study,
  conditionId: string,
  profile: readonly ProfileValue[] = [],
): string {
  const condition = study.conditions.find(({ id }) => id === conditionId);
  return condition ? stimulusOf(study, condition, profile) : '';
}

/** The same for a condition at hand. */
export function stimulusOf(
  study: Study,
  condition: Condition,
  profile: readonly ProfileValue[] = [],
): string {
  const value = valuesIn(study, condition, profile);
  return [study.intro, condition.text]
    .map((text) => fillTemplate(text, value).trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

/**
 * The question and the scale of an outcome as asked in a condition: what `in:` changes is merged, templates are filled
 * in the question and in the labels.
 * @throws VignetteError `study/no-outcome` when the study has no such outcome.
 */
export function outcomeIn(
  study: Study,
  outcomeId: string,
  conditionId: string,
  profile: readonly ProfileValue[] = [],
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
  const value = valuesIn(study, condition, profile);
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

function valuesIn(study: Study, condition: Condition | undefined, profile: readonly ProfileValue[]): Values {
  return (name) => {
    if (name.startsWith('profile.')) return profileValue(name.slice('profile.'.length), profile);
    const fixed = condition?.levels.find(({ factor }) => factor === name);
    const factor = study.factors.find(({ id }) => id === name);
    return factor?.levels.find(({ id }) => id === fixed?.level)?.text;
  };
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
