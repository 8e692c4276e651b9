import type { HumanData } from '../../data/types';
import { leastSquares } from '../../stats/linear/leastSquares';
import { clusteredCombination, clusteredFit, type ClusteredFit } from '../../stats/linear/robust';
import type { ChoiceScale, Contrast } from '../../study/types';
import type { Design } from './design';
import { asObserved, type Observed, type Sampling } from './estimate';
import type { EffectRow } from './rows';

/** The human choices of a conjoint: one row an alternative, on 0/1 terms for the levels of all attributes but their first. */
export interface ConjointModel {
  readonly rows: readonly EffectRow[];
  /** The levels of each row, in the order of the attributes. */
  readonly levels: readonly (readonly string[])[];
  /** What each term but the first, the constant, stands for. */
  readonly dummies: readonly { readonly attribute: string; readonly level: string }[];
  readonly model: ClusteredFit;
}

/** The model of a conjoint that all contrasts of its attributes share; undefined without choices. */
export function conjointModel(
  human: HumanData,
  outcome: string,
  { attributes }: ChoiceScale,
  { weighted, clusterOf }: Sampling,
): ConjointModel | undefined {
  const shown = human.choices
    .filter((choice) => choice.outcome === outcome && (!weighted || choice.person.weight > 0))
    .flatMap(({ person: { id, weight, profile }, condition, alternatives }) =>
      alternatives.map(({ levels, chosen }) => {
        const row: EffectRow = {
          person: id,
          weight,
          profile,
          condition,
          item: null,
          value: Number(chosen),
          mass: 1,
        };
        return { row, levels };
      }),
    );
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
  return {
    rows,
    levels: shown.map(({ levels }) => levels),
    dummies,
    model: clusteredFit(fit, rows.map(clusterOf)),
  };
}

/**
 * The average marginal component effect of two levels of an attribute (Hainmueller, Hopkins & Yamamoto 2014): the
 * difference of their coefficients. Undefined where one was never shown, or only together with another level.
 */
export function amceOf(
  { dummies, model }: ConjointModel,
  attribute: string,
  { treatment, control }: Contrast,
  cluster: string,
): Observed | undefined {
  const coefficients = dummies.map((dummy) => {
    if (dummy.attribute !== attribute) return 0;
    return Number(dummy.level === treatment) - Number(dummy.level === control);
  });
  const found = clusteredCombination(model, [0, ...coefficients]);
  return found && asObserved(found, cluster, [0, 1]);
}

/** The arms of a contrast of an attribute; undefined where a level was never shown. */
export function amceArms(
  { rows, levels }: ConjointModel,
  { attributes }: ChoiceScale,
  attribute: string,
  { treatment, control }: Contrast,
): Pick<Design, 'rows' | 'arms'> | undefined {
  const at = attributes.findIndex(({ id }) => id === attribute);
  const arms = levels.map((own) => {
    if (own[at] === treatment) return 'treatment';
    return own[at] === control ? 'control' : undefined;
  });
  return arms.includes('treatment') && arms.includes('control') ? { rows, arms } : undefined;
}
