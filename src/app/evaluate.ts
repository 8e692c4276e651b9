import { readRun } from './runs/readRun';
import type { Services } from './services';
import type { EvaluateResult } from './types';

export interface EvaluateOptions {
  /** A run's id, name or folder, or a results file. */
  readonly run: string;
  readonly yes?: boolean;
}

/**
 * The evaluation of a run, made from its answers, or of a results file, as it stands there.
 * @throws VignetteError `run/unknown`, `run/data-changed`, `run/no-answers`, `results/…`.
 */
export async function evaluate(
  services: Services,
  options: EvaluateOptions,
  signal: AbortSignal,
): Promise<EvaluateResult> {
  const { name, results, expected, run } = await readRun(
    services,
    options.run,
    { outside: options.yes ?? false },
    signal,
  );
  const { evaluation, counts } = results;
  const missing = expected - counts.answers;
  if (run === undefined || missing <= 0) return evaluation;
  return {
    ...evaluation,
    run: name,
    warnings: [
      ...evaluation.warnings,
      `The run is not complete: ${counts.answers} of ${expected} answers. Go on with: vignette resume ${name}`,
    ],
  };
}
