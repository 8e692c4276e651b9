import type { FewShot, GroupAsking, Modifiers, Orders, StrategyName } from './types';

/** Every strategy, in the order in which they are listed. */
export const strategyNames = [
  'direct',
  'reason',
  'few-shot',
  'verbalize',
  'logprob',
  'marginal',
  'group',
  'baseline',
] as const satisfies readonly StrategyName[];

/** Models of the strategy `baseline`, which asks none. */
export const baselineNames = ['uniform', 'pooled', 'cells', 'multinomial'] as const;

export type BaselineName = (typeof baselineNames)[number];

/** Orders of options, in the order in which they are listed. */
export const ordersNames = ['forward', 'reversed', 'both', 'permuted'] as const satisfies readonly Orders[];

/** Most answers of a person in a cell. */
export const mostDraws = 1_000;

/** Most examples of a prompt. */
export const mostExamples = 50;

/** Most frames that there are. */
export const mostFrames = 5;

/** What a study does that says nothing of it. */
export const plainModifiers: Modifiers = {
  draws: 1,
  orders: 'forward',
  frames: 1,
  person: 0,
  persona: { kind: 'full' },
  randomised: false,
  calibrate: 'none',
};

export const plainFewShot: FewShot = { k: 5, similarity: 'bm25', by: [] };

export const plainGroup: GroupAsking = { by: [], strategy: 'direct' };
