import { makePlan, type Plan } from '../../simulate/plan';
import { VignetteError } from '../../util/errors';
import { findRoots } from '../../workspace/discovery';
import { findRun, studyOfRun, type StoredRun } from '../../workspace/runStore';
import { requireValid, studyFrom, type LoadedStudy } from '../inputs/loadStudy';
import { loadInputs, sameInputs, type Inputs } from '../inputs/people';
import type { Services } from '../services';
import { withKnownVectors } from './similarity';

export interface RunToReopen {
  readonly run: string;
  /** Where runs are looked for, beside the current folder. */
  readonly root?: string;
  /** Data outside of the workspace may be read. */
  readonly yes?: boolean;
}

/** A run of before with the plan that it had. */
export interface ReopenedRun {
  readonly run: StoredRun;
  /** Of the project in whose store the run lies. */
  readonly root: string;
  readonly loaded: LoadedStudy;
  readonly inputs: Inputs;
  readonly plan: Plan;
}

/**
 * A run with its study as it was when the run began, and its plan made anew.
 * @throws VignetteError `run/unknown`, `run/not-a-run`, `run/data-changed`, `study/invalid`.
 */
export async function reopenRun(
  services: Services,
  options: RunToReopen,
  signal: AbortSignal,
): Promise<ReopenedRun> {
  const run = await runOf(services, options);
  const { manifest, folder } = run;
  const outside = { outside: options.yes ?? false };
  const loaded = await studyFrom(services, manifest.study.path, await studyOfRun(services.files, folder));
  requireValid(loaded.path, loaded.document.diagnostics);
  const inputs = await loadInputs(services, loaded, outside, signal);
  if (!sameInputs(inputs, manifest)) throw dataChanged(manifest.id);
  const { human, sample } = inputs;
  const first = makePlan(loaded.study, human, manifest.settings, sample);
  const root = folder.slice(0, folder.lastIndexOf('/.vignette/'));
  const entry = manifest.entry ?? undefined;
  const plan = await withKnownVectors(services, { root, plan: first, human, sample, entry });
  return { run, root, loaded, inputs, plan };
}

async function runOf(services: Services, { run, root }: RunToReopen): Promise<StoredRun> {
  const roots = [...(root === undefined ? [] : [root]), ...(await findRoots(services.files, services.cwd))];
  const found = await findRun(services.files, { cwd: services.cwd, roots }, run);
  if (found.kind === 'run') return found;
  throw new VignetteError({
    code: 'run/not-a-run',
    message: `${run} is a results file: only a run can be gone on with.`,
    help: 'Name the run by its id or its folder.',
    audience: 'usage',
  });
}

function dataChanged(id: string): VignetteError {
  return new VignetteError({
    code: 'run/data-changed',
    message: `The human data or the rows of the panel changed since ${id} began.`,
    help: 'Bring the file back as it was, or start a new run: answers in the cache are used again.',
    audience: 'usage',
  });
}
