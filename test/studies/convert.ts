import { stringify } from 'yaml';
import type { Level, Neutral, NeutralCondition, NeutralEffect, NeutralItem, NeutralOutcome } from './neutral';

/** Entries that are kept in their order, whatever their keys look like; those without a value are left out. */
type Entry = readonly [string, unknown];
function ordered(...entries: readonly Entry[]): ReadonlyMap<string, unknown> {
  return new Map(entries.filter(([, value]) => value !== undefined));
}

/** A neutral study as a study file that reads its `data.csv`. */
export function studyText(study: Neutral, sd: number | undefined): string {
  const crossing = crossed(study);
  const conjoint = study.attributes !== undefined;
  const conditions = study.conditions.map(
    (condition) => [condition.id, conditionOf(study, condition)] as const,
  );
  const contrasts = study.published_effects.map((effect) => contrastOf(study, effect, sd));
  const file = ordered(
    ['vignette', 1],
    ['id', study.name],
    ['title', study.title],
    ['source', { citation: study.source, licence: study.licence, year: study.year }],
    ['population', study.population],
    ['design', study.design],
    ['factors', crossing?.factors ?? factorsOf(study)],
    ['crossed', crossing?.crossed],
    ['conditions', conjoint || crossing ? undefined : ordered(...conditions)],
    [
      'outcomes',
      ordered(...study.outcomes.map((outcome) => [outcome.id, outcomeOf(study, outcome)] as const)),
    ],
    ['items', study.items && ordered(...study.items.map((item) => [item.id, itemOf(item)] as const))],
    ['respondents', respondentsOf(study, crossing?.values)],
    ['contrasts', contrasts.length === 0 ? undefined : contrasts],
  );
  return stringify(file, { lineWidth: 0 });
}

/** Descriptions name the parts of an item in braces. */
function templated(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === 'headline' ? '{{ item }}' : `{{ item.${name} }}`));
}

function conditionOf(study: Neutral, condition: NeutralCondition): unknown {
  const shownByItems = study.items?.some(({ stimuli }) => stimuli !== undefined) ?? false;
  return ordered(
    ['label', condition.label],
    ['control', condition.is_control || undefined],
    [
      'factors',
      condition.factors &&
        ordered(...Object.entries(condition.factors).map(([id, level]) => [id, String(level)] as const)),
    ],
    ['text', shownByItems ? '' : templated(condition.text ?? '')],
    ['wording', condition.text_verbatim === false ? 'described' : undefined],
  );
}

/** Levels without texts, where the texts of the conditions say them. */
function factorsOf({ factors }: Neutral): unknown {
  if (factors === undefined) return undefined;
  const levelsOf = (levels: readonly Level[]) =>
    ordered(...levels.map((level) => [String(level), String(level)] as const));
  return ordered(...factors.map(({ id, levels }) => [id, levelsOf(levels)] as const));
}

interface Crossing {
  readonly factors: unknown;
  readonly crossed: unknown;
  /** The condition of the crossed study that a value of the column is. */
  readonly values: unknown;
}

/** A factorial whose control shows nothing: the text of a level is what stands alone when only it differs from the control. */
function crossed({ factors, conditions }: Neutral): Crossing | undefined {
  const control = conditions.find(({ is_control }) => is_control);
  const levels = control?.factors;
  if (factors === undefined || levels === undefined || control?.text !== null) return undefined;
  const textOf = (id: string, level: Level): string =>
    conditions.find((each) =>
      factors.every((factor) => each.factors?.[factor.id] === (factor.id === id ? level : levels[factor.id])),
    )?.text ?? '';
  const idOf = (each: NeutralCondition): string =>
    factors.map(({ id }) => String(each.factors?.[id])).join('.');
  return {
    factors: ordered(
      ...factors.map(
        ({ id, levels: all }) =>
          [id, ordered(...all.map((level) => [String(level), textOf(id, level)] as const))] as const,
      ),
    ),
    crossed: {
      text: factors.map(({ id }) => `{{ ${id} }}`).join(' '),
      control: ordered(...factors.map(({ id }) => [id, String(levels[id])] as const)),
    },
    values: ordered(...conditions.map((each) => [each.id, idOf(each)] as const)),
  };
}

function outcomeOf(study: Neutral, outcome: NeutralOutcome): unknown {
  return ordered(
    ['question', outcome.question],
    ['scale', study.attributes ? choiceScale(study.attributes) : scaleOf(study, outcome)],
    ['higher', outcome.higher_means ?? undefined],
    ['wording', outcome.question_verbatim === false ? 'paraphrased' : undefined],
    ['in', study.attributes ? undefined : optionsByCondition(study)],
  );
}

function scaleOf({ items }: Neutral, { type, min, max, labels }: NeutralOutcome): unknown {
  if (type === 'numeric') return { type, min, max };
  if (type === 'ordinal') return { type, points: max - min + 1, min, labels };
  const byItem = items?.some(({ options }) => options !== undefined) ?? false;
  const options = Object.entries(labels).map(
    ([code, label]) => [code, byItem ? `{{ item.option${code} }}` : label] as const,
  );
  return { type, options: ordered(...options) };
}

