import type { AllocateCell, ConjointCell, MultiselectCell, RankCell } from '../../src/results/types';

/** Small builders of results on several options: 200 people, beyond the noise. */

const commonPlace = {
  condition: 'nant',
  conditionLabel: 'No advertising, no tracking',
  item: null,
  nObserved: 200,
  nPredicted: 150,
} as const;

const optionsPlace = { ...commonPlace, nEffective: 200 } as const;

const optionsCompared = {
  floor: { mean: 0.02, q95: 0.04, p: 0.004, excess: 0.08 },
  baselines: { uniform: { distance: 0.2, sees: 'nothing' } },
  dontKnow: null,
  parseRate: 0.98,
} as const;

/** Two boxes to tick. */
export function aMultiselectCell(change: Partial<MultiselectCell> = {}): MultiselectCell {
  return {
    ...optionsPlace,
    ...optionsCompared,
    outcome: 'use',
    options: [
      { code: 1, label: 'Park', observed: 0.5, predicted: 0.65, interval: [0.4313, 0.5687] },
      { code: 2, label: 'Pool', observed: 0.25, predicted: 0.3, interval: [0.1951, 0.3143] },
    ],
    distance: 0.1,
    largest: 0.15,
    rmsd: 0.1118,
    jaccard: 0.7895,
    chosen: { observed: 0.75, predicted: 0.95 },
    people: { n: 150, jaccard: 0.4, exact: 0.3 },
    ...change,
  };
}

/** Two options in order. */
export function aRankCell(change: Partial<RankCell> = {}): RankCell {
  const first = (observed: number, predicted: number) => ({ first: { observed, predicted }, w1: 0.1 });
  return {
    ...optionsPlace,
    ...optionsCompared,
    outcome: 'order',
    options: [
      { code: 1, label: 'Park', observed: 1.4, predicted: 1.5, interval: [1.3, 1.5], ...first(0.6, 0.5) },
      { code: 2, label: 'Pool', observed: 1.6, predicted: 1.5, interval: [1.5, 1.7], ...first(0.4, 0.5) },
    ],
    distance: 0.1,
    tau: null,
    footrule: 0.5,
    firstTvd: 0.1,
    agreement: { observed: 0.04, predicted: 0 },
    people: { n: 150, tau: -0.2, footrule: 0.6 },
    ...change,
  };
}

/** A total over two options. */
export function anAllocateCell(change: Partial<AllocateCell> = {}): AllocateCell {
  const nothing = { nothing: { observed: 0.1, predicted: 0 }, w1: 0.1 };
  return {
    ...optionsPlace,
    ...optionsCompared,
    outcome: 'spend',
    options: [
      { code: 1, label: 'Park', observed: 0.7, predicted: 0.65, interval: [0.66, 0.74], ...nothing },
      { code: 2, label: 'Pool', observed: 0.3, predicted: 0.35, interval: [0.26, 0.34], ...nothing },
    ],
    distance: 0.1,
    total: 100,
    dontKnow: { observed: 0.02, predicted: 0 },
    people: { n: 150, l1: 0.4 },
    ...change,
  };
}

/** One attribute of two levels. */
export function aConjointCell(change: Partial<ConjointCell> = {}): ConjointCell {
  const { floor, parseRate } = optionsCompared;
  const price = { attribute: 'price', attributeLabel: 'Price', shownObserved: 400, shownPredicted: 300 };
  return {
    ...commonPlace,
    outcome: 'car',
    tasks: { observed: 400, predicted: 300 },
    levels: [
      {
        ...price,
        level: 'low',
        label: 'low price',
        mean: { observed: { estimate: 0.55, se: 0.025, ci: [0.5, 0.6] }, predicted: 0.6 },
        amce: null,
      },
      {
        ...price,
        level: 'high',
        label: 'high price',
        mean: { observed: { estimate: 0.45, se: 0.025, ci: [0.4, 0.5] }, predicted: 0.4 },
        amce: { observed: { estimate: -0.1, se: 0.05, ci: [-0.2, 0] }, predicted: -0.2 },
      },
    ],
    distance: 0.05,
    floor,
    baselines: { uniform: { distance: 0.05, sees: 'nothing' } },
    method: 'CR1 by respondent, 200 clusters',
    parseRate,
    mass: null,
    agreement: { n: 300, share: 0.6 },
    ...change,
  };
}
