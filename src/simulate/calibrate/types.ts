/** What was fitted for the cells of an outcome in one condition, whatever the item. */
export interface CalibratedCell {
  readonly outcome: string;
  readonly condition: string;
  /** Temperature: above 0, 1 changes nothing. Shrinkage: 0 … 1, 0 changes nothing. Six digits. */
  readonly parameter: number;
  /** The conditions whose human answers it was fitted on; never this one. */
  readonly on: readonly string[];
  /** How many human answers these were. */
  readonly answers: number;
}

/** How the probabilities of a run were calibrated. */
export interface Calibration {
  readonly kind: 'temperature' | 'shrinkage';
  /** Cells that stand here are calibrated, others are as they were read. */
  readonly cells: readonly CalibratedCell[];
}
