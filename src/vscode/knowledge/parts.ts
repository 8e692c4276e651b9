import { Uri } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import type { DataProfile } from '../../data/types';
import type { ResultsOfStudy } from '../../language/types';
import type { Study } from '../../study/types';
import { folderOf, resolvePath } from '../../workspace/paths';
import { asVignetteError } from '../../util/errors';
import { combineResults } from '../results/combine';
import type { ResultsFiles } from '../results/resultsFiles';
import { staleConditions } from '../results/stale';
import type { RunProcess } from '../run/runProcess';
import { inWorkspace } from '../workspaceFiles';

/** A profile with the version of the file that it is of. */
export interface VersionedProfile {
  readonly version: string;
  readonly profile: DataProfile | null | undefined;
}

/** The data file's profile: from `before` while the file is the same, else asked of the run process. */
export async function profileOf(
  runProcess: RunProcess,
  studyPath: string,
  study: Study,
  before: VersionedProfile | undefined,
  trusted: boolean,
): Promise<VersionedProfile | undefined> {
  const shown = study.respondents?.data;
  if (shown === undefined || shown === '') return undefined;
  const path = resolvePath(folderOf(studyPath), shown);
  if (!trusted && !inWorkspace(Uri.file(path))) return undefined;
  const stat = await nodeFiles.stat(path);
  if (stat?.kind !== 'file') return { version: path, profile: null };
  const version = `${path} ${stat.modifiedMs} ${stat.size}`;
  if (before?.version === version) return before;
  try {
    return { version, profile: await runProcess.ask({ type: 'profile', path, shown }) };
  } catch (error) {
    // A file that cannot be read as a table is asked about once a version; simulating it says why.
    if (asVignetteError(error).code === 'run/process-died') return undefined;
    return { version, profile: undefined };
  }
}

export async function dataFilesBeside(studyPath: string): Promise<readonly string[]> {
  return (await nodeFiles.list(folderOf(studyPath))).filter((name) => /\.(csv|tsv)$/i.test(name));
}

export async function resultsOf(
  files: ResultsFiles,
  studyPath: string,
  study: Study,
): Promise<ResultsOfStudy | undefined> {
  const found = await files.of(studyPath, study.id);
  const results = combineResults(found.map((file) => file.results));
  const [newest] = found;
  if (results === undefined || newest === undefined) return undefined;
  return { name: newest.name, results, stale: staleConditions(study, results) };
}
