import type { Evaluation, Setup } from '../results/types';
import { VignetteError } from '../util/errors';
import { readRun } from './runs/readRun';
import type { Services } from './services';
import { gatesOf } from '../results/gates';
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
  const { evaluation, counts, setup } = results;
  const missing = expected - counts.answers;
  if (run === undefined || missing <= 0) return documentOf(evaluation, setup);
  const incomplete = `The run is not complete: ${counts.answers} of ${expected} answers. Go on with: vignette resume ${name}`;
  return documentOf({ ...evaluation, run: name, warnings: [...evaluation.warnings, incomplete] }, setup);
}

/** With the fields of the document that this version leaves empty. */
function documentOf(evaluation: Evaluation, { smallestEffect }: Setup): EvaluateResult {
  const { cells, summary } = evaluation;
  return {
    ...evaluation,
    cells: cells.map((cell) => ({ ...cell, accuracy: null })),
    groups: [],
    gates: gatesOf(evaluation, smallestEffect),
    summary: { ...summary, accuracy: null, effects: { ...summary.effects, rNull95: null } },
  };
}

/**
 * What of an evaluation fails a check: expectations that do not hold, and gates that must be passed and are not; one that
 * was not assessed is not passed.
 * @throws VignetteError `usage/unknown-gate`.
 */
export function failedChecks(
  { expectations, gates }: EvaluateResult,
  required: readonly string[],
): readonly string[] {
  const names = gates.map(({ gate }) => gate);
  for (const name of required) {
    if (names.includes(name)) continue;
    throw new VignetteError({
      code: 'usage/unknown-gate',
      message: `There is no gate ${name}.`,
      help: `The gates are: ${names.join(', ')}.`,
      audience: 'usage',
    });
  }
  return [
    ...expectations.flatMap(({ pass, what }) => (pass ? [] : [`expectation ${what}`])),
    ...gates.flatMap(({ gate, status }) =>
      required.includes(gate) && status !== 'pass' ? [`gate ${gate}, ${status}`] : [],
    ),
  ];
}
