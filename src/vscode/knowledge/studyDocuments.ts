import { Disposable, EventEmitter, workspace, type Event, type TextDocument, type Uri } from 'vscode';
import type { StudyDocument } from '../../study/document';
import { readStudy, studySteps } from '../../study/read';
import { LanguageId } from '../ids';
import { inSlices } from './inSlices';

/** Longer texts are read beside the typing: reading one at once would be felt. In UTF-16 units. */
const LARGE = 300_000;
const afterTypingMs = 400;

/** The study texts, each read once a version; after an edit only what changed is read again. */
export interface StudyDocuments extends Disposable {
  /** As it is now; of a large study, as it was when it was last read, with nothing in it before the first time. */
  read(document: TextDocument): StudyDocument;
  /** Whether `read` gives the text as it is now. */
  isCurrent(document: TextDocument): boolean;
  /** A large study has been read. */
  readonly onRead: Event<Uri>;
}

interface Read {
  readonly version: number;
  readonly study: StudyDocument;
}

interface Reading {
  readonly version: number;
  readonly control: AbortController;
}

export function createStudyDocuments(): StudyDocuments {
  const read = new Map<string, Read>();
  const reading = new Map<string, Reading>();
  const change = new EventEmitter<Uri>();
  const stop = (key: string): void => {
    reading.get(key)?.control.abort();
    reading.delete(key);
  };
  const readBeside = async (document: TextDocument, text: string): Promise<void> => {
    const { version, uri } = document;
    const key = uri.toString();
    if (reading.get(key)?.version === version) return;
    stop(key);
    const control = new AbortController();
    reading.set(key, { version, control });
    const study = await inSlices(studySteps(text, read.get(key)?.study), afterTypingMs, control.signal);
    if (study === undefined) return;
    reading.delete(key);
    read.set(key, { version, study });
    change.fire(uri);
  };
  const closed = workspace.onDidCloseTextDocument(({ uri }) => {
    stop(uri.toString());
    read.delete(uri.toString());
  });
  return {
    read: (document) => {
      const key = document.uri.toString();
      const found = read.get(key);
      if (found?.version === document.version) return found.study;
      const text = document.getText();
      if (text.length > LARGE) {
        void readBeside(document, text);
        return found?.study ?? nothingRead();
      }
      stop(key);
      const study = readStudy(text, found?.study);
      read.set(key, { version: document.version, study });
      return study;
    },
    isCurrent: ({ uri, version }) => read.get(uri.toString())?.version === version,
    onRead: change.event,
    dispose: () => {
      [...reading.keys()].forEach(stop);
      Disposable.from(closed, change).dispose();
    },
  };
}

function nothingRead(): StudyDocument {
  return { ...readStudy(''), diagnostics: [] };
}

export function isStudy(document: TextDocument): boolean {
  return document.languageId === LanguageId.study;
}