/** Other labels in a condition, and options that it does not offer. */
function optionsByCondition({ conditions, items, outcomes }: Neutral): unknown {
  const codes = Object.keys(outcomes[0]?.labels ?? {});
  const entries = conditions.flatMap(({ id, options }): readonly Entry[] => {
    const byItem = items?.[0]?.options?.[id];
    const lacking = codes.filter((code) => byItem !== undefined && byItem[code] === undefined);
    if (options === undefined && lacking.length === 0) return [];
    return [
      [id, { scale: { options: options ?? ordered(...lacking.map((code) => [code, null] as const)) } }],
    ];
  });
  return entries.length === 0 ? undefined : ordered(...entries);
}

function choiceScale(attributes: NonNullable<Neutral['attributes']>): unknown {
  const entries = attributes.map(({ id, label, levels, unit }) => {
    const texts = levels.map(
      (level) => [String(level), unit === 'percent' ? `${level}%` : String(level)] as const,
    );
    return [id, { label, levels: ordered(...texts) }] as const;
  });
  // Eight pairs of tax plans a respondent.
  return { type: 'choice', tasks: 8, alternatives: 2, attributes: ordered(...entries) };
}

function itemOf({ text, stimuli = {}, options = {}, ...item }: NeutralItem): unknown {
  const most = Object.values(options).sort((a, b) => Object.keys(b).length - Object.keys(a).length)[0] ?? {};
  const own = Object.entries(item).filter(([key]) => key !== 'id');
  const fields = [...own, ...optionFields(most)];
  const variants = Object.entries(stimuli).map(
    ([condition, shown]) =>
      [condition, { text: shown, fields: ordered(...optionFields(options[condition] ?? {})) }] as const,
  );
  return ordered(
    ['text', text],
    ['fields', fields.length === 0 ? undefined : ordered(...fields)],
    ['in', variants.length === 0 ? undefined : ordered(...variants)],
  );
}

/** The labels of the options as fields, for templates in the scale. */
function optionFields(options: Readonly<Record<string, string>>): readonly Entry[] {
  return Object.entries(options).map(([code, label]) => [`option${code}`, label]);
}

function respondentsOf(study: Neutral, values: unknown): unknown {
  const attributes = study.attributes?.map(({ id }) => [id, id] as const);
  const conjoint = attributes && {
    task: { column: 'profile', per: 2 },
    chosen: study.outcomes[0]?.id,
    attributes: ordered(...attributes),
  };
  return ordered(
    ['data', 'data.csv'],
    ['id', 'respondent'],
    [
      'condition',
      conjoint ? undefined : values === undefined ? 'condition' : { column: 'condition', values },
    ],
    ['item', study.items && 'item'],
    ['conjoint', conjoint],
    ['weight', study.weight_column ?? undefined],
    ['profile', study.demographics.map(({ column, label }) => ({ column, label }))],
  );
}

function contrastOf(study: Neutral, effect: NeutralEffect, sd: number | undefined): unknown {
  const [outcome = '', code] = effect.outcome.split('=');
  const { contrast } = effect;
  const kind = study.attributes ? 'attribute' : 'factor';
  return ordered(
    ['outcome', outcome],
    [kind, contrast?.factor],
    ['treatment', contrast ? String(contrast.treatment) : effect.treatment],
    ['control', contrast ? String(contrast.control) : effect.control],
    ['estimator', effect.note.includes('additive regression') ? 'additive' : undefined],
    ['share', code === undefined ? sharedCodes(study, effect) : [Number(code)]],
    ['items', effect.statistic?.includes('true items minus') ? discernment : undefined],
    ['weighted', effect.note.includes('unweighted') ? false : undefined],
    [
      'published',
      ordered(
        ['estimate', effect.estimate],
        ['se', effect.se ?? undefined],
        ['ci', effect.ci],
        ['unit', unitOf(effect, sd)],
      ),
    ],
  );
}

const discernment = { plus: { veracity: [true] }, minus: { veracity: [false] } };

/** The codes of `percentage points of "…" (strike >= 3)`. */
function sharedCodes({ outcomes }: Neutral, { outcome, unit }: NeutralEffect): readonly number[] | undefined {
  const [, from] = />= (\d+)\)/.exec(unit ?? '') ?? [];
  const max = outcomes.find(({ id }) => id === outcome)?.max ?? 0;
  return from === undefined
    ? undefined
    : Array.from({ length: max - Number(from) + 1 }, (_, i) => Number(from) + i);
}

function unitOf({ unit = 'raw' }: NeutralEffect, sd: number | undefined): unknown {
  if (unit.startsWith('sd of')) return { sd };
  if (unit.startsWith('percentage points')) return 'points';
  return unit === "Cohen's d" ? 'd' : 'raw';
}
