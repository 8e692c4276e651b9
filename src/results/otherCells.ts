import type { Evaluation, OptionFigures, OptionsCell } from './types';

/** A cell whose answers are more than one number. */
export type OtherCell = Pick<
  OptionsCell<OptionFigures>,
  'nObserved' | 'nPredicted' | 'distance' | 'floor' | 'parseRate'
>;

/** The cells beside those of one number. */
export function otherCells({ multiselect, rank, allocate, conjoint }: Evaluation): readonly OtherCell[] {
  return [...multiselect, ...rank, ...allocate, ...conjoint];
}
