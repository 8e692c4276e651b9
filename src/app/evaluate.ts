import type { Evaluation } from '../results/types';
import { readRun } from './runs/readRun';
import type { Services } from './services';
import { gatesOf } from './gates';
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
  if (run === undefined || missing <= 0) return documentOf(evaluation);
  return documentOf({
    ...evaluation,
    run: name,
    warnings: [
      ...evaluation.warnings,
      `The run is not complete: ${counts.answers} of ${expected} answers. Go on with: vignette resume ${name}`,
    ],
  });
}

/** With the fields of the document that this version leaves empty. */
function documentOf(evaluation: Evaluation): EvaluateResult {
  const { cells, summary } = evaluation;
  return {
    ...evaluation,
    cells: cells.map((cell) => ({ ...cell, accuracy: null })),
    groups: [],
    gates: gatesOf(evaluation),
    expectations: [],
    summary: { ...summary, accuracy: null, effects: { ...summary.effects, rNull95: null } },
  };
}
