import { resolve } from 'node:path';
import type { Dispatcher } from 'undici';
import { requireKey } from '../../app/runs/openModel';
import type { Approvals, ModelDescription, ModelProbe, ModelProvider } from '../../app/services';
import { defaultModel, modelFile } from '../../engine/embedded/defaultModel';
import { editorModel, placeOfEditorModel } from '../../engine/editor/model';
import type { EditorModels } from '../../simulate/ports';
import { embeddedModel } from '../../engine/embedded/model';
import { embeddedStatus } from '../../engine/embedded/store';
import { addressOf } from '../../engine/http/address';
import { findLocalServer } from '../../engine/localServers';
import { openaiModel } from '../../engine/openai/model';
import type { Clock } from '../../simulate/ports';
import type { ModelIdentity } from '../../simulate/types';
import { asVignetteError } from '../../util/errors';
import type { ModelEntry } from '../../workspace/types';
import { keyFor, type KeySource } from './keys';
import { nodeFiles, slashes } from '../nodeFiles';
import { modelForLocal, probeEditor } from './editor';
import { probeEndpoint } from './probe';

type OpenaiEntry = Extract<ModelEntry, { kind: 'openai' }>;

export interface ProviderDeps {
  readonly approvals: Approvals;
  readonly clock: Clock;
  readonly storage: string;
  readonly keys: KeySource;
  /** Whether servers of this machine are looked for. */
  readonly lookForServers: boolean;
  /** Undefined: there is no editor. */
  readonly editor: EditorModels | undefined;
  /** Undefined: connections of this machine. */
  readonly dispatcher: Dispatcher | undefined;
}

/** Models of project files as this machine reaches them. No key leaves before its pair with the host is known. */
export function modelProvider(deps: ProviderDeps): ModelProvider {
  const describe = (entry: ModelEntry): Promise<ModelDescription> => describeEntry(entry, deps);
  return {
    describe,
    open: async (entry, { root, signal, onProgress }) => {
      if (entry.kind === 'embedded')
        return embeddedModel(entry, { home: deps.storage, root, threads: undefined, signal, onProgress });
      if (entry.kind === 'editor')
        return editorModel(entry, { editor: deps.editor, clock: deps.clock, signal });
      requireKey(await describe(entry));
      return openaiModel(entry, {
        key: await keyOf(entry, deps),
        clock: deps.clock,
        ...(deps.dispatcher === undefined ? {} : { dispatcher: deps.dispatcher }),
      });
    },
    identify: (entry) => Promise.resolve(identityOf(entry)),
    localServer: (signal) =>
      deps.lookForServers ? findLocalServer(fetch, signal) : Promise.resolve(undefined),
    editorModel: (signal) => modelForLocal(deps.editor, signal),
    probe: async (entry, { root, signal }) => {
      const description = await describe(entry).catch((error: unknown) => unresolved(entry, error));
      if ('problem' in description) return description;
      try {
        if (entry.kind === 'embedded') return await probeEmbedded(entry, description, root, deps.storage);
        return entry.kind === 'editor'
          ? await probeEditor(entry, description, deps.editor, signal)
          : await probeEndpoint(
              entry,
              description,
              { key: await keyOf(entry, deps), clock: deps.clock, dispatcher: deps.dispatcher },
              signal,
            );
      } catch (error) {
        return { ...description, answers: false, problem: asVignetteError(error).message, can: null };
      }
    },
  };
}

/** What an entry resolves to. */
export async function describeEntry(entry: ModelEntry, deps: ProviderDeps): Promise<ModelDescription> {
  const { name, demonstration } = entry;
  if (entry.kind === 'embedded')
    return {
      name,
      engine: 'embedded',
      where: [entry.file ?? slashes(modelFile(deps.storage, defaultModel))],
      model: entry.file ?? defaultModel.name,
      keyEnv: null,
      key: 'none-needed',
      local: true,
      demonstration,
    };
  if (entry.kind === 'editor')
    return {
      name,
      engine: 'editor',
      where: [placeOfEditorModel(entry.model)],
      model: entry.model ?? '',
      keyEnv: null,
      key: 'none-needed',
      local: false,
      demonstration,
    };
  const where = originsOf(entry);
  const { state } = await keyFor(entry.keyEnv, where, deps.keys, deps.approvals);
  return {
    name,
    engine: 'openai',
    where,
    model: entry.model,
    keyEnv: entry.keyEnv ?? null,
    key: state,
    local: entry.baseUrl.every((url) => addressOf(url).loopback),
    demonstration,
  };
}

/** The key, where it may go to the entry's hosts. */
export async function keyOf(entry: OpenaiEntry, deps: ProviderDeps): Promise<string | undefined> {
  const found = await keyFor(entry.keyEnv, originsOf(entry), deps.keys, deps.approvals);
  return found.state === 'ready' ? found.key : undefined;
}

/** @throws VignetteError `model/bad-url`. */
function originsOf({ baseUrl }: OpenaiEntry): readonly string[] {
  return [...new Set(baseUrl.map((url) => addressOf(url).origin))];
}

/** As the model says of itself once it is open; a model file of the user's own has to be read for that. */
function identityOf(entry: ModelEntry): ModelIdentity | undefined {
  const { name, demonstration } = entry;
  if (entry.kind === 'openai') {
    const where = [...originsOf(entry)].sort().join(' ');
    return { name, engine: 'openai', model: entry.model, where, demonstration };
  }
  if (entry.kind === 'editor' || entry.file !== undefined || entry.lora !== undefined) return undefined;
  const { file, sha256 } = defaultModel;
  return { name, engine: 'embedded', model: file, where: sha256, demonstration: true };
}

async function probeEmbedded(
  entry: Extract<ModelEntry, { kind: 'embedded' }>,
  description: ModelDescription,
  root: string,
  storage: string,
): Promise<ModelProbe> {
  const status = await embeddedStatus(storage);
  const own = entry.file === undefined ? undefined : resolve(root, entry.file);
  const hasFile = own === undefined ? status.model === 'ready' : (await nodeFiles.stat(own))?.kind === 'file';
  const problem = !hasFile
    ? `There is no model file ${own ?? description.where.join()}. Get the default one: vignette models get embedded`
    : status.engine === 'missing'
      ? 'The embedded engine is not installed. Get it: vignette models get embedded'
      : null;
  const can = problem === null ? { logprobs: true, seed: true, json: false } : null;
  return { ...description, answers: problem === null, problem, can };
}

/** An entry whose addresses cannot be read. */
function unresolved(entry: ModelEntry, error: unknown): ModelProbe {
  return {
    name: entry.name,
    engine: entry.kind,
    where: [],
    model: entry.kind === 'embedded' ? (entry.file ?? defaultModel.name) : (entry.model ?? ''),
    keyEnv: entry.kind === 'openai' ? (entry.keyEnv ?? null) : null,
    key: 'none-needed',
    local: false,
    demonstration: entry.demonstration,
    answers: false,
    problem: asVignetteError(error).message,
    can: null,
  };
}
