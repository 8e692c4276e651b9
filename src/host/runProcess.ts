import { compare } from '../app/compare';
import { doctor } from '../app/doctor';
import { openTable } from '../app/inputs/dataFile';
import { modelsGet } from '../app/models/get';
import { models } from '../app/models/list';
import { trust } from '../app/models/trust';
import { plan } from '../app/plan';
import { prompt } from '../app/prompt';
import { resume } from '../app/resume';
import type { Ask, Report, Services, Signals } from '../app/services';
import { simulate } from '../app/simulate';
import type { EditorModels } from '../simulate/ports';
import { profileTable } from '../data/profiling/profile';
import { isRunRequest } from '../protocol/requests';
import type { Keys, RunReply, RunRequest, RunResult } from '../protocol/run';
import { asVignetteError } from '../util/errors';
import { editorChannel, type EditorChannel } from './models/editorChannel';
import { endpointQueue, queuedModels, type EndpointQueue } from './models/endpointQueue';
import { slashes } from './nodeFiles';

/** How a run process is reached, and what it is made of. */
export interface RunProcessWorld {
  readonly send: (reply: RunReply) => void;
  readonly services: (world: {
    readonly cwd: string;
    readonly ask: Ask;
    readonly keys: Keys;
    readonly editor: EditorModels;
  }) => Services;
  readonly cwd: string;
}

export interface RunProcess {
  /** Takes one message; one that is no request of the protocol is left out. */
  receive(message: unknown): void;
  /** Stops everything gracefully; resolves when nothing goes on any more. */
  stopAll(): Promise<void>;
}

interface Going {
  readonly stop: AbortController;
  readonly force: AbortController;
  readonly answers: Map<number, (yes: boolean) => void>;
  readonly editor: EditorChannel;
  done: Promise<void>;
}

type Work = Exclude<RunRequest, { readonly type: 'stop' | 'answer' | 'lmReply' }>;

/** Answers the requests of the editor at once; runs wait for those before them at the same endpoint. */
export function runProcess(world: RunProcessWorld): RunProcess {
  const going = new Map<number, Going>();
  const queue = endpointQueue();

  const begin = (request: Work): void => {
    const entry: Going = {
      stop: new AbortController(),
      force: new AbortController(),
      answers: new Map(),
      editor: editorChannel(world.send, request.id),
      done: Promise.resolve(),
    };
    going.set(request.id, entry);
    entry.done = perform(world, request, entry, queue)
      .then(
        (result) => world.send({ type: 'done', id: request.id, result }),
        (error: unknown) => world.send({ type: 'failed', id: request.id, error: plain(error) }),
      )
      .finally(() => going.delete(request.id));
  };

  return {
    receive: (message) => {
      if (!isRunRequest(message)) return;
      if (message.type === 'stop') return stop(going.get(message.id), message.forced);
      if (message.type === 'answer')
        return going.get(message.id)?.answers.get(message.question)?.(message.yes);
      if (message.type === 'lmReply')
        return going.get(message.id)?.editor.receive(message.call, message.reply);
      if (!going.has(message.id)) begin(message);
    },
    stopAll: async () => {
      const all = [...going.values()];
      all.forEach((entry) => stop(entry, false));
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

function stop(entry: Going | undefined, forced: boolean): void {
  if (entry === undefined) return;
  entry.stop.abort();
  if (forced) entry.force.abort();
  // Nobody answers any more: what was asked is declined.
  for (const answer of entry.answers.values()) answer(false);
}

async function perform(
  world: RunProcessWorld,
  request: Work,
  entry: Going,
  queue: EndpointQueue,
): Promise<RunResult> {
  const signals: Signals = { stop: entry.stop.signal, force: entry.force.signal };
  const report = reportOf(world, request.id);
  const made = world.services({
    cwd: 'root' in request ? slashes(request.root) : world.cwd,
    ask: askOf(world, request.id, entry),
    keys: 'keys' in request ? request.keys : {},
    editor: entry.editor.models,
  });
  const services = { ...made, models: queuedModels(made.models, queue) };
  switch (request.type) {
    case 'simulate':
      return simulate(services, request.options, signals, report);
    case 'resume':
      return resume(services, { run: request.run, root: slashes(request.root) }, signals, report);
    case 'profile':
      return profile(services, request, signals.stop);
    case 'plan':
      return plan(services, request.options, signals.stop);
    case 'prompt':
      return prompt(services, request, signals.stop);
    case 'compare':
      return compare(services, request, signals.stop);
    case 'doctor':
      return doctor(services, signals.stop);
    case 'models':
      return models(services, signals.stop);
    case 'getModel':
      return modelsGet(services, { model: 'embedded' }, signals.stop, (text, share) =>
        report.status(text, share),
      );
    case 'trustModel':
      return trust(services, { model: request.model });
  }
}

async function profile(
  services: Services,
  { path, shown, wanted }: Extract<RunRequest, { readonly type: 'profile' }>,
  signal: AbortSignal,
): Promise<RunResult> {
  return profileTable(await openTable(services.files, slashes(path), signal), shown, wanted, signal);
}

function reportOf({ send }: RunProcessWorld, id: number): Report {
  return {
    started: (run) => send({ type: 'started', id, ...run }),
    status: (text, share) => send({ type: 'status', id, text, share }),
    progress: (progress) => send({ type: 'progress', id, progress }),
  };
}

function askOf({ send }: RunProcessWorld, id: number, { answers, stop: stopping }: Going): Ask {
  return {
    confirm: (question) =>
      new Promise((resolve) => {
        if (stopping.signal.aborted) return resolve(false);
        const number = answers.size;
        answers.set(number, resolve);
        send({ type: 'question', id, question: number, ...question });
      }),
  };
}

function plain(error: unknown): { readonly code: string; readonly message: string; readonly help: string } {
  const { code, message, help } = asVignetteError(error);
  return { code, message, help };
}
