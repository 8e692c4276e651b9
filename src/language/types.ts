import type { DataProfile } from '../data/types';
import type { Results } from '../results/types';
import type { StudyDocument } from '../study/document';
import type { Path, Range, TextEdit } from '../util/range';

/** What the language features know beside the text. All of it may be absent: nothing here is waited for. */
export interface Environment {
  /** Undefined: not read yet. Null: the file is not there. */
  readonly data: DataProfile | null | undefined;
  /** Data files beside the study, for completion. */
  readonly dataFiles: readonly string[];
  /** Names of the models in vignette.yaml, `local` included. */
  readonly models: readonly string[];
  readonly results: ResultsOfStudy | undefined;
  readonly plan: PlanEstimate | undefined;
  readonly dark: boolean;
}

/** The newest results of the study. */
export interface ResultsOfStudy {
  readonly name: string;
  readonly results: Results;
  /** Condition ids whose wording differs from what was simulated. */
  readonly stale: readonly string[];
}

export interface PlanEstimate {
  readonly byCondition: readonly {
    readonly condition: string;
    readonly people: number;
    readonly questions: number;
    readonly cached: number;
    readonly seconds: readonly [number, number] | null;
    readonly usd: readonly [number, number] | null;
  }[];
}

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'reference' | 'column' | 'file' | 'snippet';
  readonly detail: string | undefined;
  readonly documentation: string | undefined;
  /** Replaces `range`; a snippet in the editor's syntax when `kind` is snippet. */
  readonly insert: string;
  readonly range: Range;
  readonly sort: string;
}

export interface Hover {
  readonly range: Range;
  /** Markdown. A chart is an image with a data URI and its numbers as alternative text. */
  readonly markdown: string;
  /** Commands that its links may run. */
  readonly commands: readonly string[];
}

export interface Lens {
  readonly range: Range;
  readonly title: string;
  readonly tooltip: string;
  /** The command and its arguments, plain data. Undefined: text only. */
  readonly command: { readonly id: string; readonly arguments: readonly unknown[] } | undefined;
}

export interface InlayHint {
  readonly position: Range['end'];
  readonly text: string;
  readonly tooltip: string;
}

export interface Symbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'study' | 'condition' | 'outcome' | 'scale' | 'factor' | 'section';
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly Symbol[];
}

export interface Reference {
  readonly range: Range;
  readonly path: Path;
}

export type { StudyDocument, TextEdit };
