import { commands, Uri, window, type QuickPickItem } from 'vscode';
import { CommandId } from '../../language/commands';
import { showError } from '../notify';
import { resultsName } from '../results/resultsFiles';
import type { Contribution, EditorServices } from '../services';
import { findResults, pathOf, shownPath } from '../workspaceFiles';
import { compareAndShow } from './compareAndShow';

/** Two results files side by side: those selected in the explorer, those given, or those picked. */
export const compareRuns: Contribution = {
  name: 'compare runs',
  register: (services) =>
    commands.registerCommand(CommandId.compareRuns, async (...given: unknown[]) => {
      try {
        const [a, b] = await pair(filesGiven(given));
        if (a === undefined || b === undefined) return;
        await compareFiles(services, a, b);
      } catch (error) {
        await showError(services.log, 'Comparing', error);
      }
    }),
};

async function compareFiles(services: EditorServices, a: Uri, b: Uri): Promise<void> {
  const [before, after] = await Promise.all([a, b].map((uri) => services.results.read(pathOf(uri))));
  if (before === undefined || after === undefined) return;
  await compareAndShow(services, { ...before, reference: before.path }, { ...after, reference: after.path });
}

/** The results files among a command's arguments: `{a, b}` as URIs, a file of the explorer, its selection. */
function filesGiven([first, second]: readonly unknown[]): readonly Uri[] {
  const selection: readonly unknown[] = Array.isArray(second) ? (second as unknown[]) : [];
  const selected = selection.filter((item) => item instanceof Uri);
  if (selected.length > 1) return selected;
  if (first instanceof Uri) return [first];
  if (typeof first !== 'object' || first === null) return [];
  const { a, b, file } = first as Record<string, unknown>;
  return [a, b, file].filter((value) => typeof value === 'string').map((value) => Uri.parse(value, true));
}

async function pair(given: readonly Uri[]): Promise<readonly (Uri | undefined)[]> {
  if (given.length >= 2) return given;
  const all = await findResults();
  if (all.length < 2) {
    void window.showInformationMessage(
      'There are not yet two results files to compare. Simulate a study twice.',
    );
    return [];
  }
  const a = given[0] ?? (await pick(all, undefined, 'The earlier run'));
  if (a === undefined) return [];
  return [a, await pick(all, a, `Compare ${resultsName(pathOf(a))} with`)];
}

async function pick(all: readonly Uri[], other: Uri | undefined, title: string): Promise<Uri | undefined> {
  const items: (QuickPickItem & { readonly uri: Uri })[] = all
    .filter((uri) => uri.toString() !== other?.toString())
    // The runs of one study stand in one folder; those of the same study as the first come first.
    .sort((x, y) => near(y, other) - near(x, other) || x.path.localeCompare(y.path))
    .map((uri) => ({ label: resultsName(pathOf(uri)), description: shownPath(uri), uri }));
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.uri;
}

function near(uri: Uri, other: Uri | undefined): number {
  return other !== undefined && folder(uri) === folder(other) ? 1 : 0;
}

function folder({ path }: Uri): string {
  return path.slice(0, path.lastIndexOf('/'));
}
