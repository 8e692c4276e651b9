import type { Evaluation } from '../../results/types';
import type { DataTable } from '../tables';
import { conjointShown } from './conjoint';
import { allocateShown, multiselectShown, rankShown } from './several';

/** What is shown of an outcome that has more than one number an answer. */
export interface ShownOutcome {
  readonly outcome: string;
  readonly question: string;
  /** What the figures are. */
  readonly about: string;
  /** What people answered, alone; undefined without people. */
  readonly people: DataTable | undefined;
  /** Predicted and observed; the first two columns are the condition and the option. */
  readonly figures: readonly { readonly caption: string; readonly table: DataTable }[];
  /** One row a condition and item: how far apart the figures are, and what that is to be compared with. */
  readonly distances: DataTable;
}

/** The outcomes that are answered on several options, and the conjoints, in the order of the study. */
export function shownOutcomes(evaluation: Evaluation): readonly ShownOutcome[] {
  const { multiselect, rank, allocate, conjoint } = evaluation;
  const own = <T extends { readonly outcome: string }>(cells: readonly T[], id: string) =>
    cells.filter(({ outcome }) => outcome === id);
  return evaluation.outcomes.flatMap(({ id, question }) => {
    const shown = [
      multiselectShown(own(multiselect, id)),
      rankShown(own(rank, id)),
      allocateShown(own(allocate, id)),
      conjointShown(own(conjoint, id)),
    ];
    return shown.flatMap((each) => (each === undefined ? [] : [{ outcome: id, question, ...each }]));
  });
}
