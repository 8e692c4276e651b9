import { isSingle } from '../../scales';
import type { Condition, Contrast, Factor, Outcome, Scale } from '../../types';

/** What contrasts are made of. */
export interface Compared {
  readonly conditions: readonly Condition[];
  readonly crossed: boolean;
  readonly factors: readonly Factor[];
  readonly outcomes: readonly Outcome[];
}

/** What two arms are, whatever the outcome. */
type Arms = Pick<Contrast, 'id' | 'of' | 'treatment' | 'control'>;

/**
 * Every condition against the control for every outcome that is asked in both and answered with one number or on several
 * options, and with crossed conditions each level of a factor against that of the control. For nominal outcomes and those on
 * several options one contrast of shares an option. None without a control.
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
  const contrasts: Contrast[] = [];
  for (const { id: outcome, scale, ask } of outcomes) {
    if (!isCompared(scale) || !ask.includes(control.id)) continue;
    const arms = ask.flatMap((id) => byTreatment.get(id) ?? []).concat(main);
    for (const one of arms) contrasts.push(...perOption(meansOf(one, outcome), scale));
  }
  return contrasts;
}

/** A contrast of means, weighted where there are weights. */
function meansOf({ id, of, treatment, control }: Arms, outcome: string): Contrast {
  return {
    id,
    outcome,
    of,
    treatment,
    control,
    share: [],
    items: undefined,
    adjust: [],
    weighted: true,
    published: undefined,
  };
}

function mainEffects({ id: factor, levels }: Factor, control: Condition): readonly Arms[] {
  const standard = control.levels.find((level) => level.factor === factor)?.level;
  if (standard === undefined) return [];
  const of = { kind: 'factor', factor, estimator: 'cells' } as const;
  return levels
    .filter(({ id }) => id !== standard)
    .map(({ id }) => ({ id: `${factor}:${id}-${standard}`, of, treatment: id, control: standard }));
}

function isCompared(scale: Scale): boolean {
  return isSingle(scale) || hasShares(scale);
}

/** Whether its answers have no mean, and each of its options a share. */
function hasShares(scale: Scale): scale is Extract<Scale, { readonly options: unknown }> {
  return ['nominal', 'multiselect', 'rank', 'allocate'].includes(scale.type);
}

/** One contrast of means, or of an outcome whose answers have no mean one of shares for each option. */
export function perOption(contrast: Contrast, scale: Scale | undefined): readonly Contrast[] {
  if (scale === undefined || !hasShares(scale)) return [contrast];
  return scale.options.map(({ code }) => {
    const share = [code];
    return { ...contrast, id: shareId(contrast.id, share), share };
  });
}

/** The id of a contrast of the share of some codes. */
export function shareId(id: string, share: readonly number[]): string {
  return share.length === 0 ? id : `${id}.share-${share.join('+')}`;
}
