import { htmlReport } from '../report/html';
import { VignetteError } from '../util/errors';
import { resolvePath } from '../workspace/paths';
import { readRun } from './runs/readRun';
import type { Services } from './services';
import type { ReportResult } from './types';

export interface ReportOptions {
  readonly runs: readonly string[];
  /** The page to write. */
  readonly out: string;
  readonly yes?: boolean;
}

/**
 * Writes one self-contained page about runs or results files.
 * @throws VignetteError `usage/report-format`, `run/unknown`, and those of writing.
 */
export async function report(
  services: Services,
  options: ReportOptions,
  signal: AbortSignal,
): Promise<ReportResult> {
  const out = resolvePath(services.cwd, options.out);
  if (!/\.html?$/i.test(out)) throw reportFormat(options.out);
  const found = [];
  for (const run of options.runs)
    found.push(await readRun(services, run, { outside: options.yes ?? false }, signal));
  const page = htmlReport(
    found.map(({ results }) => results),
    { generated: new Date(services.clock.now()).toISOString().slice(0, 10), version: services.version },
  );
  await services.files.write(out, page);
  return { out, bytes: new TextEncoder().encode(page).length, runs: found.map(({ name }) => name) };
}

function reportFormat(out: string): VignetteError {
  return new VignetteError({
    code: 'usage/report-format',
    message: `A report cannot be written as ${out}.`,
    help: 'Give a name that ends in .html.',
    audience: 'usage',
  });
}
