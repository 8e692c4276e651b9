import { fork, type ChildProcess } from 'node:child_process';
import { Uri, workspace, type Disposable } from 'vscode';
import type {
  CompareResult,
  DoctorResult,
  ModelsResult,
  PlanResult,
  PromptResult,
  SimulateResult,
  TrustResult,
} from '../../app/types';
import type { ModelsGetResult } from '../../app/models/get';
import type { DataProfile } from '../../data/types';
import type { LmCall, RunReply, RunRequest } from '../../protocol/run';
import { VignetteError } from '../../util/errors';
import { logError, type Log } from '../log';
import { isLmCall, lmCalls, type OfferedModels } from '../models/lmCalls';
import { processEnvironment } from './processEnvironment';
import { isRunReply } from './replies';

/** What each request is answered with. */
interface Answers {
  readonly simulate: SimulateResult;
  readonly resume: SimulateResult;
  readonly profile: DataProfile;
  readonly plan: PlanResult;
  readonly prompt: PromptResult;
  readonly compare: CompareResult;
  readonly doctor: DoctorResult;
  readonly models: ModelsResult;
  readonly getModel: ModelsGetResult;
  readonly trustModel: TrustResult;
}

type Asked<T> = Extract<RunRequest, { readonly type: T }>;
/** A reply to one request. */
export type ReplyOf = Exclude<RunReply, LmCall | { readonly type: 'ready' }>;
export type Question = Extract<RunReply, { readonly type: 'question' }>;

/** The process beside the editor in which everything runs that lasts; it starts at the first request. */
export interface RunProcess extends Disposable {
  /** Undefined while it is not running. */
  readonly pid: number | undefined;
  /**
   * Sends a request; the listener learns its number, by which it can be stopped, and what comes before the end.
   * @throws the request's own error, or `run/process-died`.
   */
  ask<T extends keyof Answers>(
    request: Omit<Asked<T>, 'id'> & { readonly type: T },
    listener?: Listener,
  ): Promise<Answers[T]>;
  /** Stops a request: gracefully, or, forced, at once. */
  stop(id: number, forced: boolean): void;
}

export interface Listener {
  sent(id: number): void;
  reply(reply: ReplyOf): void;
}

interface Waiting {
  readonly listener: Listener | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: VignetteError) => void;
}

export function createRunProcess(
  extension: Uri,
  log: Log,
  confirm: (question: Question) => Promise<boolean>,
  models: OfferedModels,
): RunProcess {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcess | undefined;
  let nextId = 1;

  const send = (request: RunRequest): void => {
    child ??= start();
    child.send(request, (error) => {
      if (error) settle(request.id)?.reject(processDied(String(error)));
    });
  };
  const calls = lmCalls(models, (id, call, reply) => {
    if (waiting.has(id)) send({ type: 'lmReply', id, call, reply });
  });
  const settle = (id: number): Waiting | undefined => take(waiting, id);
  const start = (): ChildProcess => {
    const started = forkRunner(extension, log);
    listen(started, log, onReply, (how) => {
      if (child === started) child = undefined;
      calls.cancelAll();
      for (const id of [...waiting.keys()]) settle(id)?.reject(processDied(how));
    });
    return started;
  };
  const onReply = (reply: RunReply): void => {
    if (reply.type === 'ready') return log.info(`The run process is up: process ${reply.pid}.`);
    if (isLmCall(reply)) return calls.receive(reply);
    if (reply.type === 'question') return void answer(reply);
    if (reply.type === 'done') return settle(reply.id)?.resolve(reply.result);
    if (reply.type === 'failed') return settle(reply.id)?.reject(failure(reply.error));
    waiting.get(reply.id)?.listener?.reply(reply);
  };
  const answer = async (question: Question): Promise<void> => {
    const yes = await confirmed(confirm, question, log);
    if (waiting.has(question.id)) send({ type: 'answer', id: question.id, question: question.question, yes });
  };
  return {
    get pid() {
      return child?.pid;
    },
    ask: (request, listener) =>
      new Promise((resolve, reject) => {
        waiting.set(nextId, { listener, resolve: resolve as (result: unknown) => void, reject });
        listener?.sent(nextId);
        send({ ...request, id: nextId++ } as unknown as RunRequest);
      }),
    stop: (id, forced) => {
      if (waiting.has(id)) send({ type: 'stop', id, forced });
    },
    dispose: () => child?.kill(),
  };
}

function take(waiting: Map<number, Waiting>, id: number): Waiting | undefined {
  const entry = waiting.get(id);
  waiting.delete(id);
  return entry;
}

/** A question that could not be asked is declined. */
function confirmed(
  confirm: (question: Question) => Promise<boolean>,
  question: Question,
  log: Log,
): Promise<boolean> {
  return confirm(question).catch((error: unknown) => {
    logError(log, 'Asking', error);
    return false;
  });
}

function listen(
  child: ChildProcess,
  log: Log,
  onReply: (reply: RunReply) => void,
  onExit: (how: string) => void,
): void {
  child.on('message', (message) => {
    if (isRunReply(message)) onReply(message);
    else log.warn('The run process sent something that is no message of ours; it was left out.');
  });
  child.on('error', (error) => {
    log.error(error);
    if (child.pid === undefined) onExit('it could not be started');
  });
  child.on('exit', (code, signal) => {
    const how = signal ?? `status ${code}`;
    log.info(`The run process ended (${how}).`);
    onExit(how);
  });
}

function forkRunner(extension: Uri, log: Log): ChildProcess {
  const runner = Uri.joinPath(extension, 'dist', 'runner.js').fsPath;
  const child = fork(runner, [], {
    execPath: process.execPath,
    execArgv: [],
    env: processEnvironment(process.env, networkSettings(), process.versions['electron'] !== undefined),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stdout?.on('data', (text: Buffer) => log.debug(text.toString().trimEnd()));
  child.stderr?.on('data', (text: Buffer) => log.warn(text.toString().trimEnd()));
  return child;
}

function networkSettings() {
  const http = workspace.getConfiguration('http');
  const noProxy = http.get<unknown>('noProxy');
  return {
    proxy: http.get<string>('proxy') || undefined,
    noProxy: Array.isArray(noProxy) ? noProxy.filter((host) => typeof host === 'string') : [],
    strictSsl: http.get<boolean>('proxyStrictSSL') !== false,
    systemCertificates: http.get<boolean>('systemCertificates') !== false,
  };
}

function processDied(how: string): VignetteError {
  return new VignetteError({
    code: 'run/process-died',
    message: `The run process ended unexpectedly (${how}).`,
    help: 'What was answered is kept: "Vignette: Resume Run" goes on from there.',
    audience: 'incomplete',
  });
}

function failure(error: { readonly code: string; readonly message: string; readonly help: string }) {
  return new VignetteError({ ...error, audience: error.code.startsWith('internal/') ? 'internal' : 'usage' });
}
