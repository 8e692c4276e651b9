import {
  ColorThemeKind,
  Disposable,
  EventEmitter,
  window,
  workspace,
  type Event,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { Environment, PlanEstimate, ResultsOfStudy } from '../../language/types';
import { logError, type Log } from '../log';
import type { Projects } from '../models/projects';
import type { ResultsFiles } from '../results/resultsFiles';
import type { RunProcess } from '../run/runProcess';
import type { Runs } from '../run/runs';
import { debounced, onDisk, pathOf, watch } from '../workspaceFiles';
import { estimateOf } from './estimate';
import { dataFilesBeside, profileOf, resultsOf, type VersionedProfile } from './parts';
import { isStudy, type StudyDocuments } from './studyDocuments';

/** What is known of a study beside its text. Never waited for: it is announced when it comes. */
export interface Knowledge extends Disposable {
  /** Something new is known of this study. */
  readonly onChange: Event<Uri>;
  /** What is known now. The same object until something changes. */
  of(document: TextDocument): Environment;
}

interface Sources {
  readonly log: Log;
  readonly projects: Projects;
  readonly studies: StudyDocuments;
  readonly results: ResultsFiles;
  readonly runProcess: RunProcess;
  readonly runs: Runs;
}

interface Known {
  environment: Environment;
  profile: VersionedProfile | undefined;
  /** The text that the parts were asked for, as far as they depend on it. */
  about: string;
  refreshing: boolean;
  again: boolean;
}

export function createKnowledge(sources: Sources): Knowledge {
  const known = new Map<string, Known>();
  const change = new EventEmitter<Uri>();
  const entryOf = (uri: Uri): Known => {
    const key = uri.toString();
    const entry = known.get(key) ?? unknown();
    known.set(key, entry);
    return entry;
  };
  const set = (uri: Uri, part: Partial<Environment>): void => {
    const entry = entryOf(uri);
    entry.environment = { ...entry.environment, ...part };
    change.fire(uri);
  };
  const refresh = async (document: TextDocument): Promise<void> => {
    const entry = entryOf(document.uri);
    if (!isStudy(document) || !onDisk(document.uri)) return;
    entry.again = entry.refreshing;
    if (entry.refreshing) return;
    entry.refreshing = true;
    try {
      await gather(sources, document, entry, (part) => set(document.uri, part));
    } catch (error) {
      logError(sources.log, `Looking around ${document.uri.fsPath}`, error);
    } finally {
      entry.refreshing = false;
    }
    if (entry.again) await refresh(document);
  };
  const refreshAll = (): void =>
    workspace.textDocuments
      .filter(({ uri }) => known.has(uri.toString()))
      .forEach((document) => void refresh(document));
  const soon = debounced(300, refreshAll);
  const darkChanged = (): void =>
    workspace.textDocuments.filter(isStudy).forEach(({ uri }) => set(uri, { dark: isDark() }));
  const listening = Disposable.from(
    soon,
    change,
    workspace.onDidSaveTextDocument((document) => void refresh(document)),
    workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    workspace.onDidGrantWorkspaceTrust(soon.call),
    window.onDidChangeActiveColorTheme(darkChanged),
    sources.results.onChange(soon.call),
    sources.runs.onEnd(soon.call),
    watch('**/*.{csv,tsv}', soon.call),
    watch('**/vignette.{yaml,yml}', soon.call),
  );
  return {
    onChange: change.event,
    of: (document) => {
      const entry = entryOf(document.uri);
      if (entry.about !== aboutOf(sources.studies, document)) void refresh(document);
      return entry.environment;
    },
    dispose: () => void listening.dispose(),
  };
}

/** What is asked of the world depends on this part of the text only; the wording may change freely. */
function aboutOf(studies: StudyDocuments, document: TextDocument): string {
  const { study } = studies.read(document);
  return `${study.id}\n${study.respondents?.data ?? ''}`;
}

async function gather(
  { projects, studies, results, runProcess }: Sources,
  document: TextDocument,
  entry: Known,
  set: (part: Partial<Environment>) => void,
): Promise<void> {
  const path = pathOf(document.uri);
  const { study, diagnostics } = studies.read(document);
  entry.about = aboutOf(studies, document);
  const project = await projects.of(path);
  set({
    models: [...new Set(['local', 'embedded', ...project.models.map(({ name }) => name)])],
    dataFiles: await dataFilesBeside(path),
    results: await resultsOf(results, path, study),
  });
  entry.profile = await profileOf(runProcess, path, study, entry.profile, workspace.isTrusted);
  set({ data: entry.profile?.profile });
  const sound = diagnostics.every(({ severity }) => severity !== 'error');
  if (!workspace.isTrusted || document.isDirty || !sound) return;
  set({ plan: await planOf(runProcess, path) });
}

/** Undefined where the study cannot be planned; its diagnostics say why. */
function planOf(runProcess: RunProcess, study: string): Promise<PlanEstimate | undefined> {
  return runProcess.ask({ type: 'plan', options: { study } }).then(estimateOf, () => undefined);
}

function unknown(): Known {
  return {
    environment: {
      data: undefined,
      dataFiles: [],
      models: ['local', 'embedded'],
      results: undefined as ResultsOfStudy | undefined,
      plan: undefined,
      dark: isDark(),
    },
    profile: undefined,
    about: '',
    refreshing: false,
    again: false,
  };
}

function isDark(): boolean {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
}
