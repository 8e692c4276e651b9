import { workspace, type Disposable, type TextDocument } from 'vscode';
import type { SourceDocument } from '../../study/document';
import { readProjectFile, type ProjectDocument } from '../../study/project';
import { isStudy, type StudyDocuments } from './studyDocuments';

/** Studies and project files as read, each once a version. */
export interface Sources extends Disposable {
  read(document: TextDocument): SourceDocument;
}

export function createSources(studies: StudyDocuments): Sources {
  const projects = new Map<string, { readonly version: number; readonly project: ProjectDocument }>();
  const closed = workspace.onDidCloseTextDocument(({ uri }) => projects.delete(uri.toString()));
  const readProject = (document: TextDocument): ProjectDocument => {
    const key = document.uri.toString();
    const found = projects.get(key);
    if (found?.version === document.version) return found.project;
    const project = readProjectFile(document.getText());
    projects.set(key, { version: document.version, project });
    return project;
  };
  return {
    read: (document) => (isStudy(document) ? studies.read(document) : readProject(document)),
    dispose: () => void closed.dispose(),
  };
}
