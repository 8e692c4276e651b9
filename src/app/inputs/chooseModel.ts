import { baselineNames } from '../../study/strategies';
import type { StrategyName } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { nearest } from '../../util/nearest';
import type { ModelEntry, Project } from '../../workspace/types';
import type { Services } from '../services';
import type { SimulateOptions } from '../types';

/** The small model inside Vignette; it is always there to be chosen. */
export const embeddedEntry: ModelEntry = {
  kind: 'embedded',
  name: 'embedded',
  file: undefined,
  lora: undefined,
  demonstration: true,
};

const baselines: readonly string[] = baselineNames;

export interface ModelWish {
  readonly model: string;
  readonly strategy: StrategyName;
  readonly endpoint: SimulateOptions['endpoint'];
}

/**
 * The entry that a name stands for; undefined for a baseline, which needs no model.
 * `local` is the project's own `local`, else a model of the editor that the user agreed to, else a server on this
 * machine that answers, else the embedded engine.
 * @throws VignetteError `model/unknown`, `model/bad-url`.
 */
export async function chooseModel(
  services: Services,
  project: Project,
  wish: ModelWish,
  signal: AbortSignal,
): Promise<ModelEntry | undefined> {
  if (wish.strategy === 'baseline') {
    if (!baselines.includes(wish.model)) throw unknownModel(wish.model, baselines);
    return undefined;
  }
  if (wish.endpoint !== undefined) return entryByHand(wish.endpoint);
  const named = project.models.find(({ name }) => name === wish.model);
  if (named !== undefined) return named;
  if (wish.model === 'local') {
    const { models } = services;
    // A model of the editor gives no probabilities of tokens.
    const editor = wish.strategy === 'logprob' ? undefined : await models.editorModel(signal);
    return editor ?? (await models.localServer(signal)) ?? embeddedEntry;
  }
  if (wish.model === 'embedded') return embeddedEntry;
  throw unknownModel(wish.model, modelNames(project));
}

/** Every name that `simulate.model` may have. */
export function modelNames(project: Pick<Project, 'models'>): readonly string[] {
  return [...new Set([...project.models.map(({ name }) => name), 'local', 'embedded'])];
}

function entryByHand(endpoint: NonNullable<SimulateOptions['endpoint']>): ModelEntry {
  if (!/^https?:\/\/[^/@\s]+(\/\S*)?$/i.test(endpoint.baseUrl))
    throw new VignetteError({
      code: 'model/bad-url',
      message: `${endpoint.baseUrl} is not the base URL of an endpoint.`,
      help: 'Write it with http:// or https:// and without a user name, for example http://127.0.0.1:8080/v1.',
      audience: 'usage',
    });
  return {
    kind: 'openai',
    name: endpoint.apiModel.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'endpoint',
    baseUrl: [endpoint.baseUrl],
    model: endpoint.apiModel,
    keyEnv: endpoint.keyEnv,
    price: undefined,
    prompts: undefined,
    demonstration: false,
    concurrency: undefined,
  };
}

function unknownModel(name: string, known: readonly string[]): VignetteError {
  const close = nearest(name, known);
  return new VignetteError({
    code: 'model/unknown',
    message: `There is no model called ${name}.`,
    help: `${close === undefined ? '' : `Did you mean ${close}? `}Known here: ${known.join(', ')}.`,
    audience: 'usage',
  });
}
