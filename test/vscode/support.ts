import { join } from 'node:path';
import type { Position } from 'vscode';
import {
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';

/** What the extension exports. */
export interface Exports {
  readonly activationMs: number;
  readonly runProcess: () => number | undefined;
  readonly runs: () => readonly {
    readonly study: string;
    readonly phase: string;
    readonly status: string;
    readonly progress?: { readonly answered: number; readonly total: number };
  }[];
}

export function ourExtension() {
  const found = extensions.getExtension<Exports>('vignette.vignette');
  if (found === undefined) throw new Error('The extension is not installed.');
  return found;
}

/** A file of the workspace, which is a copy of examples/. */
export function fileAt(...path: readonly string[]): Uri {
  const folder = process.env['VIGNETTE_TEST_WORKSPACE'];
  if (folder === undefined) throw new Error('VIGNETTE_TEST_WORKSPACE is not set.');
  return Uri.file(join(folder, ...path));
}

export async function open(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** Asks again and again until there is an answer that is good enough; the editor tells no other way. */
export async function eventually<T>(
  what: string,
  ask: () => Thenable<T> | T,
  good: (value: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`${what} did not come; the last was ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The place right behind the first occurrence of `text`, or in it where `back` says so. */
export function placeOf(document: TextDocument, text: string, back = 0): Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`The document does not hold ${JSON.stringify(text)}.`);
  return document.positionAt(at + text.length - back);
}

export async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const end = placeOf(document, from);
  const start = document.positionAt(document.offsetAt(end) - from.length);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(start, end), to);
  await workspace.applyEdit(edit);
}

/** A copy of the framing study that needs no model: it is simulated by the uniform baseline. */
export async function baselineStudy(name: string): Promise<TextDocument> {
  const source = await workspace.fs.readFile(fileAt('asian-disease', 'asian-disease.study.yaml'));
  const text = new TextDecoder()
    .decode(source)
    .replace(/^id: .*$/m, `id: ${name}`)
    .replace(/^simulate:[^]*$/m, '')
    .concat('\nsimulate: {model: uniform, strategy: baseline, seed: 1}\n');
  const uri = fileAt('asian-disease', `${name}.study.yaml`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return open(uri);
}

/** A new study at the root of the workspace, open. */
export async function aStudy(name: string, text: string): Promise<TextDocument> {
  const uri = fileAt(`${name}.study.yaml`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return open(uri);
}

/** The codes of the problems that are shown, hints left out. */
export function codesOf({ uri }: TextDocument): readonly unknown[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity <= DiagnosticSeverity.Warning)
    .map(({ code }) => (typeof code === 'object' ? code.value : code));
}
