import type { Gate } from '../results/gates';
import { counted } from './numbers';
import type { OtherCell } from '../results/otherCells';
import type { CellEvaluation, EffectEvaluation, Evaluation, Results } from '../results/types';
import { beyondNoise, distanceOf } from './cell/distance';
import { formatCount, formatNumber, formatW } from './numbers';

/** The answer first: how many cells are told apart from the humans by more than sampling noise. */
export function sayCells(cells: readonly CellEvaluation[], others: readonly OtherCell[] = []): string {
  if (![...cells, ...others].some(({ nObserved }) => nObserved > 0))
    return 'There are no human answers to compare with: what is shown is predicted only.';
  const judged = [
    ...cells.flatMap((cell) => {
      const distance = distanceOf(cell);
      return distance?.floor ? [beyondNoise(distance)] : [];
    }),
    ...others.flatMap(({ distance, floor }) =>
      distance === null || floor === null ? [] : [distance > floor.q95],
    ),
  ];
  if (judged.length === 0) return 'No cell has a distance with a noise floor.';
  const beyond = judged.filter((each) => each).length;
  if (beyond === 0)
    return judged.length === 1
      ? 'The cell lies within the noise of samples of this size.'
      : `None of ${counted(judged.length, 'cell')} lies beyond the noise of samples of this size.`;
  if (judged.length === 1) return 'The cell lies beyond the noise of samples of this size.';
  return `${beyond} of ${counted(judged.length, 'cell')} ${beyond === 1 ? 'lies' : 'lie'} beyond the noise of samples of this size.`;
}

/** ΣW / Σfloor over the cells that have both, and the best baseline that saw none of these answers. */
export function sayScale(evaluation: Evaluation): string {
  const judged = evaluation.cells.flatMap((cell) => {
    const distance = distanceOf(cell);
    return distance?.name === 'W' && distance.floor
      ? [{ w: distance.value, floor: distance.floor.mean }]
      : [];
  });
  const sum = (of: 'w' | 'floor'): number => judged.reduce((total, each) => total + each[of], 0);
  const floor = sum('floor');
  const ratio = floor > 0 ? [`ΣW / Σfloor ${formatNumber(sum('w') / floor, 1)}.`] : [];
  const best = bestBlindBaseline(evaluation);
  const baseline =
    best === undefined ? [] : [`Baseline that saw nothing: ${best.name}, mean W ${formatW(best.w1)}.`];
  return [...ratio, ...baseline].join(' ');
}

function bestBlindBaseline(
  evaluation: Evaluation,
): { readonly name: string; readonly w1: number } | undefined {
  const blind = Object.entries(evaluation.summary.baselines).flatMap(([name, { w1, sees }]) =>
    sees === 'nothing' && w1 !== null ? [{ name, w1 }] : [],
  );
  return blind.sort((a, b) => a.w1 - b.w1)[0];
}

/** `2,412, 8 failed`. */
export function sayAnswers(counts: Results['counts']): string {
  const failed = counts.failed > 0 ? `, ${formatCount(counts.failed)} failed` : '';
  return `${formatCount(counts.answers)}${failed}${counts.complete ? '' : ', incomplete'}`;
}

/** `gpt-4o, T 1`: the temperature only where answers were sampled. */
export function sayModel(results: Results): string {
  const { model, strategy, temperature } = results.setup;
  return strategy === 'direct'
    ? `${model.name}, T ${formatNumber(temperature, temperature % 1 === 0 ? 0 : 1)}`
    : model.name;
}

/** `Not screening grade: 1 gate passed, 1 failed, 5 not assessed`; every gate must pass for the grade. */
export function sayGates(gates: readonly Gate[]): string {
  const count = (status: Gate['status']): number => gates.filter((gate) => gate.status === status).length;
  const [passed, failed, open] = [count('pass'), count('fail'), count('not-assessed')];
  const grade = passed === gates.length ? 'Screening grade' : 'Not screening grade';
  return `${grade}: of ${gates.length} gates ${passed} passed, ${failed} failed, ${open} not assessed`;
}

/** Effects that can be drawn together: of one outcome, against one control, of one form. */
export interface EffectGroup extends Pick<EffectEvaluation, 'outcome' | 'control' | 'kind' | 'form'> {
  readonly effects: readonly EffectEvaluation[];
}

/** The effects of a study that have an estimate, in groups, in the order of the file. */
export function effectGroups(effects: readonly EffectEvaluation[]): readonly EffectGroup[] {
  const groups = new Map<string, EffectEvaluation[]>();
  for (const effect of effects) {
    if (!(effect.observed ?? effect.predicted ?? effect.published)) continue;
    const key = [effect.outcome, effect.control, effect.kind, effect.form].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), effect]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { outcome, control, kind, form } = first;
    return [{ outcome, control, kind, form, effects: group }];
  });
}

/** What stands below a scale's chart: `Ordinal, 1 not at all … 7 very much so`, or all options of a nominal one. */
export function sayScaleOf(cell: CellEvaluation): string {
  const type = `${cell.type.charAt(0).toUpperCase()}${cell.type.slice(1)}`;
  const named = cell.levels.flatMap((level, index) => {
    const label = cell.labels[index];
    return label == null ? [] : [`${level} ${label}`];
  });
  if (cell.type === 'nominal') return `${type}: ${named.join(', ')}`;
  const ends = [named[0], named[named.length - 1]].filter((end) => end !== undefined);
  return ends.length === 2 ? `${type}, ${ends.join(' … ')}` : type;
}

/** ` (secondary)`, of an outcome that is not primary. */
export function roleWords({ role }: Pick<Evaluation['outcomes'][number], 'role'>): string {
  return role === 'primary' ? '' : ` (${role})`;
}
