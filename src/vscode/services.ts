import type { Disposable, ExtensionContext } from 'vscode';
import type { Sources } from './knowledge/sources';
import type { StudyDocuments } from './knowledge/studyDocuments';
import type { Knowledge } from './knowledge/knowledge';
import type { Log } from './log';
import type { LocalConsent } from './models/localConsent';
import type { Projects } from './models/projects';
import type { ResultsFiles } from './results/resultsFiles';
import type { RunProcess } from './run/runProcess';
import type { Runs } from './run/runs';
import type { Secrets } from './models/secrets';
import type { VirtualDocuments } from './virtualDocuments';

/** What the features share; built once, disposed with the extension. */
export interface EditorServices {
  readonly context: ExtensionContext;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly localConsent: LocalConsent;
  readonly projects: Projects;
  readonly studies: StudyDocuments;
  /** Studies and project files alike. */
  readonly sources: Sources;
  readonly knowledge: Knowledge;
  readonly results: ResultsFiles;
  readonly runProcess: RunProcess;
  readonly runs: Runs;
  readonly documents: VirtualDocuments;
}

/** A feature: registers what it contributes and returns what ends it. */
export interface Contribution {
  readonly name: string;
  register(services: EditorServices): Disposable;
}
