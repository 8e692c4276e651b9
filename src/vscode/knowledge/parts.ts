import { Uri } from 'vscode';
import { nodeFiles } from '../../host/nodeFiles';
import type { DataProfile } from '../../data/types';
import type { PlanEstimate, ResultsOfStudy } from '../../language/types';
import type { PlanResult } from '../../app/types';
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

/** A plan's arithmetic, condition by condition; cost and time by the share of what is not cached. */
export function estimateOf(plan: PlanResult): PlanEstimate {
  const fresh = Math.max(plan.answers - plan.cached, 1);
  const conditions = [...new Set(plan.byCell.map(({ condition }) => condition))];
  return {
    byCondition: conditions.map((condition) => {
      const cells = plan.byCell.filter((cell) => cell.condition === condition);
      const answers = sum(cells.map((cell) => cell.answers));
      const cached = sum(cells.map((cell) => cell.cached));
      const part = (range: readonly [number, number] | null): readonly [number, number] | null =>
        range && [(range[0] * (answers - cached)) / fresh, (range[1] * (answers - cached)) / fresh];
      return {
        condition,
        people: Math.max(...cells.map((cell) => cell.answers)),
        questions: cells.length,
        cached,
        seconds: part(plan.seconds),
        usd: part(plan.usd),
      };
    }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
