import {
  mostDraws,
  mostExamples,
  mostFrames,
  ordersNames,
  plainFewShot,
  plainGroup,
  plainModifiers,
  strategyNames,
} from '../study/strategies';
import { VignetteError } from '../util/errors';
import type { Files } from './files';
import { readText } from './text';
import type { RunManifest } from './types';

/** Writes run.json as a whole. */
export async function writeManifest(files: Files, folder: string, manifest: RunManifest): Promise<void> {
  await files.write(`${folder}/run.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/**
 * Reads run.json, which may have been changed by hand.
 * @throws VignetteError `run/no-manifest` or `run/bad-manifest`.
 */
export async function readManifest(files: Files, folder: string): Promise<RunManifest> {
  const path = `${folder}/run.json`;
  if ((await files.stat(path)) === undefined)
    throw new VignetteError({
      code: 'run/no-manifest',
      message: `${folder} is not the folder of a run: it has no run.json.`,
      help: 'Name a run by its id, its folder or its results file.',
      audience: 'usage',
    });
  let found: unknown;
  try {
    found = JSON.parse(await readText(files, path));
  } catch (cause) {
    if (cause instanceof VignetteError) throw cause;
    throw badManifest(path, 'it is not JSON', cause);
  }
  const wrong = firstProblem(found);
  if (wrong !== undefined) throw badManifest(path, wrong);
  return completed(found as RunManifest);
}

/** What runs of before do not have is filled in. */
function completed({ study, settings, ...rest }: RunManifest): RunManifest {
  const { items = [], ...other }: Partial<RunManifest['settings']> = settings;
  const { sampleHash = null, ...known }: Partial<RunManifest['study']> = study;
  return {
    ...rest,
    study: { ...known, sampleHash } as RunManifest['study'],
    settings: {
      ...plainModifiers,
      fewShot: plainFewShot,
      group: plainGroup,
      ...other,
      items,
    } as RunManifest['settings'],
  };
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([key, check]) => check((value as Record<string, unknown>)[key]));
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const templates = shaped({
  name: oneOf('chat', 'socrates', 'custom'),
  system: text,
  persona: text,
  ask: text,
});
const count =
  (most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
const persona: Check = (value) =>
  shaped({ kind: oneOf('full', 'demographics', 'none') })(value) ||
  shaped({ kind: oneOf('only', 'without'), fields: listOf(text) })(value);
const price = shaped({ in: number, out: number, cachedIn: optional(number) });
const entryChecks: readonly Check[] = [
  shaped({
    kind: oneOf('openai'),
    name: text,
    baseUrl: listOf(text),
    model: text,
    keyEnv: optional(text),
    price: optional(price),
    concurrency: optional(number),
    embeddings: optional(text),
    demonstration: oneOf(true, false),
  }),
  shaped({
    kind: oneOf('embedded'),
    name: text,
    file: optional(text),
    lora: optional(text),
    demonstration: oneOf(true, false),
  }),
];

const safeId: Check = (value) =>
  typeof value === 'string' && /^[\p{L}\p{N}._+-]+$/u.test(value) && !value.startsWith('.');

const shape: Readonly<Record<string, Check>> = {
  format: oneOf(1),
  id: safeId,
  name: safeId,
  study: shaped({
    id: text,
    path: text,
    hash: text,
    dataHash: orNull(text),
    sampleHash: optional(orNull(text)),
  }),
  model: shaped({
    name: text,
    engine: oneOf('openai', 'embedded', 'editor', 'none'),
    model: text,
    where: text,
    demonstration: oneOf(true, false),
  }),
  entry: orNull((value) => entryChecks.some((check) => check(value))),
  budget: shaped({ usd: optional(number), calls: optional(number), tokens: optional(number) }),
  concurrency: orNull(number),
  fresh: oneOf(true, false),
  settings: shaped({
    model: text,
    strategy: oneOf(...strategyNames),
    respondents: optional(number),
    assign: oneOf('data', 'all'),
    seed: number,
    temperature: number,
    conditions: listOf(text),
    outcomes: listOf(text),
    items: optional(listOf(text)),
    prompts: templates,
    draws: optional(count(mostDraws)),
    orders: optional(oneOf(...ordersNames)),
    frames: optional(count(mostFrames)),
    person: optional(oneOf(0, 1, 2, 3)),
    persona: optional(persona),
    randomised: optional(oneOf(true, false)),
    calibrate: optional(oneOf('none', 'temperature', 'shrinkage')),
    fewShot: optional(
      shaped({ k: count(mostExamples), similarity: oneOf('bm25', 'embeddings'), by: listOf(text) }),
    ),
    group: optional(shaped({ by: listOf(text), strategy: oneOf(...strategyNames) })),
  }),
  answers: number,
  createdMs: number,
  version: text,
  state: oneOf('running', 'complete', 'incomplete'),
  why: orNull(text),
  counts: orNull(shaped({ answers: number, requests: number, cached: number, failed: number })),
  limitHistory: listOf(shaped({ atMs: number, limit: number, why: text })),
  // A manifest that came with someone else's folder must not make a resumed run write over another file.
  resultsPath: (value) => typeof value === 'string' && value.endsWith('.results.yaml'),
  results: orNull(text),
  answersHash: orNull(text),
  seconds: number,
};

/** The first key that is not what it has to be, in words; undefined when all are. */
function firstProblem(found: unknown): string | undefined {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return 'it is not a mapping';
  const wrong = Object.keys(shape).find((key) => !shape[key]?.((found as Record<string, unknown>)[key]));
  return wrong === undefined ? undefined : `\`${wrong}\` is not as expected`;
}

function badManifest(path: string, why: string, cause?: unknown): VignetteError {
  return new VignetteError({
    code: 'run/bad-manifest',
    message: `${path} cannot be used: ${why}.`,
    help: 'Start a new run; answers in the cache are used again.',
    audience: 'usage',
    cause,
  });
}
