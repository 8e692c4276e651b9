import { Uri } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import type { Wanted } from '../../data/profiling/types';
import { restrictedTo } from '../../data/profiling/wanted';
import type { DataProfile } from '../../data/types';
import type { ModelPlace, ResultsOfStudy } from '../../language/types';
import { readProjectFile } from '../../study/project';
import type { Study } from '../../study/types';
import { folderOf, resolvePath } from '../../workspace/paths';
import { readText } from '../../workspace/text';
import { asVignetteError } from '../../util/errors';
import { combineResults } from '../results/combine';
import type { ResultsFiles } from '../results/resultsFiles';
import { staleConditions } from '../results/stale';
import type { RunProcess } from '../run/runProcess';
import { inWorkspace } from '../workspaceFiles';

/** Names of a folder that are looked at. */
const mostNames = 5_000;

/** A profile with the version of the file that it is of. */
export interface VersionedProfile {
  readonly version: string;
  readonly profile: DataProfile | null | undefined;
}

/** A data file as a study names it. */
interface Asked {
  /** Absolute path of the study. */
  readonly study: string;
  /** As the study writes it. */
  readonly shown: string | undefined;
  readonly before: VersionedProfile | undefined;
  /** What is counted together in the same reading. */
  readonly wanted: Wanted | undefined;
  readonly trusted: boolean;
}

/** The data file's profile: from `before` while the file and what is wanted of it are the same, else asked of the run process. */
export async function profileOf(
  runProcess: RunProcess,
  { study, shown, before, wanted, trusted }: Asked,
): Promise<VersionedProfile | undefined> {
  if (shown === undefined || shown === '') return undefined;
  const path = resolvePath(folderOf(study), shown);
  if (!trusted && !inWorkspace(Uri.file(path))) return undefined;
  const stat = await nodeFiles.stat(path);
  if (stat?.kind !== 'file') return { version: path, profile: null };
  const version = `${path} ${stat.modifiedMs} ${stat.size}`;
  if (before?.version === version && hasCounted(before.profile, wanted)) return before;
  try {
    return {
      version,
      profile: await runProcess.ask({ type: 'profile', path, shown, ...(wanted && { wanted }) }),
    };
  } catch (error) {
    // A file that cannot be read as a table is asked about once a version; simulating it says why.
    if (asVignetteError(error).code === 'run/process-died') return undefined;
    return { version, profile: undefined };
  }
}

/** A file that cannot be read is not read again for other counts. */
function hasCounted(profile: DataProfile | null | undefined, wanted: Wanted | undefined): boolean {
  if (!profile) return true;
  const names = profile.columns.map(({ name }) => name);
  const now = wanted && restrictedTo(wanted, names);
  return JSON.stringify(now) === JSON.stringify(profile.counts?.wanted);
}

/** Endings of the files that may be named. */
export const kinds = {
  data: /\.(csv|tsv)$/i,
  media: /\.(png|jpe?g|gif|svg|webp|mp4|webm|mp3|wav)$/i,
  model: /\.gguf$/i,
} as const;

/** Files of a kind in the folder of a file and in the folders right below it, relative to that folder. */
export async function filesBeside(path: string, kind: RegExp): Promise<readonly string[]> {
  const folder = folderOf(path);
  const names = (await nodeFiles.list(folder)).slice(0, mostNames);
  const below = await Promise.all(
    names
      .filter((name) => !name.includes('.') && name !== 'node_modules')
      .map((name) => namesIn(folder, name)),
  );
  return [...names, ...below.flat().slice(0, mostNames)].filter((name) => kind.test(name));
}

/** A folder that may not be looked into has nothing to offer. */
async function namesIn(folder: string, name: string): Promise<readonly string[]> {
  const names = await nodeFiles.list(`${folder}/${name}`).catch(() => []);
  return names.map((file) => `${name}/${file}`);
}

/** Where the project file names its models; nothing where it cannot be read. */
export async function modelPlaces(file: string | undefined): Promise<readonly ModelPlace[]> {
  if (file === undefined) return [];
  const text = await readText(nodeFiles, file).catch(() => '');
  const project = readProjectFile(text);
  return project.models.flatMap(({ name }) => {
    const range = project.ranges(['models', name])?.key;
    return range === undefined ? [] : [{ name, uri: Uri.file(file).toString(), range }];
  });
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
