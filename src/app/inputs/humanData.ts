import { checkData } from '../../data/check';
import { joinStudy } from '../../data/join';
import { profileTable } from '../../data/profiling/profile';
import type { Wanted } from '../../data/profiling/types';
import { wantedOf } from '../../data/profiling/wanted';
import type { DataProfile, HumanData } from '../../data/types';
import type { Diagnostic } from '../../util/diagnostic';
import { VignetteError } from '../../util/errors';
import { hashFile } from '../../workspace/dataFile';
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

/**
 * What is wrong between a study and its data, with everything that is wrong in the study itself.
 * @throws VignetteError `data/outside-workspace`, `data/format`, and what reading the human data throws; what is wrong
 * with the sample of a panel is a diagnostic.
 */
export async function diagnose(
  services: Services,
  loaded: LoadedStudy,
  options: DataOptions,
  signal: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const { document, study } = loaded;
  const { respondents, panel } = study;
  const profiled = async (written: string, wanted?: Wanted): Promise<DataProfile | null> => {
    const path = await dataPath(services.files, loaded, written, options);
    if ((await services.files.stat(path)) === undefined) return null;
    return profileTable(await openTable(services.files, path, signal), written, wanted, signal);
  };
  const data = respondents && (await profiled(respondents.data, wantedOf(study)));
  const sample = panel?.sample && (await profiled(panel.sample.file).catch(asRefusal));
  return sample instanceof VignetteError
    ? [...document.diagnostics, ...checkData(document, data), sampleProblem(document, sample)]
    : [...document.diagnostics, ...checkData(document, data, sample)];
}

/** @throws what is no refusal of the file itself. */
function asRefusal(error: unknown): VignetteError {
  if (error instanceof VignetteError && error.audience !== 'incomplete') return error;
  throw error;
}

function sampleProblem(
  document: LoadedStudy['document'],
  { code, message, help }: VignetteError,
): Diagnostic {
  const path = ['panel', 'sample'];
  const start = { line: 0, character: 0 };
  const range = document.ranges(path)?.value ?? { start, end: start };
  return { code, severity: 'error', message, help, range, path, fixes: [] };
}
