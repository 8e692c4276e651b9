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
import { modelDiagnostics } from '../../app/authoring/modelDiagnostics';
import type { Environment } from '../../language/types';
import type { Diagnostic } from '../../util/diagnostic';
import { LanguageId } from '../ids';
import { logError } from '../log';
import { debounced, onDisk, watch } from '../workspaceFiles';
import {
  aboutOf,
  gatherProject,
  gatherStudy,
  runFacts,
  type Gathered,
  type KnowledgeSources,
} from './gather';
import { isStudy } from './studyDocuments';

/** What is known of a study beside its text. Never waited for: it is announced when it comes. */
export interface Knowledge extends Disposable {
  /** Something new is known of this study. */
  readonly onChange: Event<Uri>;
  /** What is known now. The same object until something changes. */
  of(document: TextDocument): Environment;
  /** What is wrong between a study, as its text is now, and its models, keys and budget, as far as they are known. */
  problems(document: TextDocument): readonly Diagnostic[];
}

interface Known {
  environment: Environment;
  readonly found: Gathered;
  /** The text that the parts were asked for, as far as they depend on it. */
  about: string;
  refreshing: boolean;
  again: boolean;
}

export function createKnowledge(sources: KnowledgeSources): Knowledge {
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
    if (!isOurs(document) || !onDisk(document.uri)) return;
    entry.again = entry.refreshing;
    if (entry.refreshing) return;
    entry.refreshing = true;
    try {
      entry.about = aboutOf(sources, document);
      const setPart = (part: Partial<Environment>): void => set(document.uri, part);
      if (isStudy(document)) await gatherStudy(sources, document, entry.found, setPart);
      else await gatherProject(document, setPart);
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
  const listening = listen(sources, soon.call, {
    read: (uri) => set(uri, {}),
    closed: (uri) => known.delete(uri.toString()),
    saved: (document) => void refresh(document),
    darkened: darkChanged,
  });
  return {
    onChange: change.event,
    of: (document) => {
      const entry = entryOf(document.uri);
      if (entry.about !== aboutOf(sources, document)) void refresh(document);
      return entry.environment;
    },
    problems: (document) => {
      const study = sources.studies.read(document);
      const facts = runFacts(study.study, entryOf(document.uri).found);
      return facts === undefined ? [] : modelDiagnostics(study, facts);
    },
    dispose: () => void Disposable.from(listening, soon, change).dispose(),
  };
}

/** What happens around the studies that may change what is known of them. */
function listen(
  { results, runs, studies }: KnowledgeSources,
  soon: () => void,
  on: {
    readonly read: (uri: Uri) => void;
    readonly closed: (uri: Uri) => void;
    readonly saved: (document: TextDocument) => void;
    readonly darkened: () => void;
  },
): Disposable {
  return Disposable.from(
    studies.onRead(on.read),
    workspace.onDidSaveTextDocument(on.saved),
    workspace.onDidCloseTextDocument(({ uri }) => on.closed(uri)),
    workspace.onDidGrantWorkspaceTrust(soon),
    window.onDidChangeActiveColorTheme(on.darkened),
    results.onChange(soon),
    runs.onEnd(soon),
    watch('**/*.{csv,tsv}', soon),
    watch('**/vignette.{yaml,yml}', soon),
  );
}

function isOurs(document: TextDocument): boolean {
  return isStudy(document) || document.languageId === LanguageId.project;
}

function unknown(): Known {
  return {
    environment: {
      data: undefined,
      dataFiles: [],
      models: ['local', 'embedded'],
      results: undefined,
      plan: undefined,
      dark: isDark(),
    },
    found: { profile: undefined, panelProfile: undefined, project: undefined, planned: undefined },
    about: '',
    refreshing: false,
    again: false,
  };
}

function isDark(): boolean {
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
}
