import type { DataProfile } from '../data/types';
import type { Results } from '../results/types';
import type { SourceDocument, StudyDocument } from '../study/document';
import type { Path, Range, TextEdit } from '../util/range';

/** What the language features know beside the text. All of it may be absent: nothing here is waited for. */
export interface Environment {
  /** Undefined: not read yet. Null: the file is not there. */
  readonly data: DataProfile | null | undefined;
  /** The same of the file that `panel.sample` names. */
  readonly panelData?: DataProfile | null | undefined;
  /** Data files beside the study, for completion. */
  readonly dataFiles: readonly string[];
  /** Pictures and films beside the study; for `vignette.yaml`, model files beside it. */
  readonly otherFiles?: readonly string[];
  /** Names of the models in vignette.yaml, `local` included. */
  readonly models: readonly string[];
  /** Where these models are given. */
  readonly modelPlaces?: readonly ModelPlace[];
  readonly results: ResultsOfStudy | undefined;
  readonly plan: PlanEstimate | undefined;
  readonly dark: boolean;
}

/** Where `vignette.yaml` names a model. */
export interface ModelPlace {
  readonly name: string;
  /** Of that file. */
  readonly uri: string;
  /** The name in it. */
  readonly range: Range;
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
  /** Replaces `range`; in the editor's snippet syntax when `snippet` is true. */
  readonly insert: string;
  readonly snippet: boolean;
  /** What comes next can be proposed as well: ask again once this is in the text. */
  readonly again: boolean;
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
  readonly kind:
    | 'study'
    | 'project'
    | 'section'
    | 'condition'
    | 'outcome'
    | 'scale'
    | 'factor'
    | 'level'
    | 'item'
    | 'attribute'
    | 'score'
    | 'contrast'
    | 'margin'
    | 'model';
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly Symbol[];
}

export interface Reference {
  readonly range: Range;
  readonly path: Path;
  /** Undefined: the document itself. */
  readonly uri?: string;
}

/** A place that names what is under the cursor. */
export interface Highlight {
  readonly range: Range;
  /** Where the name is given; else it is used. */
  readonly definition: boolean;
}

/** Lines from zero, both included; what is folded away are the lines after the first. */
export interface FoldingRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'part' | 'comment';
}

/** A change of the text that the writer may want though nothing is wrong. */
export interface Refactoring {
  readonly title: string;
  readonly kind: 'refactor.extract' | 'refactor.rewrite';
  readonly edits: readonly TextEdit[];
}

export type { SourceDocument, StudyDocument, TextEdit };
