import { Disposable, type ExtensionContext } from 'vscode';
import { createKnowledge } from './knowledge/knowledge';
import { createSources } from './knowledge/sources';
import { createStudyDocuments } from './knowledge/studyDocuments';
import type { Log } from './log';
import { chatModels } from './models/chatModels';
import type { ChatModel } from './models/editorModels';
import { createLocalConsent } from './models/localConsent';
import { createProjects } from './models/projects';
import { createResultsFiles } from './results/resultsFiles';
import { confirmQuestion } from './run/confirm';
import { createRunProcess } from './run/runProcess';
import { createRuns } from './run/runs';
import { createSecrets } from './models/secrets';
import type { EditorServices } from './services';
import { createVirtualDocuments } from './virtualDocuments';

/** Builds what the features share. Nothing is read, asked or started here. */
export function createEditorServices(context: ExtensionContext, log: Log): EditorServices {
  const projects = createProjects();
  const studies = createStudyDocuments();
  const sources = createSources(studies);
  const secrets = createSecrets(context.secrets);
  const results = createResultsFiles(projects, log);
  const localConsent = createLocalConsent(context.globalState);
  const offered = { all: chatModels, isLocal: (model: ChatModel) => localConsent.given(model) };
  const runProcess = createRunProcess(context.extensionUri, log, confirmQuestion, offered);
  const runs = createRuns(runProcess);
  const knowledge = createKnowledge({ log, projects, secrets, studies, results, runProcess, runs });
  const documents = createVirtualDocuments();
  context.subscriptions.push(
    Disposable.from(documents, knowledge, runs, runProcess, results, sources, studies, projects),
  );
  return {
    context,
    log,
    secrets,
    localConsent,
    projects,
    studies,
    sources,
    knowledge,
    results,
    runProcess,
    runs,
    documents,
  };
}
