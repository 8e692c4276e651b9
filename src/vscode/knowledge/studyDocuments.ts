import { workspace, type Disposable, type TextDocument } from 'vscode';
import { readStudy } from '../../study/read';
import type { StudyDocument } from '../../study/document';
import { LanguageId } from '../ids';

/** The study texts, each read once a version; after an edit only what changed is read again. */
export interface StudyDocuments extends Disposable {
  read(document: TextDocument): StudyDocument;
}

export function createStudyDocuments(): StudyDocuments {
  const read = new Map<string, { readonly version: number; readonly study: StudyDocument }>();
  const closed = workspace.onDidCloseTextDocument((document) => read.delete(document.uri.toString()));
  return {
    read: (document) => {
      const key = document.uri.toString();
      const found = read.get(key);
      if (found?.version === document.version) return found.study;
      const study = readStudy(document.getText(), found?.study);
      read.set(key, { version: document.version, study });
      return study;
    },
    dispose: () => void closed.dispose(),
  };
}

export function isStudy(document: TextDocument): boolean {
  return document.languageId === LanguageId.study;
}
