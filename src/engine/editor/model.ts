import { throwIfAborted } from '../../util/abort';
import { VignetteError } from '../../util/errors';
import type { Clock } from '../../simulate/ports';
import { tokenRange } from '../../simulate/tokens';
import type { Message, Model, ModelCall, ModelIdentity, ModelReply } from '../../simulate/types';
import { rng } from '../../util/rng';
import type { ModelEntry } from '../../workspace/types';
import type { Attempt } from '../failure';
import { retryDefaults, withRetries } from '../retry';
import type { EditorModelInfo, EditorModels, EditorReply, EditorTrouble } from '../../simulate/ports';

export type EditorEntry = Extract<ModelEntry, { kind: 'editor' }>;

export interface EditorDeps {
  /** Undefined: there is no editor. */
  readonly editor: EditorModels | undefined;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly signal: AbortSignal;
  /** Longest wait for one reply. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 120_000;
/** Providers of an editor are made for one person who types: many calls at once are refused. */
const atOnce = 4;
const retries = { ...retryDefaults, transient: 3, baseMs: 1000 };

/**
 * A model that the editor offers, asked through the editor.
 * @throws VignetteError `model/no-editor`, `model/not-found`, `run/cancelled`.
 */
export async function editorModel(entry: EditorEntry, deps: EditorDeps): Promise<Model> {
  const { editor } = deps;
  if (editor === undefined) throw noEditor(entry);
  const [info] = await editor.list({ name: entry.model, asLocal: false }, deps.signal);
  throwIfAborted(deps.signal);
  if (info === undefined) throw noSuchModel(entry);
  return {
    identity: identityOf(entry, info),
    capabilities: { logprobs: false, sampling: false, local: false, parallel: atOnce },
    price: entry.price,
    ask: (call, signal) => answer(call, { editor, info, deps }, signal),
    limit: () => entry.concurrency ?? atOnce,
    limitHistory: () => [],
    dispose: () => Promise.resolve(),
  };
}

/** As every address of a model is shown and agreed to. */
export function placeOfEditorModel(name: string | undefined): string {
  return name === undefined ? 'the editor' : `the editor (${name})`;
}

/** `vendor/family`, by which a model is named in a project file. */
export function nameOfEditorModel({ vendor, family }: EditorModelInfo): string {
  return `${vendor}/${family}`;
}

function identityOf({ name, demonstration }: EditorEntry, info: EditorModelInfo): ModelIdentity {
  return { name, engine: 'editor', model: nameOfEditorModel(info), where: info.id, demonstration };
}

interface Asking {
  readonly editor: EditorModels;
  readonly info: EditorModelInfo;
  readonly deps: EditorDeps;
}

async function answer(
  call: ModelCall,
  { editor, info, deps }: Asking,
  signal: AbortSignal,
): Promise<ModelReply> {
  if (call.kind === 'options') throw noLogprobs(info);
  const { messages } = call;
  const attempt = async (): Promise<Attempt<string>> => {
    const patience = AbortSignal.timeout(deps.timeoutMs ?? usualTimeoutMs);
    try {
      const reply = await editor.ask({ model: info.id, messages }, AbortSignal.any([signal, patience]));
      return attemptOf(reply, info);
    } catch (error) {
      throwIfAborted(signal);
      if (!patience.aborted) throw error;
      return transient('model/timeout', `${info.name} did not answer in time.`);
    }
  };
  const ports = {
    clock: deps.clock,
    rng: rng('editor', info.id),
    settings: retries,
    onEvent: () => undefined,
  };
  const text = await withRetries(attempt, ports, signal);
  const usage = { in: tokens(messages), out: tokens([{ role: 'user', content: text }]), cachedIn: 0 };
  return { kind: 'text', text, usage: { ...usage, estimated: true } };
}

const finals: Readonly<
  Record<Exclude<EditorTrouble, 'trouble'>, { code: string; of: 'call' | 'endpoint'; help: string }>
> = {
  'not-allowed': {
    code: 'model/forbidden',
    of: 'endpoint',
    help: 'Allow Vignette to use it: "Manage Language Model Access" in the editor.',
  },
  'not-found': {
    code: 'model/not-found',
    of: 'endpoint',
    help: 'Sign in with its provider, or name another model.',
  },
  blocked: { code: 'model/refused', of: 'call', help: 'Change what the study asks, or name another model.' },
};

function attemptOf(reply: EditorReply, { name }: EditorModelInfo): Attempt<string> {
  if (reply.kind === 'text') return { ok: true, value: reply.text };
  const message = `${name} gave no answer: ${reply.message}`;
  if (reply.why === 'trouble') return transient('model/unreachable', message);
  const { code, of, help } = finals[reply.why];
  return { ok: false, failure: { kind: 'final', of, error: problem(code, message, help) } };
}

function transient(code: string, message: string): Attempt<never> {
  const error = problem(code, message, 'Resume the run later; what was answered is kept.');
  return { ok: false, failure: { kind: 'transient', retryAfterMs: undefined, error } };
}

/** In the middle of the range of an estimate. */
function tokens(messages: readonly Message[]): number {
  const [least, most] = tokenRange(messages);
  return Math.round((least + most) / 2);
}

function noEditor({ name }: EditorEntry): VignetteError {
  return problem(
    'model/no-editor',
    `${name} is a model of the editor, and no editor is here.`,
    'Run the study in the editor, or name another model.',
  );
}

function noSuchModel({ model }: EditorEntry): VignetteError {
  const what = model === undefined ? 'no model' : `no model ${model}`;
  return problem(
    'model/not-found',
    `The editor offers ${what}.`,
    'Install and sign in with an extension that provides it, or name another model.',
  );
}

function noLogprobs({ name }: EditorModelInfo): VignetteError {
  return problem(
    'model/no-logprobs',
    `${name} is a model of the editor, which gives no probabilities of tokens.`,
    'Use the strategy direct or verbalize, or a model whose endpoint gives logprobs.',
  );
}

function problem(code: string, message: string, help: string): VignetteError {
  return new VignetteError({ code, message, help, audience: 'endpoint' });
}
