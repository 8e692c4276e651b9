import { commands, extensions, TabInputCustom, TabInputText, TabInputTextDiff, Uri, window } from 'vscode';
import { CommandId } from '../../language/commands';
import { readResults } from '../../results/file';
import { VignetteError } from '../../util/errors';
import { nameOf } from '../../workspace/paths';
import { showError } from '../notify';
import type { Contribution, EditorServices } from '../services';
import { pathOf } from '../workspaceFiles';
import { compareAndShow } from './compareAndShow';

/** The part of the built-in git extension's interface that is used here. */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: Uri): GitRepository | null };
}
interface GitRepository {
  readonly rootUri: Uri;
  show(revision: string, path: string): Promise<string>;
}

/** A results file against what the last commit holds of it. */
export const compareWithCommit: Contribution = {
  name: 'compare with commit',
  register: (services) =>
    commands.registerCommand(CommandId.compareWithCommit, async (argument: unknown) => {
      try {
        const uri = fileOf(argument) ?? activeFile();
        if (uri !== undefined) return await compare(services, uri);
        void window.showInformationMessage('Open or select a results file (….results.yaml) first.');
      } catch (error) {
        await showError(services.log, 'Comparing with the last commit', error);
      }
    }),
};

async function compare(services: EditorServices, uri: Uri): Promise<void> {
  const path = pathOf(uri);
  const now = await services.results.read(path);
  const repository = await repositoryOf(uri);
  const committed = readResults(await textAtHead(repository, uri));
  // `REV:./name` is read by git relative to the folder that it is asked in.
  const before = { name: `${now.name} (last commit)`, path, results: committed };
  await compareAndShow(
    services,
    { ...before, reference: `HEAD:./${nameOf(path)}` },
    { ...now, reference: path },
  );
}

async function repositoryOf(uri: Uri): Promise<GitRepository> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  const git = extension && (extension.isActive ? extension.exports : await extension.activate());
  const repository = git?.getAPI(1).getRepository(uri);
  if (repository) return repository;
  throw new VignetteError({
    code: 'git/no-repository',
    message: 'This file is in no git repository that the editor knows of.',
    help: 'Put the folder under source control, and trust the workspace: git is off in Restricted Mode.',
    audience: 'usage',
  });
}

async function textAtHead(repository: GitRepository, uri: Uri): Promise<string> {
  try {
    return await repository.show('HEAD', uri.fsPath);
  } catch (cause) {
    throw new VignetteError({
      code: 'git/not-committed',
      message: `The last commit does not hold ${nameOf(pathOf(uri))}.`,
      help: 'Commit it once; later changes can then be compared with it.',
      audience: 'usage',
      cause,
    });
  }
}

/** The file that a menu gives: the explorer's, source control's, the tree's. */
function fileOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { resourceUri, file } = argument as Record<string, unknown>;
  if (resourceUri instanceof Uri) return resourceUri;
  return typeof file === 'string' ? Uri.parse(file, true) : undefined;
}

function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri =
    input instanceof TabInputTextDiff
      ? input.modified
      : input instanceof TabInputCustom || input instanceof TabInputText
        ? input.uri
        : undefined;
  return uri?.path.endsWith('.results.yaml') ? uri : undefined;
}
