import { makePlan } from '../../simulate/plan';
import { readResults } from '../../results/file';
import type { Results } from '../../results/types';
import { calibrated } from '../../simulate/calibrate/apply';
import type { AnswerRecord } from '../../simulate/types';
import type { Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { readAnswers } from '../../workspace/answers';
import { findRoots } from '../../workspace/discovery';
import { findRun, listRuns, studyOfRun, type StoredRun } from '../../workspace/runStore';
import { readText } from '../../workspace/text';
import { studyFrom } from '../inputs/loadStudy';
import { loadInputs, sameInputs } from '../inputs/people';
import type { Services } from '../services';
import { resultsOf } from './finish';

/** What a RUN or RESULTS argument stands for. */
export interface RunResults {
  /** The run's id, or the file's path as given. */
  readonly name: string;
  readonly results: Results;
  /** In plan order, calibrated where the results are; undefined where they are not on this machine. */
  readonly answers: readonly AnswerRecord[] | undefined;
  /** Answers that the run is to have. */
  readonly expected: number;
  readonly run: StoredRun | undefined;
}

/** The projects whose runs a reference may mean. */
function rootsHere(services: Services): Promise<readonly string[]> {
  return findRoots(services.files, services.cwd);
}

/**
 * Reads a run, evaluating its answers anew, or a results file, as it stands.
 * @throws VignetteError `run/unknown`, `run/data-changed`, `results/…`.
 */
export async function readRun(
  services: Services,
  reference: string,
  options: { readonly outside: boolean },
  signal: AbortSignal,
): Promise<RunResults> {
  const roots = await rootsHere(services);
  const found = await findRun(services.files, { cwd: services.cwd, roots }, reference);
  if (found.kind === 'run') return evaluated(services, found, options, signal);
  return fromText(services, reference, await readText(services.files, found.path), signal);
}

/** A results file's text, with the answers that it names where they are on this machine. */
export async function fromText(
  services: Services,
  name: string,
  text: string,
  signal: AbortSignal,
): Promise<RunResults> {
  const results = readResults(text);
  const run = await runWithAnswers(services, results.setup.hashes.answers);
  const answers = run === undefined ? undefined : await answersOf(services, run, results, signal);
  return { name, results, answers, expected: results.counts.answers, run };
}

async function evaluated(
  services: Services,
  run: StoredRun,
  options: { readonly outside: boolean },
  signal: AbortSignal,
): Promise<RunResults> {
  const { manifest, folder } = run;
  const loaded = await studyFrom(services, manifest.study.path, await studyOfRun(services.files, folder));
  const inputs = await loadInputs(services, loaded, options, signal);
  if (!sameInputs(inputs, manifest)) throw dataChanged(run);
  const plan = makePlan(loaded.study, inputs.human, manifest.settings, inputs.sample);
  const answers = await readAnswers(services.files, folder, manifest.answers, signal);
  const results = resultsOf(plan, manifest, inputs.human, answers);
  const shown = asEvaluated(loaded.study, results, answers);
  return { name: manifest.id, results, answers: shown, expected: manifest.answers, run };
}

/** The answers of a run as a results file has them. */
async function answersOf(
  services: Services,
  { manifest, folder }: StoredRun,
  results: Results,
  signal: AbortSignal,
): Promise<readonly AnswerRecord[]> {
  const answers = await readAnswers(services.files, folder, manifest.answers, signal);
  if (results.setup.calibration === null) return answers;
  const { study } = await studyFrom(services, manifest.study.path, await studyOfRun(services.files, folder));
  return asEvaluated(study, results, answers);
}

/** What was read from the model, calibrated as the set-up says. */
function asEvaluated(
  study: Study,
  { setup: { calibration, seed } }: Results,
  answers: readonly AnswerRecord[],
): readonly AnswerRecord[] {
  return calibration === null ? answers : calibrated(study, answers, calibration, seed);
}

async function runWithAnswers(services: Services, hash: string): Promise<StoredRun | undefined> {
  for (const root of await rootsHere(services)) {
    const runs = await listRuns(services.files, root);
    const found = runs.find(({ manifest }) => manifest.answersHash === hash);
    if (found !== undefined) return found;
  }
  return undefined;
}

function dataChanged({ manifest, folder }: StoredRun): VignetteError {
  return new VignetteError({
    code: 'run/data-changed',
    message: `The human data or the rows of the panel changed since ${manifest.id} was made, so its answers cannot be judged by them.`,
    help: `Its results as they were: ${manifest.results ?? `${folder}/results.yaml`}`,
    audience: 'usage',
  });
}
