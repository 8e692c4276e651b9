import { commands, Disposable, SnippetString, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { CommandId } from '../../language/commands';
import { showError } from '../notify';
import { placeOf } from './place';
import type { Contribution, EditorServices } from '../services';
import { findStudies, pathOf } from '../workspaceFiles';
import { originOf, projectEntry } from './modelText';

/** Naming a model in vignette.yaml, and keeping the key of its host in the editor's secret storage. */
export const modelCommands: Contribution = {
  name: 'models and keys',
  register: (services) =>
    Disposable.from(
      commands.registerCommand(CommandId.addModel, () => guarded(services, 'Adding a model', addModel)),
      commands.registerCommand(CommandId.setKey, (argument: unknown) =>
        guarded(services, 'Setting a key', () => setKey(services, argument)),
      ),
    ),
};

async function guarded(services: EditorServices, doing: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await showError(services.log, doing, error);
  }
}

/** Opens vignette.yaml, made where there is none, with the form of a model to fill in. */
async function addModel(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  const [existing] = await workspace.findFiles('**/vignette.{yaml,yml}', '**/node_modules/**', 1);
  if (existing === undefined && folder === undefined) {
    void window.showWarningMessage('Models are named in vignette.yaml in a folder. Open a folder first.');
    return;
  }
  const uri = existing ?? Uri.joinPath((folder as NonNullable<typeof folder>).uri, 'vignette.yaml');
  if (existing === undefined) await workspace.fs.writeFile(uri, new Uint8Array());
  const editor = await window.showTextDocument(uri);
  const { line, text } = projectEntry(editor.document.getText());
  const at = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
  const place = line < editor.document.lineCount ? at.range.start : at.range.end;
  await editor.insertSnippet(new SnippetString(line < editor.document.lineCount ? text : `\n${text}`), place);
}

async function setKey(services: EditorServices, argument: unknown): Promise<void> {
  const origin = originArgument(argument) ?? (await pickOrigin(services));
  if (origin === undefined) return;
  const known = await services.secrets.has(origin);
  const key = await window.showInputBox({
    title: `Key for ${origin}`,
    prompt: `It is kept in the editor's secret storage and sent to ${origin} only.${known ? ' Leave it empty to remove the key that is there.' : ''}`,
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined || (key.trim() === '' && !known)) return;
  if (key.trim() === '') await services.secrets.remove(origin);
  else await services.secrets.set(origin, key.trim());
  const done = key.trim() === '' ? 'was removed' : 'is kept in the secret storage';
  void window.showInformationMessage(`The key for ${origin} ${done}.`);
}

async function pickOrigin({ projects }: EditorServices): Promise<string | undefined> {
  const studies = (await findStudies()).map(pathOf);
  const entries = (await Promise.all(studies.map((study) => projects.of(study)))).flatMap(
    (project) => project.models,
  );
  const origins = new Set(entries.map(placeOf).flatMap((place) => (place.local ? [] : place.origins)));
  const other: QuickPickItem = { label: 'Another host…', alwaysShow: true };
  const picked = await window.showQuickPick([...[...origins].map((label) => ({ label })), other], {
    title: 'Key of which host?',
  });
  return picked === other ? askOrigin() : picked?.label;
}

async function askOrigin(): Promise<string | undefined> {
  const address = await window.showInputBox({
    title: 'Address of the host',
    placeHolder: 'https://api.openai.com',
    ignoreFocusOut: true,
    validateInput: (text) =>
      originOf(text) === undefined ? 'An address that begins with https://' : undefined,
  });
  return address === undefined ? undefined : originOf(address);
}

function originArgument(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { origin } = argument as Record<string, unknown>;
  return typeof origin === 'string' ? originOf(origin) : undefined;
}
