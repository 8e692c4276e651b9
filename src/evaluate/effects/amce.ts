import { dot, leastSquares } from '../../stats/linear/leastSquares';
import { clusteredCombination, clusteredFit, type ClusteredFit } from '../../stats/linear/robust';
import type { ChoiceScale, Contrast } from '../../study/types';
import type { ShownAlternative } from '../conjoint/alternatives';
import type { Design } from './design';
import { asObserved, estimateOf, type Observed, type Sampling } from './estimate';
import type { EffectEstimate } from '../types';

/** The choices of a conjoint: one row an alternative, on 0/1 terms for the levels of all attributes but their first. */
export interface ConjointModel {
  readonly shown: readonly ShownAlternative[];
  /** What each term but the first, the constant, stands for. */
  readonly dummies: readonly { readonly attribute: string; readonly level: string }[];
  readonly model: ClusteredFit;
}

/** The model of a conjoint that all contrasts of its attributes share; undefined without choices that count. */
export function conjointModel(
  alternatives: readonly ShownAlternative[],
  { attributes }: ChoiceScale,
  { weighted, clusterOf }: Pick<Sampling, 'weighted' | 'clusterOf'>,
): ConjointModel | undefined {
  const shown = weighted ? alternatives.filter(({ row }) => row.weight > 0) : alternatives;
  if (shown.length === 0) return undefined;
  const dummies = attributes.flatMap(({ id, levels }, place) =>
    levels.slice(1).map((level) => ({ attribute: id, level: level.id, place })),
  );
  const rows = shown.map(({ row }) => row);
  const fit = leastSquares({
    terms: shown.map(({ levels }) => [
      1,
      ...dummies.map(({ place, level }) => Number(levels[place] === level)),
    ]),
    values: rows.map(({ value }) => value),
    ...(weighted ? { weights: rows.map(({ weight }) => weight) } : {}),
  });
  return { shown, dummies, model: clusteredFit(fit, rows.map(clusterOf)) };
}

/**
 * The average marginal component effect of two levels of an attribute (Hainmueller, Hopkins & Yamamoto 2014): the
 * difference of their coefficients. Undefined where one was never shown, or only together with another level.
 */
export function amceOf(
  conjoint: ConjointModel,
  attribute: string,
  levels: Pick<Contrast, 'treatment' | 'control'>,
  cluster: string,
): Observed | undefined {
  const found = clusteredCombination(conjoint.model, combinationOf(conjoint, attribute, levels));
  return found && asObserved(found, cluster, [0, 1]);
}

/** The same of predictions: the estimate alone. */
export function predictedAmce(
  conjoint: ConjointModel,
  attribute: string,
  levels: Pick<Contrast, 'treatment' | 'control'>,
): EffectEstimate | undefined {
  const { fit } = conjoint.model;
  const v = fit.inBasis(combinationOf(conjoint, attribute, levels));
  return v && estimateOf(dot(v, fit.solution), null, null, [0, 1]);
}

function combinationOf(
  { dummies }: ConjointModel,
  attribute: string,
  { treatment, control }: Pick<Contrast, 'treatment' | 'control'>,
): readonly number[] {
  const coefficients = dummies.map((dummy) => {
    if (dummy.attribute !== attribute) return 0;
    return Number(dummy.level === treatment) - Number(dummy.level === control);
  });
  return [0, ...coefficients];
}

/** The arms of a contrast of an attribute; undefined where a level was never shown. */
export function amceArms(
  { shown }: ConjointModel,
  { attributes }: ChoiceScale,
  attribute: string,
  { treatment, control }: Contrast,
): Pick<Design, 'rows' | 'arms'> | undefined {
  const at = attributes.findIndex(({ id }) => id === attribute);
  const arms = shown.map(({ levels }) => {
    if (levels[at] === treatment) return 'treatment';
    return levels[at] === control ? 'control' : undefined;
  });
  const rows = shown.map(({ row }) => row);
  return arms.includes('treatment') && arms.includes('control') ? { rows, arms } : undefined;
}
