import type { Severity } from '../../util/diagnostic';

/** What is known of a code apart from the place where it arises; its page in docs is made of it. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** The heading of its page. */
  readonly title: string;
  /** When it arises and why it matters, in Markdown. */
  readonly explanation: string;
  /** What to do, where the diagnostic itself does not say it better. */
  readonly help: string;
}
