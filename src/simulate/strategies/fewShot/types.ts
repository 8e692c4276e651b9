import type { Person } from '../../../data/types';
import type { CellId } from '../../cellId';

/** An answer that people gave, as a number of a scale. */
export interface HumanAnswer extends CellId {
  readonly person: Person;
  readonly code: number;
}

/** Whether an answer is kept away from everything that predicts: one row, all of a participant, or a whole cell. */
export type HeldOut = (answer: HumanAnswer) => boolean;

/** What the strategy is given beside the study and its human data. */
export interface FewShotWorld {
  /** Absent: nothing is held out. */
  readonly heldOut?: HeldOut;
  /** Of every text of `similarityTexts`; needed where questions are compared by embeddings. */
  readonly vectors?: ReadonlyMap<string, readonly number[]>;
}
