export type EffectUnit = 'raw' | 'points' | 'd' | 'logit' | { readonly sd: number };

export interface PublishedEffect {
  readonly estimate: number;
  readonly se: number | undefined;
  readonly ci: readonly [number, number] | undefined;
  readonly unit: EffectUnit;
}

/** Items by their fields: those that have, of each field named, one of these values. */
export type ItemSelection = readonly { readonly field: string; readonly values: readonly string[] }[];

/**
 * A difference on one outcome between two conditions, two levels of a factor over the cells of the others, or two
 * levels of an attribute of a conjoint. `id` is `treatment-control` unless the file names it.
 */
export interface Contrast {
  readonly id: string;
  readonly outcome: string;
  /** What `treatment` and `control` name. */
  readonly of:
    | { readonly kind: 'condition' }
    | {
        readonly kind: 'factor';
        readonly factor: string;
        /** `cells`: mean of the differences in the cells of the other factors. `additive`: main effects alone. */
        readonly estimator: 'cells' | 'additive';
      }
    | { readonly kind: 'attribute'; readonly attribute: string };
  readonly treatment: string;
  readonly control: string;
  /** The answers whose share is compared; empty: means are. */
  readonly share: readonly number[];
  /** The effect on the items of `plus`, less that on those of `minus`. */
  readonly items: { readonly plus: ItemSelection; readonly minus: ItemSelection | undefined } | undefined;
  /** Profile columns held constant. */
  readonly adjust: readonly string[];
  readonly weighted: boolean;
  readonly published: PublishedEffect | undefined;
}

/** A composite of several outcomes. */
export interface Score {
  readonly id: string;
  readonly of: readonly string[];
  /** Those of `of` that count the other way round. */
  readonly reverse: readonly string[];
  readonly combine: 'mean' | 'sum';
}

/** What should hold of a run. */
export type Expectation =
  | { readonly kind: 'sign'; readonly contrast: string; readonly sign: 'positive' | 'negative' }
  /** Of every cell of the outcome, by the stated convention. */
  | { readonly kind: 'w1'; readonly outcome: string; readonly below: number };
