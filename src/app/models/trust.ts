import { VignetteError } from '../../util/errors';
import type { ModelEntry } from '../../workspace/types';
import type { Services } from '../services';
import type { TrustResult } from '../types';
import { projectHere } from './projectHere';

/**
 * Lets the key of one model go to its hosts, from now on and for every project of this user.
 * @throws VignetteError `model/unknown`, `model/no-key`.
 */
export async function trust(services: Services, options: { readonly model: string }): Promise<TrustResult> {
  const project = await projectHere(services);
  const entry = project.models.find(({ name }) => name === options.model);
  if (entry === undefined) throw unknown(options.model, project.models);
  const { keyEnv, where } = await services.models.describe(entry);
  if (keyEnv === null) throw noKey(options.model);
  for (const origin of where) await services.approvals.allowKey(keyEnv, origin);
  return { model: entry.name, keyEnv, origins: where };
}

function unknown(name: string, known: readonly ModelEntry[]): VignetteError {
  const names = known.map((entry) => entry.name);
  return new VignetteError({
    code: 'model/unknown',
    message: `No vignette.yaml at or above this folder has a model called ${name}.`,
    help: names.length === 0 ? 'Go to the folder of the project.' : `It has: ${names.join(', ')}.`,
    audience: 'usage',
  });
}

function noKey(name: string): VignetteError {
  return new VignetteError({
    code: 'model/no-key',
    message: `The model ${name} uses no key, so there is nothing to trust.`,
    help: 'Name the variable of its key with `keyEnv` if it needs one.',
    audience: 'usage',
  });
}
