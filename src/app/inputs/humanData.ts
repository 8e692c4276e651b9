import { checkData } from '../../data/check';
import { joinStudy } from '../../data/join';
import { profileTable } from '../../data/profile';
import type { DataProfile, HumanData, Table } from '../../data/types';
import { csvTable } from '../../formats/csv';
import type { Diagnostic } from '../../util/diagnostic';
import { VignetteError } from '../../util/errors';
import { hashFile } from '../../workspace/dataFile';
import type { Files } from '../../workspace/files';
import { folderOf, isInside, resolvePath } from '../../workspace/paths';
import type { Services } from '../services';
import type { LoadedStudy } from './loadStudy';

export interface DataOptions {
  /** A data file outside the workspace may be read. */
  readonly outside: boolean;
}

/**
 * The human answers joined to a study; undefined when the study names none.
 * @throws VignetteError `data/outside-workspace`, `data/format`, and what reading and joining throw.
 */
export async function loadHuman(
  services: Services,
  loaded: LoadedStudy,
  options: DataOptions,
  signal: AbortSignal,
): Promise<HumanData | undefined> {
  const path = await dataPath(services.files, loaded, options);
  if (path === undefined) return undefined;
  const table = await openTable(services.files, path, signal);
  return joinStudy(loaded.study, table, await hashFile(services.files, path, signal), signal);
}

/** What is wrong between a study and its data, with everything that is wrong in the study itself. */
export async function diagnose(
  services: Services,
  loaded: LoadedStudy,
  options: DataOptions,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const { document } = loaded;
  if (loaded.study.respondents === undefined) return document.diagnostics;
  const path = await dataPath(services.files, loaded, options);
  const profile = path === undefined ? null : await profileData(services.files, path, loaded, signal);
  return [...document.diagnostics, ...checkData(document, profile)];
}

async function profileData(
  files: Files,
  path: string,
  loaded: LoadedStudy,
  signal: AbortSignal,
): Promise<DataProfile | null> {
  if ((await files.stat(path)) === undefined) return null;
  const shown = loaded.study.respondents?.data ?? path;
  return profileTable(await openTable(files, path, signal), shown, signal);
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

async function dataPath(
  files: Files,
  { path, study, project }: LoadedStudy,
  options: DataOptions,
): Promise<string | undefined> {
  const written = study.respondents?.data;
  if (written === undefined || written === '') return undefined;
  const data = resolvePath(folderOf(path), written);
  if (options.outside) return data;
  const inside = isInside(project.root, data) && (await staysInside(files, project.root, data));
  if (!inside) throw outsideWorkspace(written, project.root);
  return data;
}

/** A link inside the workspace may still lead out of it. */
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
