import { meaningCatalogue } from './catalogue/meaning';
import { shapeCatalogue } from './catalogue/shape';
import type { CatalogueEntry } from './catalogue/types';
import { worldCatalogue } from './catalogue/world';

export type { CatalogueEntry } from './catalogue/types';

const catalogue = { ...shapeCatalogue, ...meaningCatalogue, ...worldCatalogue };

/** A code with a page in docs/diagnostics. */
export type DiagnosticCode = keyof typeof catalogue;

/** Every code there is, in the order of the docs. */
export const diagnosticCodes = Object.keys(catalogue) as readonly DiagnosticCode[];

/** What is known of a code wherever it arises. */
export function describe(code: DiagnosticCode): CatalogueEntry {
  return catalogue[code];
}
