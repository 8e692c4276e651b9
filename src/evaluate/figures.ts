/** What a baseline was allowed to look at. */
export type Sees = 'nothing' | 'other conditions of this outcome' | 'this cell';

/** What a distance is between two samples of the same people. */
export interface Floor {
  /** Expected W between two independent samples of these sizes from the human distribution. */
  readonly mean: number;
  readonly q95: number;
  /** Share of the floor's distribution at or above the measured W. */
  readonly p: number;
  /** W − mean. */
  readonly excess: number;
}
