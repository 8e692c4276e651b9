import type { EmbeddedStatus, OnProgress } from '../../engine/embedded/types';
import { VignetteError } from '../../util/errors';
import type { Services } from '../services';

/** What `models get` did. */
export interface ModelsGetResult {
  readonly model: string;
  readonly engine: string;
  readonly file: string;
  /** What had to be fetched; empty when everything was there. */
  readonly fetched: readonly ('engine' | 'model')[];
}

/**
 * Gets a model that runs on this machine: `embedded` is the only one that can be fetched.
 * @throws VignetteError `model/not-fetchable`, and what `EmbeddedStore.fetch` throws.
 */
export async function modelsGet(
  services: Pick<Services, 'embedded'>,
  options: { readonly model: string },
  signal: AbortSignal,
  report: OnProgress,
): Promise<ModelsGetResult> {
  if (options.model !== 'embedded') throw notFetchable(options.model);
  const before = await services.embedded.status();
  const after = await services.embedded.fetch(signal, report);
  return {
    model: options.model,
    engine: after.paths.engine,
    file: after.paths.model,
    fetched: missingParts(before),
  };
}

function missingParts(status: EmbeddedStatus): readonly ('engine' | 'model')[] {
  return (['engine', 'model'] as const).filter((part) => status[part] === 'missing');
}

function notFetchable(model: string): VignetteError {
  return new VignetteError({
    code: 'model/not-fetchable',
    message: `The model "${model}" cannot be fetched.`,
    help: 'Only "embedded" can: `vignette models get embedded`. Others are named in vignette.yaml.',
    audience: 'usage',
  });
}
