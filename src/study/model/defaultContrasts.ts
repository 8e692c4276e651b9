import { isSingle } from '../scales';
import type { Condition, Contrast, Factor, Outcome } from '../types';

/** What contrasts are made of. */
export interface Compared {
  readonly conditions: readonly Condition[];
  readonly crossed: boolean;
  readonly factors: readonly Factor[];
  readonly outcomes: readonly Outcome[];
}

/** What two arms are, whatever the outcome. */
type Arms = Pick<Contrast, 'id' | 'of' | 'treatment' | 'control'>;

/** A contrast of means, weighted where there are weights. */
const PLAIN = { items: undefined, adjust: [], weighted: true, published: undefined } as const;

/**
 * Every condition against the control for every outcome that is asked in both and answered with one number, and with
 * crossed conditions each level of a factor against that of the control. For nominal outcomes one contrast of shares an
 * option. None without a control.
 */
export function defaultContrasts({ conditions, crossed, factors, outcomes }: Compared): readonly Contrast[] {
  const control = conditions.find((condition) => condition.control);
  if (control === undefined) return [];
  const byTreatment = new Map<string, Arms>();
  for (const { id } of conditions) {
    if (id !== control.id) {
      const arms = {
        id: `${id}-${control.id}`,
        of: { kind: 'condition' },
        treatment: id,
        control: control.id,
      } as const;
      byTreatment.set(id, arms);
    }
  }
  const main = crossed ? factors.flatMap((factor) => mainEffects(factor, control)) : [];
  return outcomes.flatMap((outcome) => {
    if (!isSingle(outcome.scale) || !outcome.ask.includes(control.id)) return [];
    const arms = [...outcome.ask.flatMap((id) => byTreatment.get(id) ?? []), ...main];
    return arms.flatMap((one) => contrastsOf(one, outcome));
  });
}

function mainEffects({ id: factor, levels }: Factor, control: Condition): readonly Arms[] {
  const standard = control.levels.find((level) => level.factor === factor)?.level;
  if (standard === undefined) return [];
  const of = { kind: 'factor', factor, estimator: 'cells' } as const;
  return levels
    .filter(({ id }) => id !== standard)
    .map(({ id }) => ({ id: `${factor}:${id}-${standard}`, of, treatment: id, control: standard }));
}

function contrastsOf(
  { id, of, treatment, control }: Arms,
  { id: outcome, scale }: Outcome,
): readonly Contrast[] {
  if (scale.type !== 'nominal') return [{ id, outcome, of, treatment, control, share: [], ...PLAIN }];
  return scale.options.map(({ code }) => {
    const share = [code];
    return { id: shareId(id, share), outcome, of, treatment, control, share, ...PLAIN };
  });
}

/** The id of a contrast of the share of some codes. */
export function shareId(id: string, share: readonly number[]): string {
  return share.length === 0 ? id : `${id}.share-${share.join('+')}`;
}
