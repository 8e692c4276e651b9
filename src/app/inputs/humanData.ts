import { checkData } from '../../data/check';
import { joinStudy } from '../../data/join';
import { profileTable } from '../../data/profile';
import type { DataProfile, HumanData } from '../../data/types';
import type { Diagnostic } from '../../util/diagnostic';
import { hashFile } from '../../workspace/dataFile';
import type { Files } from '../../workspace/files';
import type { Services } from '../services';
import { dataPath, openTable, type DataOptions } from './dataFile';
import type { LoadedStudy } from './loadStudy';

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
  const written = loaded.study.respondents?.data ?? '';
  if (written === '') return undefined;
  const path = await dataPath(services.files, loaded, written, options);
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
  const { respondents } = loaded.study;
  if (respondents === undefined) return document.diagnostics;
  const written = respondents.data;
  const path = written === '' ? undefined : await dataPath(services.files, loaded, written, options);
  const profile = path === undefined ? null : await profileData(services.files, path, written, signal);
  return [...document.diagnostics, ...checkData(document, profile)];
}

async function profileData(
  files: Files,
  path: string,
  written: string,
  signal: AbortSignal,
): Promise<DataProfile | null> {
  if ((await files.stat(path)) === undefined) return null;
  return profileTable(await openTable(files, path, signal), written, signal);
}
