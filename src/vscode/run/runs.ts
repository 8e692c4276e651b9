import { commands, EventEmitter, type Disposable, type Event } from 'vscode';
import type { SimulateOptions, SimulateResult } from '../../app/types';
import type { Keys, RunRequest } from '../../protocol/run';
import type { RunProgress } from '../../simulate/ports';
import { asVignetteError, type VignetteError } from '../../util/errors';
import { ContextKey } from '../ids';
import type { ReplyOf, RunProcess } from './runProcess';

/** A run that goes on now. */
export interface ActiveRun {
  /** Path of the study; empty while a resumed run has not said which. */
  readonly study: string;
  readonly title: string;
  readonly phase: 'preparing' | 'running' | 'stopping';
  /** What is being prepared. */
  readonly status: string;
  /** Of the preparation, 0 … 1. */
  readonly share: number | undefined;
  readonly total: number | undefined;
  readonly progress: RunProgress | undefined;
}

export type RunEnd =
  | { readonly study: string; readonly result: SimulateResult; readonly error: undefined }
  | { readonly study: string; readonly result: undefined; readonly error: VignetteError };

/** The runs of this window. */
export interface Runs extends Disposable {
  readonly active: readonly ActiveRun[];
  /** The newest that is asking, else the newest: what the status bar shows and stops. */
  readonly foremost: ActiveRun | undefined;
  readonly onChange: Event<void>;
  readonly onEnd: Event<RunEnd>;
  /** Undefined: this study is not running. */
  of(study: string): ActiveRun | undefined;
  simulate(options: SimulateOptions, title: string, keys: Keys): Promise<RunEnd>;
  resume(
    run: { readonly run: string; readonly root: string; readonly study: string },
    title: string,
    keys: Keys,
  ): Promise<RunEnd>;
  /** The run of a study, or the foremost: gracefully at first, at once when asked again. */
  stop(study?: string): void;
}

interface Entry {
  id: number | undefined;
  state: ActiveRun;
}

export function createRuns(runProcess: RunProcess): Runs {
  const entries: Entry[] = [];
  const change = new EventEmitter<void>();
  const end = new EventEmitter<RunEnd>();

  const update = (entry: Entry, part: Partial<ActiveRun>): void => {
    entry.state = { ...entry.state, ...part };
    change.fire();
  };
  const begin = async (study: string, title: string, request: Started): Promise<RunEnd> => {
    const entry: Entry = { id: undefined, state: preparing(study, title) };
    entries.push(entry);
    announce(entries.length);
    change.fire();
    const ended = await runProcess
      .ask<'simulate' | 'resume'>(request, {
        sent: (id) => {
          entry.id = id;
        },
        reply: (reply) => update(entry, heard(reply, entry.state.phase)),
      })
      .then((result): RunEnd => ({ study, result, error: undefined }))
      .catch((error: unknown): RunEnd => ({ study, result: undefined, error: asVignetteError(error) }));
    entries.splice(entries.indexOf(entry), 1);
    announce(entries.length);
    change.fire();
    end.fire(ended);
    return ended;
  };
  const foremost = (): Entry | undefined =>
    entries.findLast(({ state }) => state.phase !== 'preparing') ?? entries.at(-1);
  return {
    get active() {
      return entries.map((entry) => entry.state);
    },
    get foremost() {
      return foremost()?.state;
    },
    onChange: change.event,
    onEnd: end.event,
    of: (study) => entries.findLast((entry) => entry.state.study === study)?.state,
    simulate: (options, title, keys) => begin(options.study, title, { type: 'simulate', options, keys }),
    resume: ({ run, root, study }, title, keys) => begin(study, title, { type: 'resume', run, root, keys }),
    stop: (study) => {
      const entry = study === undefined ? foremost() : entries.findLast(({ state }) => state.study === study);
      if (entry?.id === undefined) return;
      runProcess.stop(entry.id, entry.state.phase === 'stopping');
      update(entry, { phase: 'stopping' });
    },
    dispose: () => {
      change.dispose();
      end.dispose();
    },
  };
}

type Started =
  | Omit<Extract<RunRequest, { readonly type: 'simulate' }>, 'id'>
  | Omit<Extract<RunRequest, { readonly type: 'resume' }>, 'id'>;

function preparing(study: string, title: string): ActiveRun {
  return {
    study,
    title,
    phase: 'preparing',
    status: 'Preparing',
    share: undefined,
    total: undefined,
    progress: undefined,
  };
}

function heard(reply: ReplyOf, before: ActiveRun['phase']): Partial<ActiveRun> {
  // A stop that was asked for stays asked for.
  const phase = before === 'stopping' ? 'stopping' : 'running';
  switch (reply.type) {
    case 'status':
      return { status: reply.text, share: reply.share };
    case 'started':
      return { total: reply.total, phase };
    case 'progress':
      return { progress: reply.progress, phase };
    default:
      return {};
  }
}

function announce(count: number): void {
  void commands.executeCommand('setContext', ContextKey.running, count > 0);
}
