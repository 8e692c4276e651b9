/** Every name that package.json fixes too; a test compares the two. Commands are in language/commands. */

export const LanguageId = { study: 'vignette-study', project: 'vignette-project' } as const;

/** Both languages, for what serves studies and project files alike. */
export const ourLanguages = Object.values(LanguageId).map((language) => ({ language }));

export const ViewId = { studies: 'vignette.studies', results: 'vignette.results' } as const;

/** Keys of `when` clauses. */
export const ContextKey = { running: 'vignette.running' } as const;

/** What a tree item is, for the menus. */
export const ItemKind = {
  study: 'study',
  results: 'results',
  incompleteRun: 'incompleteRun',
  model: 'model',
} as const;

export interface Setting<T> {
  readonly id: string;
  readonly default: T;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly oneOf?: readonly T[];
}

export type OpenResults = 'start' | 'end' | 'never';

/** The settings with their defaults and bounds. */
export const settings = {
  lenses: { id: 'vignette.lenses.enabled', default: true },
  inlayHints: { id: 'vignette.inlayHints.enabled', default: true },
  hoverCharts: { id: 'vignette.hover.charts', default: true },
  gutterSimulated: { id: 'vignette.gutter.simulated', default: true },
  gutterStale: { id: 'vignette.gutter.stale', default: true },
  gutterFailed: { id: 'vignette.gutter.failed', default: true },
  confirmAboveUsd: { id: 'vignette.confirmAboveUsd', default: 1, minimum: 0, maximum: 10_000 },
  pilotRespondents: { id: 'vignette.pilot.respondents', default: 20, minimum: 1, maximum: 1_000 },
  maxConcurrency: { id: 'vignette.maxConcurrency', default: 0, minimum: 0, maximum: 1_000 },
  openResults: { id: 'vignette.results.open', default: 'start', oneOf: ['start', 'end', 'never'] },
} as const satisfies Record<string, Setting<boolean | number | string>>;
