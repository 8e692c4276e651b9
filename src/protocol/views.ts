import type { Comparison, Results } from '../results/types';

/** What the results view draws. The host sends it whole; the view keeps only what the user toggled. */
export interface ResultsState {
  readonly kind: 'results';
  /** Path of the study relative to the workspace, for the link. */
  readonly study: string;
  readonly runName: string;
  readonly results: Results | undefined;
  /** Cells (condition ids) whose wording changed since. */
  readonly stale: readonly string[];
  readonly staleOffer: string | undefined;
  readonly live: { readonly answered: number; readonly total: number; readonly text: string } | undefined;
  readonly problem: { readonly message: string; readonly help: string } | undefined;
  /** Scroll to this cell. */
  readonly reveal: { readonly condition: string; readonly outcome: string } | undefined;
}

export interface CompareState {
  readonly kind: 'compare';
  readonly study: string;
  readonly a: { readonly name: string; readonly results: Results };
  readonly b: { readonly name: string; readonly results: Results };
  readonly comparison: Comparison;
  /** Unified text diff of the two set-ups. */
  readonly diff: string;
}

export type ViewState = ResultsState | CompareState;

/** Host → view. */
export type ToView = { readonly type: 'state'; readonly state: ViewState };

/** View → host. Everything here is hostile input: the host checks it with `isFromView`. */
export type FromView =
  | { readonly type: 'ready' }
  | {
      readonly type: 'openStudy';
      readonly condition: string | undefined;
      readonly outcome: string | undefined;
    }
  | { readonly type: 'simulateMissing' }
  | { readonly type: 'stop' }
  | { readonly type: 'copy'; readonly format: 'svg' | 'csv'; readonly text: string }
  | { readonly type: 'savePng'; readonly name: string; readonly base64: string }
  | { readonly type: 'compare' };
