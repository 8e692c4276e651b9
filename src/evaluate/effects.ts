import { standardisedDifference } from '../stats/difference/standardised';
import { weightedDifference } from '../stats/difference/weighted';
import { welchDifference } from '../stats/difference/welch';
import { armOf } from '../stats/difference/arm';
import { normalQuantile } from '../stats/distribution/normal';
import { variantOf } from '../study/render';
import { isSingle } from '../study/scales';
import { singleScale } from '../study/single';
import type { Contrast, Outcome, PublishedEffect, Study } from '../study/types';
import { observedAnswers, type Answers } from './answers';
import type { HumanCells } from './humanCells';
import { levelsOf } from './levels';
import type { CellEvaluation, EffectEstimate, EffectEvaluation } from './types';

type Range = readonly [number, number];

/**
 * Every contrast of the study that has an order to speak of: as observed (Welch; HC2 where there are weights), as
 * predicted (the estimate alone) and as published, in raw units and points of the stated scale.
 */
export function evaluateEffects(
  study: Study,
  human: HumanCells | undefined,
  cells: readonly CellEvaluation[],
): readonly EffectEvaluation[] {
  return study.contrasts.flatMap((contrast) => {
    const outcome = study.outcomes.find(({ id }) => id === contrast.outcome);
    const scale = outcome && variantOf(outcome, contrast.treatment).scale;
    if (outcome === undefined || scale === undefined || !isSingle(scale) || scale.type === 'nominal')
      return [];
    const arms = human && armsOf(human, outcome, contrast);
    const range = levelsOf(scale, []).range;
    return [
      {
        id: contrast.id,
        outcome: contrast.outcome,
        item: null,
        treatment: contrast.treatment,
        control: contrast.control,
        observed: arms === undefined ? null : observedEffect(arms, range),
        predicted: predictedEffect(cells, contrast, range),
        published: contrast.published ? publishedEffect(contrast.published, range, arms) : null,
      },
    ];
  });
}

interface Arms {
  readonly treatment: Answers;
  readonly control: Answers;
  readonly weighted: boolean;
}

/** Both arms of a contrast; undefined when one has no human answers. */
function armsOf(human: HumanCells, outcome: Outcome, contrast: Contrast): Arms | undefined {
  const arm = (condition: string) =>
    observedAnswers(
      human.rowsOf(condition),
      outcome,
      singleScale(variantOf(outcome, condition).scale, outcome.id),
    );
  const treatment = arm(contrast.treatment);
  const control = arm(contrast.control);
  if (treatment.values.length === 0 || control.values.length === 0) return undefined;
  return { treatment, control, weighted: human.weighted };
}

/** Intervals need independent answers; where a person stands twice in a contrast there are none. */
function observedEffect(arms: Arms, range: Range | null): EffectEstimate {
  const { treatment, control, weighted } = arms;
  const people = [...treatment.people, ...control.people];
  const independent = new Set(people).size === people.length;
  if (weighted) {
    const { difference, seHc2, test } = weightedDifference(treatment, control);
    return estimateOf(
      difference,
      independent ? seHc2 : null,
      independent ? (test?.ci95 ?? null) : null,
      range,
    );
  }
  const { difference, se, test } = welchDifference(treatment.values, control.values);
  return estimateOf(difference, independent ? se : null, independent ? (test?.ci95 ?? null) : null, range);
}

function predictedEffect(
  cells: readonly CellEvaluation[],
  contrast: Contrast,
  range: Range | null,
): EffectEstimate | null {
  const mean = (condition: string) => {
    const cell = cells.find((each) => each.condition === condition && each.outcome === contrast.outcome);
    return cell === undefined || cell.nPredicted === 0 ? undefined : predictedMean(cell);
  };
  const treatment = mean(contrast.treatment);
  const control = mean(contrast.control);
  if (treatment === undefined || control === undefined) return null;
  return estimateOf(treatment - control, null, null, range);
}

/** Mean of the predicted shares, raw units. */
function predictedMean(cell: CellEvaluation): number {
  return cell.levels.reduce((sum, code) => sum + code * (cell.predicted[String(code)] ?? 0), 0);
}

/**
 * A published effect in raw units: points need a stated range, `d` the pooled SD of the human data, `{sd}` has its
 * own; a log-odds ratio has no raw unit. Null where the conversion cannot be made.
 */
function publishedEffect(
  published: PublishedEffect,
  range: Range | null,
  arms: Arms | undefined,
): EffectEstimate | null {
  const unit = unitInRaw(published, range, arms);
  if (unit === null) return null;
  const half = published.se === undefined ? null : normalQuantile(0.975) * published.se;
  const estimate = published.estimate;
  const ci = published.ci ?? (half === null ? null : ([estimate - half, estimate + half] as const));
  const se = published.se ?? (ci === null ? null : (ci[1] - ci[0]) / (2 * normalQuantile(0.975)));
  return estimateOf(
    estimate * unit,
    se === null ? null : se * unit,
    ci === null ? null : [ci[0] * unit, ci[1] * unit],
    range,
  );
}

function unitInRaw({ unit }: PublishedEffect, range: Range | null, arms: Arms | undefined): number | null {
  if (typeof unit === 'object') return unit.sd;
  switch (unit) {
    case 'raw':
      return 1;
    case 'points':
      return range === null ? null : (range[1] - range[0]) / 100;
    case 'd':
      return arms === undefined
        ? null
        : (standardisedDifference(armOf(arms.treatment.values), armOf(arms.control.values))?.pooledSd ??
            null);
    case 'logit':
      return null;
  }
}

function estimateOf(
  estimate: number,
  se: number | null,
  ci: Range | null,
  range: Range | null,
): EffectEstimate {
  const points = range === null ? null : 100 / (range[1] - range[0]);
  return {
    estimate,
    se,
    ci,
    points: points === null ? null : estimate * points,
    pointsCi: points === null || ci === null ? null : [ci[0] * points, ci[1] * points],
  };
}
