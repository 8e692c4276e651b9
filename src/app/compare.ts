import { compare as compareResults } from '../results/compare';
import { textDiff } from '../results/diff';
import type { Results } from '../results/types';
import { VignetteError } from '../util/errors';
import { resolvePath } from '../workspace/paths';
import { fromText, readRun, type RunResults } from './runs/readRun';
import type { Services } from './services';
import type { CompareResult } from './types';

export interface CompareOptions {
  /** Runs, results files, or `REV:path` of git. */
  readonly a: string;
  readonly b: string;
  readonly yes?: boolean;
}

/**
 * What differs between two runs: the set-up, the cells that moved by more than chance, the effects.
 * @throws VignetteError `run/unknown`, `git/unknown-revision`, `compare/other-study`.
 */
export async function compare(
  services: Services,
  options: CompareOptions,
  signal: AbortSignal,
): Promise<CompareResult> {
  const outside = { outside: options.yes ?? false };
  const a = await side(services, options.a, outside, signal);
  const b = await side(services, options.b, outside, signal);
  requireSameStudy(a.results, b.results);
  const answers =
    a.answers !== undefined && b.answers !== undefined ? { a: a.answers, b: b.answers } : undefined;
  return {
    ...compareResults(a.results, b.results, answers),
    a: a.name,
    b: b.name,
    diff: textDiff(texts(a.results), texts(b.results), { a: a.name, b: b.name }),
  };
}

async function side(
  services: Services,
  reference: string,
  options: { readonly outside: boolean },
  signal: AbortSignal,
): Promise<RunResults> {
  const revision = /^([^:]{2,}|[^:A-Za-z]):(.+)$/.exec(reference);
  const here = (await services.files.stat(resolvePath(services.cwd, reference))) !== undefined;
  if (revision === null || here) return readRun(services, reference, options, signal);
  const [, rev = '', path = ''] = revision;
  return fromText(services, reference, await services.git.show(services.cwd, rev, path), signal);
}

/** What people and models read, one line a line, for the text diff. */
function texts({ setup }: Results): string {
  const part = (kind: string, entries: readonly { readonly id: string; readonly text: string }[]): string[] =>
    entries.flatMap(({ id, text }) => [`${kind} ${id}`, ...text.split('\n').map((line) => `  ${line}`), '']);
  const { system, ask, persona } = setup.prompts;
  return [
    ...part('condition', setup.conditions),
    ...part('outcome', setup.outcomes),
    ...part('prompt', [
      { id: 'system', text: system },
      { id: 'ask', text: ask },
      { id: 'persona', text: persona },
    ]),
  ].join('\n');
}

function requireSameStudy(a: Results, b: Results): void {
  const [first, second] = [a.evaluation.study, b.evaluation.study];
  if (first === second) return;
  throw new VignetteError({
    code: 'compare/other-study',
    message: `The two belong to different studies: ${first} and ${second}.`,
    help: 'Compare two runs of one study.',
    audience: 'usage',
  });
}
