import type { Scale } from './scale';

export type Wording = 'verbatim' | 'paraphrased' | 'described';

/** A treatment variable with its levels, in order; a level's text may be empty (shows nothing). */
export interface Factor {
  readonly id: string;
  readonly levels: readonly { readonly id: string; readonly text: string }[];
}

/** A picture or a film of a condition, in words for a model. */
export interface Media {
  readonly file: string;
  readonly alt: string | undefined;
  readonly transcript: string | undefined;
}

export interface Condition {
  readonly id: string;
  /** For people; the id where the file has none. Never shown to a model. */
  readonly label: string;
  readonly control: boolean;
  /** The level of each factor that this condition fixes. */
  readonly levels: readonly { readonly factor: string; readonly level: string }[];
  /** Template source; empty for a pure control. Pages are joined by a blank line. */
  readonly text: string;
  readonly media: readonly Media[];
  readonly wording: Wording;
  /** Whether a model is asked about it at all. */
  readonly simulated: boolean;
}

/** A named value of an item, as the file writes it: `true`, `Reuters`. */
export interface ItemField {
  readonly name: string;
  readonly value: string;
}

/** A stimulus of which a respondent sees several. */
export interface Item {
  readonly id: string;
  /** Template source. */
  readonly text: string;
  readonly fields: readonly ItemField[];
  readonly wording: Wording;
  /** What differs in a condition (`in:`), already merged. */
  readonly variants: readonly {
    readonly condition: string;
    readonly text: string;
    readonly fields: readonly ItemField[];
  }[];
}

export type OutcomeRole = 'primary' | 'secondary' | 'check' | 'attention';

/** A filter: the outcome is asked of those who gave one of these answers, or have one of these values in a column. */
export type AskIf =
  | { readonly kind: 'outcome'; readonly outcome: string; readonly is: readonly number[] }
  | { readonly kind: 'column'; readonly column: string; readonly is: readonly string[] };

export interface Outcome {
  /** An item of a matrix is `matrix.item`. */
  readonly id: string;
  /** Template source. Of an item of a matrix: the question of the matrix and the item, a blank line between. */
  readonly question: string;
  readonly scale: Scale;
  /** The matrix that this outcome is an item of. */
  readonly matrix: { readonly outcome: string; readonly item: string } | undefined;
  readonly role: OutcomeRole;
  /** The right answers of a check; empty where none is declared. */
  readonly correct: readonly number[];
  readonly askIf: AskIf | undefined;
  /** What a higher answer means. Never shown to a model. */
  readonly higher: string | undefined;
  readonly wording: Wording;
  /** The conditions in which it is asked, in file order. */
  readonly ask: readonly string[];
  /** What differs in a condition (`in:`), already merged. */
  readonly variants: readonly {
    readonly condition: string;
    readonly question: string;
    readonly scale: Scale;
  }[];
}
