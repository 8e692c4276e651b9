import type { Evaluation } from '../../results/types';
import { formatInterval, formatR, formatSigned } from '../../chart/numbers';
import type { EffectEstimate, EffectEvaluation } from '../../results/types';
import { effectName } from '../../chart/names';
import { columns, cut } from './columns';
import type { Paint } from './paint';

/** The effects, predicted beside observed and published: in points of the scale where it has stated ends. */
export function effectLines(
  { outcomes }: Pick<Evaluation, 'outcomes'>,
  known: readonly EffectEvaluation[],
  paint: Paint,
): readonly string[] {
  const effects = known.filter((effect) => effect.observed ?? effect.predicted ?? effect.published);
  if (effects.length === 0) return [];
  const several = outcomes.length > 1;
  const published = effects.some((effect) => effect.published !== null);
  const header = ['  contrast', 'predicted', 'observed', ...(published ? ['published'] : [])];
  const rows = effects.map((effect) => [
    `  ${cut(`${effectName(effect)}${several ? ` · ${effect.outcome}` : ''}`, 44)}`,
    estimate(effect.predicted, paint),
    estimate(effect.observed, paint),
    ...(published ? [estimate(effect.published, paint)] : []),
  ]);
  return [
    `${paint('bold', 'Effects')} ${paint('dim', unit(effects))}`,
    ...columns([header.map((text) => paint('dim', text)), ...rows]),
    ...methods(effects).map((line) => paint('dim', `  ${line}`)),
    paint('dim', '  No interval for predicted effects: this model has no calibrated one.'),
  ];
}

/** How intervals were made that are neither Welch's nor HC2 of two arms. */
function methods(effects: readonly EffectEvaluation[]): readonly string[] {
  const found = [...new Set(effects.map(({ method }) => method))].filter((method) => method !== '');
  return found.length === 0 ? [] : [`Intervals: ${found.join('; ')}.`];
}

function unit(effects: readonly EffectEvaluation[]): string {
  const inPoints = effects.some(({ observed, predicted }) => (observed ?? predicted)?.points !== null);
  return inPoints ? 'treatment − control, points of the scale, 95 %' : 'treatment − control, raw, 95 %';
}

function estimate(effect: EffectEstimate | null, paint: Paint): string {
  if (effect === null) return formatR(null);
  const [value, interval] =
    effect.points === null
      ? [formatSigned(effect.estimate, 2), effect.ci && formatInterval(effect.ci, 2)]
      : [formatSigned(effect.points), effect.pointsCi && formatInterval(effect.pointsCi)];
  return interval === null ? value : `${value} ${paint('dim', interval)}`;
}
