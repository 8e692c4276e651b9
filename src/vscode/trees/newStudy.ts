import { commands, FileType, Selection, Uri, window, workspace } from 'vscode';
import { CommandId } from '../../language/commands';
import { showError } from '../notify';
import type { Contribution, EditorServices } from '../services';
import {
  nameProblem,
  studyFromTemplate,
  templates,
  titlePlace,
  type Template,
} from '../../app/authoring/templates';

/** A study to start from: a template under the user's own name. */
export const newStudy: Contribution = {
  name: 'new study',
  register: (services) =>
    commands.registerCommand(CommandId.newStudy, async (argument: unknown) => {
      try {
        await create(services, argument);
      } catch (error) {
        await showError(services.log, 'Making a study', error);
      }
    }),
};

async function create({ context }: EditorServices, argument: unknown): Promise<void> {
  const given = argumentsOf(argument);
  const folder = await folderOf(argument);
  if (folder === undefined) {
    void window
      .showWarningMessage('A study lies in a folder. Open one first.', 'Open Folder')
      .then((chosen) => {
        if (chosen !== undefined) void commands.executeCommand('vscode.openFolder');
      });
    return;
  }
  const template = given.template ?? (await pickTemplate());
  if (template === undefined) return;
  const id = given.name ?? (await askName(folder));
  if (id === undefined) return;
  const source = Uri.joinPath(context.extensionUri, 'syntaxes', 'templates', template.file);
  const uri = Uri.joinPath(folder, `${id}.study.yaml`);
  if (await exists(uri)) {
    await window.showTextDocument(uri);
    void window.showInformationMessage(`${id}.study.yaml was there already; it is left as it is.`);
    return;
  }
  const text = new TextDecoder().decode(await workspace.fs.readFile(source));
  await workspace.fs.writeFile(uri, new TextEncoder().encode(studyFromTemplate(text, id)));
  await showTitle(uri);
}

/** Opens a study with its title selected, the first thing to be written over. */
async function showTitle(uri: Uri): Promise<void> {
  const editor = await window.showTextDocument(uri);
  const { document } = editor;
  const place = titlePlace(document.getText());
  if (place === undefined) return;
  const selection = new Selection(document.positionAt(place.start), document.positionAt(place.end));
  editor.selection = selection;
  editor.revealRange(selection);
}

/** `{template, name}` for keybindings and other extensions; what does not fit is asked. */
function argumentsOf(argument: unknown): {
  readonly template: Template | undefined;
  readonly name: string | undefined;
} {
  const { template, name } = (typeof argument === 'object' && argument !== null ? argument : {}) as Record<
    string,
    unknown
  >;
  return {
    template: templates.find(({ id }) => id === template),
    name: typeof name === 'string' && nameProblem(name) === undefined ? name : undefined,
  };
}

async function folderOf(argument: unknown): Promise<Uri | undefined> {
  if (argument instanceof Uri) return argument;
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length <= 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick())?.uri;
}

async function pickTemplate(): Promise<Template | undefined> {
  const picked = await window.showQuickPick(
    templates.map((template) => ({ label: template.label, detail: template.detail, template })),
    { title: 'New study', placeHolder: 'What to start from', matchOnDetail: true },
  );
  return picked?.template;
}

async function askName(folder: Uri): Promise<string | undefined> {
  return window.showInputBox({
    title: 'Name of the study',
    prompt: 'It becomes the file name and the id.',
    placeHolder: 'bus-lane',
    validateInput: async (name) =>
      nameProblem(name) ??
      ((await exists(Uri.joinPath(folder, `${name}.study.yaml`)))
        ? 'There is a study of this name.'
        : undefined),
  });
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => type !== FileType.Unknown,
    () => false,
  );
}
