import type { HumanData } from '../../data/types';
import { evaluate } from '../../evaluate/evaluate';
import { writeResults } from '../../results/file';
import type { Results } from '../../results/types';
import { calibrated } from '../../simulate/calibrate/apply';
import { fitCalibration } from '../../simulate/calibrate/fit';
import { calibrationWords } from '../../simulate/calibrate/words';
import type { AnswerRecord } from '../../simulate/types';
import type { Plan } from '../../simulate/plan';
import { readAnswers } from '../../workspace/answers';
import { resultsCopy } from '../../workspace/runStore';
import type { RunManifest } from '../../workspace/types';
import type { Services } from '../services';
import type { Work } from './execute';
import { modelWarnings } from './modelWarnings';
import { setupOf } from './setup';

/** Writes the results file of a run that is completely answered, and says so in its manifest. */
export async function finish(
  services: Services,
  { run, plan, human }: Work,
  manifest: RunManifest,
  signal: AbortSignal,
): Promise<RunManifest> {
  const records = await readAnswers(services.files, run.folder, manifest.answers, signal);
  const results = resultsOf(plan, manifest, human, records);
  const text = writeResults(results);
  await services.files.write(resultsCopy(run.folder), text);
  await services.files.write(manifest.resultsPath, text);
  return {
    ...manifest,
    state: 'complete',
    why: null,
    results: manifest.resultsPath,
    answersHash: results.setup.hashes.answers,
  };
}

/** What a results file says of these answers; a function of the answers alone, not of how they came. */
export function resultsOf(
  { study, settings, people, warnings }: Plan,
  manifest: RunManifest,
  human: HumanData | undefined,
  records: readonly AnswerRecord[],
): Results {
  const failed = records.filter(({ result }) => result.kind === 'failure').length;
  const { calibrate } = settings;
  const calibration =
    calibrate === 'none' || human === undefined
      ? null
      : fitCalibration(study, human, records, { kind: calibrate, people });
  const shown = calibration === null ? records : calibrated(study, records, calibration, settings.seed);
  const evaluation = evaluate(study, human, shown, {
    run: manifest.name,
    model: manifest.model,
    strategy: manifest.settings.strategy,
    people,
  });
  const said = calibration === null ? [] : calibrationWords(calibration, records);
  return {
    format: 1,
    setup: setupOf(study, manifest, human, { records, calibration }),
    counts: { answers: records.length, failed, complete: records.length === manifest.answers },
    evaluation: {
      ...evaluation,
      warnings: [...modelWarnings(manifest.model.engine), ...warnings, ...said, ...evaluation.warnings],
    },
  };
}
