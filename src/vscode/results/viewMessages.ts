import { commands, env, Uri, window, workspace, TextEditorRevealType, ViewColumn, Range } from 'vscode';
import { CommandId } from '../../language/commands';
import type { FromView } from '../../protocol/views';
import type { EditorServices } from '../services';
import { editorRange } from '../language/convert';

/** What a view is about. */
export interface ViewSubject {
  /** Undefined where no study of the workspace has this id. */
  readonly study: Uri | undefined;
  /** The results file, where the view shows one file. */
  readonly file: Uri | undefined;
}

/** Does what a view asks for. `ready` is the view's own affair. */
export async function handle(
  services: EditorServices,
  subject: ViewSubject,
  message: Exclude<FromView, { readonly type: 'ready' }>,
): Promise<void> {
  const study = subject.study?.toString();
  switch (message.type) {
    case 'openStudy':
      if (subject.study) await openAt(services, subject.study, message.condition, message.outcome);
      return;
    case 'simulateMissing':
      // What has not changed comes from the cache, so that only what is missing is asked.
      if (study) await commands.executeCommand(CommandId.simulateStudy, { study });
      return;
    case 'stop':
      await commands.executeCommand(CommandId.stopRun, study ? { study } : undefined);
      return;
    case 'copy':
      await env.clipboard.writeText(message.text);
      return;
    case 'savePng':
      return savePng(message.name, message.base64);
    case 'compare':
      await commands.executeCommand(CommandId.compareRuns, subject.file && { a: subject.file.toString() });
  }
}

/** Opens the study where a condition or an outcome stands, beside the view if it is not open yet. */
async function openAt(
  { studies }: EditorServices,
  uri: Uri,
  condition: string | undefined,
  outcome: string | undefined,
): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const read = studies.read(document);
  const found =
    (condition === undefined ? undefined : read.ranges(['conditions', condition])?.key) ??
    (outcome === undefined ? undefined : read.ranges(['outcomes', outcome])?.key);
  const selection = found === undefined ? new Range(0, 0, 0, 0) : editorRange(found);
  const open = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? ViewColumn.One,
    selection,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function savePng(name: string, base64: string): Promise<void> {
  const safe = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'chart';
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = `${safe.replace(/\.png$/i, '')}.png`;
  const uri = await window.showSaveDialog({
    filters: { Image: ['png'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, file) }),
  });
  if (uri !== undefined) await workspace.fs.writeFile(uri, Buffer.from(base64, 'base64'));
}
