export type StrategyName =
  'direct' | 'reason' | 'few-shot' | 'verbalize' | 'logprob' | 'marginal' | 'group' | 'baseline';

/** In which order the options of a scale are shown; their codes stay with them. `both`: half of the people read them reversed. */
export type Orders = 'forward' | 'reversed' | 'both' | 'permuted';

/** What of a person's profile a model is told. Fields are named as in the file: SocSci210 fields or columns. */
export type PersonaSelection =
  | { readonly kind: 'full' }
  /** The sixteen SocSci210 fields without party and ideology. */
  | { readonly kind: 'demographics' }
  | { readonly kind: 'none' }
  | { readonly kind: 'only' | 'without'; readonly fields: readonly string[] };

/** How the similar questions of `few-shot` are found. */
export interface FewShot {
  /** How many examples a prompt has at most, 1 … 50. */
  readonly k: number;
  /** BM25 over words, or cosine of embeddings of an endpoint that offers them. */
  readonly similarity: 'bm25' | 'embeddings';
  /** Profile fields: the answers shown are those of people equal in these. Empty: those of the person alone. */
  readonly by: readonly string[];
}

/** Whom the strategy `group` asks about, and how. */
export interface GroupAsking {
  /** Profile fields that make a group. */
  readonly by: readonly string[];
  readonly strategy: Exclude<StrategyName, 'group' | 'baseline' | 'few-shot'>;
}

/** What changes how any strategy asks. */
export interface Modifiers {
  /** Answers of each person in each cell, from 1. */
  readonly draws: number;
  readonly orders: Orders;
  /** How many paraphrased frames of the instruction are used in turn over the people, 1 … 5. */
  readonly frames: number;
  /** Grammatical person of the persona; 0: as the templates have it. */
  readonly person: 0 | 1 | 2 | 3;
  readonly persona: PersonaSelection;
  /** Says that what varies between conditions was assigned at random. */
  readonly randomised: boolean;
  /** Fitted on the human answers of the other conditions, and applied to probabilities before answers are drawn. */
  readonly calibrate: 'none' | 'temperature' | 'shrinkage';
}

export interface SimulateDefaults extends Modifiers {
  /** A name from vignette.yaml; `local` always exists. */
  readonly model: string;
  readonly strategy: StrategyName;
  /** Undefined: all there are (or 100 without human data). */
  readonly respondents: number | undefined;
  readonly assign: 'data' | 'all';
  readonly seed: number;
  /** Undefined: that of the prompt templates. */
  readonly temperature: number | undefined;
  readonly fewShot: FewShot;
  readonly group: GroupAsking;
}
