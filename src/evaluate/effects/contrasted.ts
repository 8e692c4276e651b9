import type { HumanData } from '../../data/types';
import type { Contrast, Outcome, Study } from '../../study/types';
import type { EffectEvaluation } from '../types';
import type { Design } from './design';
import { observedEffect, predictedEffect, type Observed, type Range, type Sampling } from './estimate';
import { publishedEffect } from './published';
import { samplingOf } from './sampling';
import { formOf } from './words';

/** An effect, and what must be said about it. */
export interface Contrasted {
  readonly effect: EffectEvaluation;
  readonly notes: readonly string[];
}

/** What a contrast is worked out from. */
export interface Designs {
  /** Undefined of a score. */
  readonly outcome: Outcome | undefined;
  readonly range: Range | null;
  /** Undefined without human answers in an arm. */
  readonly observed: Design | undefined;
  readonly predicted: Design | undefined;
}

/** The effect of a contrast from its designs. */
export function contrasted(
  study: Study,
  human: HumanData | undefined,
  contrast: Contrast,
  { outcome, range, observed: design, predicted }: Designs,
): Contrasted {
  const sampling = human && samplingFor(study, human, contrast);
  const observed = design && sampling && observedEffect(design, sampling, range);
  const bare = effectOf(contrast, outcome, human, { observed, range, arms: design });
  const left = design?.incomplete ?? 0;
  const answers = left === 1 ? '1 answer is' : `${left} answers are`;
  const note = `${contrast.id}: ${answers} left out, for want of ${contrast.adjust.join(' or ')}.`;
  return {
    effect: {
      ...bare.effect,
      predicted: (predicted && predictedEffect(predicted, contrast.weighted, range)) ?? null,
    },
    notes: [...bare.notes, ...(left > 0 ? [note] : [])],
  };
}

/** How the human answers to a contrast hang together. */
export function samplingFor(study: Study, human: HumanData, { weighted }: Contrast): Sampling {
  return { ...samplingOf(study, human), weighted: human.weighted && weighted };
}

/** An effect without its prediction, with the published one in its units. */
export function effectOf(
  contrast: Contrast,
  outcome: Outcome | undefined,
  human: HumanData | undefined,
  known: {
    readonly observed: Observed | undefined;
    readonly range: Range | null;
    readonly arms: Pick<Design, 'rows' | 'arms'> | undefined;
  },
): Contrasted {
  const { id, outcome: of, treatment, control } = contrast;
  const published = contrast.published ? publishedEffect(contrast.published, known.range, known.arms) : null;
  const lost = contrast.published !== undefined && published === null;
  return {
    effect: {
      id,
      outcome: of,
      item: null,
      kind: contrast.of.kind,
      treatment,
      control,
      form: formOf(contrast, outcome, human?.weighted ?? false),
      method: known.observed?.method ?? '',
      observed: known.observed?.effect ?? null,
      predicted: null,
      published,
    },
    notes: lost
      ? [`evaluate/unsupported: The published effect of ${id} cannot be brought to the units of the scale.`]
      : [],
  };
}
