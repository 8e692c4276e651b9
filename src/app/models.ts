import { VignetteError } from '../util/errors';
import { loadProject } from '../workspace/project';
import type { ModelEntry } from '../workspace/types';
import { chooseModel, embeddedEntry } from './inputs/chooseModel';
import type { Services } from './services';
import type { ModelsResult, TrustResult } from './types';

/** The endpoints of the project here, what `local` means, which of them answer, and what they can do. */
export async function models(services: Services, signal: AbortSignal): Promise<ModelsResult> {
  const project = await projectHere(services);
  const wish = { model: 'local', strategy: 'direct', endpoint: undefined } as const;
  const local = await chooseModel(services, project, wish, signal);
  const entries = [...project.models];
  for (const entry of [local, embeddedEntry])
    if (entry !== undefined && !entries.some(({ name }) => name === entry.name)) entries.push(entry);
  const context = { root: project.root, signal };
  return {
    project: project.file ?? null,
    models: await Promise.all(entries.map((entry) => services.models.probe(entry, context))),
    local: local?.name === 'local' ? whereOf(local) : (local?.name ?? ''),
  };
}

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

function projectHere(services: Services): ReturnType<typeof loadProject> {
  return loadProject(services.files, `${services.cwd}/vignette.yaml`);
}

function whereOf(entry: ModelEntry): string {
  return entry.kind === 'embedded' ? 'embedded' : entry.baseUrl.join(', ');
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
