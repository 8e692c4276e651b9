/** Rows of text cells as a data file holds them; rows are streamed, so that size does not matter. */
export interface Table {
  readonly columns: readonly string[];
  rows(signal?: AbortSignal): AsyncIterable<readonly string[]>;
}
