import type { Uri } from 'vscode';
import { readHeading } from '../knowledge/heading';
import { findStudies } from '../workspaceFiles';

/** The study of the workspace with this id; results files name their study by it. */
export async function studyWithId(id: string): Promise<Uri | undefined> {
  const found = await findStudies();
  const likely = found.filter(({ path }) => path.includes(id));
  for (const uri of [...likely, ...found.filter((other) => !likely.includes(other))]) {
    if ((await readHeading(uri)).id === id) return uri;
  }
  return undefined;
}
