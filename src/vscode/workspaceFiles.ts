import type { RelativePattern, Uri } from 'vscode';
import { Disposable, workspace } from 'vscode';

/** The most studies or results files of a workspace that the tree and the pickers list. */
const most = 2_000;
const left = '**/{node_modules,.git,.vignette}/**';

export function findStudies(): Thenable<Uri[]> {
  return workspace.findFiles('**/*.study.{yaml,yml}', left, most);
}

export function findResults(): Thenable<Uri[]> {
  return workspace.findFiles('**/*.results.yaml', left, most);
}

/** An absolute path with forward slashes, as everything below the editor has them. */
export function pathOf(uri: Uri): string {
  return process.platform === 'win32' ? uri.fsPath.replaceAll('\\', '/') : uri.fsPath;
}

/** Whether the file lies on a disk that the run process can read. */
export function onDisk(uri: Uri): boolean {
  return uri.scheme === 'file';
}

/** A file's place for people: relative to its workspace folder. */
export function shownPath(uri: Uri): string {
  return workspace.asRelativePath(uri, (workspace.workspaceFolders?.length ?? 0) > 1);
}

export function inWorkspace(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Calls `changed` when a file that fits the pattern appears, changes or goes. */
export function watch(pattern: string | RelativePattern, changed: (uri: Uri) => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern);
  return Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}

/** Runs `work` once things have been quiet for `ms`; a later call starts the wait again. */
export function debounced(ms: number, work: () => void): { readonly call: () => void } & Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call: () => {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    },
    dispose: () => clearTimeout(timer),
  };
}
