import type { Table } from '../../data/types';
import { csvTable } from '../../formats/csv';
import { VignetteError } from '../../util/errors';
import type { Files } from '../../workspace/files';
import { folderOf, isInside, resolvePath } from '../../workspace/paths';
import type { LoadedStudy } from './loadStudy';

export interface DataOptions {
  /** A data file outside the workspace may be read. */
  readonly outside: boolean;
}

/** A data file as a table, by the ending of its name. @throws VignetteError `data/format`. */
export async function openTable(files: Files, path: string, signal?: AbortSignal): Promise<Table> {
  const stream = (): AsyncIterable<Uint8Array> => files.stream(path, signal);
  if (/\.csv$/i.test(path)) return csvTable(stream, {});
  if (/\.(tsv|tab)$/i.test(path)) return csvTable(stream, { delimiter: '\t' });
  throw new VignetteError({
    code: 'data/format',
    message: `${path} is of a kind that cannot be read yet.`,
    help: 'Save the data as .csv or .tsv.',
    audience: 'invalid',
  });
}

/**
 * Where a data file lies that a study names, relative to the study file. A link inside the workspace may still lead out of it.
 * @throws VignetteError `data/outside-workspace` unless files outside may be read.
 */
export async function dataPath(
  files: Files,
  { path, project }: LoadedStudy,
  written: string,
  options: DataOptions,
): Promise<string> {
  const data = resolvePath(folderOf(path), written);
  if (options.outside) return data;
  const inside = isInside(project.root, data) && (await staysInside(files, project.root, data));
  if (!inside) throw outsideWorkspace(written, project.root);
  return data;
}

async function staysInside(files: Files, root: string, data: string): Promise<boolean> {
  if ((await files.stat(data)) === undefined) return true;
  return isInside(await files.real(root), await files.real(data));
}

function outsideWorkspace(written: string, root: string): VignetteError {
  return new VignetteError({
    code: 'data/outside-workspace',
    message: `The data file ${written} lies outside the workspace ${root}.`,
    help: 'Move it inside, put a vignette.yaml above both, or allow it with --yes.',
    audience: 'usage',
  });
}
