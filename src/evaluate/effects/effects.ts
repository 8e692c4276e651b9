import type { HumanData, Person } from '../../data/types';
import type { AnswerRecord } from '../../simulate/types';
import { variantOf } from '../../study/render';
import { isSingle } from '../../study/scales';
import type { Contrast, Outcome, Scale, Study } from '../../study/types';
import { levelsOf } from '../cell/levels';
import type { EffectEvaluation } from '../types';
import { amceDesign } from './amce';
import { designOf, type Design } from './design';
import { observedEffect, predictedEffect, type Range, type Sampling } from './estimate';
import { publishedEffect } from './published';
import { observedRows, predictedRows, type RowsByCondition } from './rows';
import { samplingOf } from './sampling';
import { unsupportedOf } from './unsupported';
import { formOf } from './words';

/** Effects, and what must be said about them. */
export interface Effects {
  readonly effects: readonly EffectEvaluation[];
  readonly notes: readonly string[];
}

/** Where the rows of an outcome (or of a score) come from. */
export interface RowSource {
  observed(contrast: Contrast): RowsByCondition | undefined;
  predicted(contrast: Contrast): RowsByCondition;
}

export interface EffectsInput {
  readonly study: Study;
  readonly human: HumanData | undefined;
  readonly records: readonly AnswerRecord[];
  readonly people: readonly Person[];
}

/**
 * Every contrast on the outcomes of the study: as observed, as predicted (the estimate alone) and as published, in raw
 * units and points of the stated scale, of a share in points of per cent. What cannot be worked out is null and said in the
 * notes. See `observedEffect` for the intervals.
 */
export function evaluateEffects(input: EffectsInput): Effects {
  const { study, human } = input;
  const known = new Map(study.outcomes.map((outcome) => [outcome.id, outcome]));
  const source = outcomeRows(input, known);
  const found = study.contrasts.flatMap((contrast) => {
    const outcome = known.get(contrast.outcome);
    if (outcome === undefined) return [];
    const scale = variantOf(outcome, contrast.treatment).scale;
    return [effectOf(input, contrast, outcome, scale, source)];
  });
  return {
    effects: found.map(({ effect }) => effect),
    notes: [
      ...found.flatMap(({ notes }) => notes),
      ...(human === undefined || found.length === 0 ? [] : samplingOf(study, human).notes),
    ],
  };
}

function effectOf(
  { study, human }: EffectsInput,
  contrast: Contrast,
  outcome: Outcome,
  scale: Scale,
  source: RowSource,
): { readonly effect: EffectEvaluation; readonly notes: readonly string[] } {
  const reason = unsupportedOf(contrast, scale);
  if (reason !== undefined) {
    return { effect: bare(contrast, formOf(contrast, outcome, human?.weighted ?? false)), notes: [reason] };
  }
  if (contrast.of.kind === 'attribute' && scale.type === 'choice') {
    const design = human && amceDesign(human, contrast, scale);
    const { effect, notes } = contrasted(study, human, contrast, {
      outcome,
      range: [0, 1],
      design,
      predicted: undefined,
    });
    const note = `evaluate/unsupported: No predicted effect of ${contrast.id}: conjoints are not simulated yet.`;
    return { effect, notes: [...notes, note] };
  }
  const range =
    contrast.share.length > 0 ? ([0, 1] as const) : isSingle(scale) ? levelsOf(scale, []).range : null;
  const rows = source.observed(contrast);
  return contrasted(study, human, contrast, {
    outcome,
    range,
    design: rows && designOf(study, contrast, rows),
    predicted: designOf(study, contrast, source.predicted(contrast)),
  });
}

/** The effect of one contrast from its designs, with what must be said about it. */
export function contrasted(
  study: Study,
  human: HumanData | undefined,
  contrast: Contrast,
  {
    outcome,
    range,
    design,
    predicted,
  }: {
    readonly outcome: Outcome | undefined;
    readonly range: Range | null;
    readonly design: Design | undefined;
    readonly predicted: Design | undefined;
  },
): { readonly effect: EffectEvaluation; readonly notes: readonly string[] } {
  const weighted = human?.weighted ?? false;
  const sampling: Sampling | undefined = human && {
    ...samplingOf(study, human),
    weighted: weighted && contrast.weighted,
  };
  const observed = design && sampling && observedEffect(design, sampling, range);
  const published = contrast.published ? publishedEffect(contrast.published, range, design) : null;
  const effect: EffectEvaluation = {
    ...bare(contrast, formOf(contrast, outcome, weighted)),
    method: observed?.method ?? '',
    observed: observed?.effect ?? null,
    predicted: (predicted && predictedEffect(predicted, contrast.weighted, range)) ?? null,
    published,
  };
  const notes = [
    ...(contrast.published !== undefined && published === null
      ? [
          `evaluate/unsupported: The published effect of ${contrast.id} cannot be brought to the units of the scale.`,
        ]
      : []),
    ...(design !== undefined && design.incomplete > 0
      ? [
          `${contrast.id}: ${design.incomplete} answers are left out, for want of ${contrast.adjust.join(' or ')}.`,
        ]
      : []),
  ];
  return { effect, notes };
}

function bare(contrast: Contrast, form: string): EffectEvaluation {
  return {
    id: contrast.id,
    outcome: contrast.outcome,
    item: null,
    kind: contrast.of.kind,
    treatment: contrast.treatment,
    control: contrast.control,
    form,
    method: '',
    observed: null,
    predicted: null,
    published: null,
  };
}

/** The rows of each outcome and share, sorted out once. */
function outcomeRows(
  { human, records, people }: EffectsInput,
  known: ReadonlyMap<string, Outcome>,
): RowSource {
  const byId = new Map(people.map((person) => [person.id, person]));
  const observed = new Map<string, RowsByCondition>();
  const predicted = new Map<string, RowsByCondition>();
  const once = (
    into: Map<string, RowsByCondition>,
    { outcome: id, share }: Contrast,
    make: (outcome: Outcome) => RowsByCondition,
  ): RowsByCondition => {
    const key = [id, ...share].join('\n');
    const outcome = known.get(id);
    const rows = into.get(key) ?? (outcome === undefined ? new Map() : make(outcome));
    into.set(key, rows);
    return rows;
  };
  return {
    observed: (contrast) =>
      human && once(observed, contrast, (outcome) => observedRows(human, outcome, contrast.share)),
    predicted: (contrast) =>
      once(predicted, contrast, (outcome) => predictedRows(records, outcome, contrast.share, byId)),
  };
}
