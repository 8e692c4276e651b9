/** How alike tasks are: what decides which calls are one call and which draw index each takes. */
export interface Likeness {
  /** What the messages say of the respondent, as a key: equal for equal profiles. */
  readonly persona: string;
  /** Equal for equal messages: one call serves all of them where replies are probabilities. */
  readonly call: number | string;
  /** k for the k-th task with these messages, from 0. */
  readonly replicate: number;
  /** How many tasks have these messages. */
  readonly alike: number;
}
