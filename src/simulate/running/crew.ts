import type { FailureGate } from './failureGate';
import { asVignetteError, type VignetteError } from '../../util/errors';
import type { Plan } from '../plan';
import type { RunPorts, RunSignals } from '../ports';
import type { Answered, Prepared } from './answered';
import { makeChannel } from './channel';
import type { Tasks } from './tasks';

/** Most answers that may wait for the disk, or for an equal call, beyond the calls in flight. */
const mostWaiting = 1024;

/** Tasks looked at before others have their turn. */
const slice = 500;

/** Open tasks that are kept from the look into the cache until they are asked, to save writing them again. */
const mostKept = 2000;

type OpenTask = Extract<Prepared, { kind: 'open' }>;

/** Works through a plan: first what the cache knows, then what must be asked, as many calls at once as may be. */
export class Crew {
  readonly #ready = makeChannel<Answered>();
  readonly #taken: Uint8Array;
  readonly #kept = new Map<number, OpenTask>();
  #asking: boolean;
  #cursor = 0;
  #inFlight = 0;
  /** Tasks that wait for an equal call. */
  #sharing = 0;
  /** Answers on their way to the journal. */
  #writing = 0;
  /** Answers that nobody took yet. */
  #queued = 0;
  #why: string | undefined;
  #cause: VignetteError | undefined;

  constructor(
    readonly plan: Plan,
    readonly ports: RunPorts,
    readonly signals: RunSignals,
    readonly tasks: Tasks,
    done: Iterable<number>,
    readonly gate: FailureGate,
  ) {
    this.#taken = new Uint8Array(plan.total);
    for (const index of done) this.#taken[index] = 1;
    // Without a model there is nothing to look up before asking.
    this.#asking = plan.strategy.kind === 'host';
    signals.force.addEventListener('abort', () => this.#ready.wake(), { once: true });
  }

  /** Starts what may start now. True when it stopped only to let others have their turn. */
  fill(): boolean {
    const { stop, force } = this.signals;
    if (stop.aborted || force.aborted) this.halt('The run was stopped.');
    for (let looked = 0; looked < slice; looked += 1) {
      if (this.#why !== undefined || this.#sharing + this.#writing >= mostWaiting || this.#atEnd())
        return false;
      if (this.#step() === 'wait') return false;
      this.#cursor += 1;
    }
    return true;
  }

  /** The oldest answer that is in the journal and was not taken. */
  take(): Answered | undefined {
    const answered = this.#ready.take();
    if (answered !== undefined) this.#queued -= 1;
    return answered;
  }

  /** Resolves when there may be something to take or to start. */
  wait(): Promise<void> {
    return this.#ready.wait();
  }

  /** Starts nothing any more. The first reason stays. */
  halt(why: string): void {
    this.#why ??= why;
  }

  /** Nothing is under way and nothing will be started. */
  get finished(): boolean {
    const awaited = this.signals.force.aborted ? 0 : this.#inFlight + this.#sharing;
    const over = this.#why !== undefined || this.#atEnd();
    return over && awaited + this.#writing + this.#queued === 0;
  }

  get why(): string | undefined {
    return this.#why;
  }

  /** What ended the work from outside: the endpoint or the disk. */
  get cause(): VignetteError | undefined {
    return this.#cause;
  }

  /** Whether every task was looked at; after the look into the cache it begins anew, to ask. */
  #atEnd(): boolean {
    if (this.#cursor < this.plan.total) return false;
    if (this.#asking || this.plan.total === 0) return true;
    this.#asking = true;
    this.#cursor = 0;
    return false;
  }

  /** Deals with the task under the cursor, unless it has to wait. */
  #step(): 'next' | 'wait' {
    if (this.#taken[this.#cursor] === 1) return 'next';
    if (this.#asking && this.#inFlight >= this.#window()) return 'wait';
    const prepared = this.#kept.get(this.#cursor) ?? this.tasks.prepare(this.plan.task(this.#cursor));
    if (prepared.kind === 'open') {
      if (!this.#asking) return this.#keep(prepared);
      if (!this.#ask(prepared)) return 'wait';
      this.#kept.delete(this.#cursor);
    }
    if (prepared.kind === 'known') void this.#record(prepared.answered);
    if (prepared.kind === 'shared') this.#share(prepared);
    this.#taken[this.#cursor] = 1;
    return 'next';
  }

  /** Calls that are made once for many are looked at anew: by then another may have made them. */
  #keep(prepared: OpenTask): 'next' {
    const { strategy } = this.plan;
    const own = strategy.kind === 'model' && !strategy.merges;
    if (own && this.#kept.size < mostKept) this.#kept.set(this.#cursor, prepared);
    return 'next';
  }

  #window(): number {
    const limit = this.ports.model?.limit() ?? 1;
    return Math.max(1, Math.min(limit, this.ports.concurrency ?? Infinity, this.gate.room));
  }

  #ask(prepared: OpenTask): boolean {
    const work = prepared.start();
    if (work === undefined) {
      if (this.#inFlight === 0) this.halt(this.#overBudget());
      return false;
    }
    this.#inFlight += 1;
    void this.#follow(work, () => (this.#inFlight -= 1));
    return true;
  }

  #share(prepared: Extract<Prepared, { kind: 'shared' }>): void {
    this.#sharing += 1;
    void this.#follow(prepared.wait(), () => (this.#sharing -= 1));
  }

  /** `done` gives back the place among those in flight or sharing; an answer on its way to the journal has its own. */
  async #follow(work: Promise<Answered | undefined>, done: () => void): Promise<void> {
    let recorded: Promise<void> | undefined;
    try {
      const answered = await work;
      if (answered === undefined) this.halt(this.#overBudget());
      else if (!this.signals.force.aborted) recorded = this.#record(answered);
    } catch (error) {
      this.#fail(error);
    }
    done();
    this.#ready.wake();
    await recorded;
  }

  async #record(answered: Answered): Promise<void> {
    this.#writing += 1;
    try {
      const { prompt } = answered.record;
      if (prompt !== '') await this.ports.journal.prompt(prompt, answered.messages);
      await this.ports.journal.append(answered.record);
      this.#queued += 1;
      this.#ready.put(answered);
    } catch (error) {
      this.#fail(error);
    }
    this.#writing -= 1;
    this.#ready.wake();
  }

  #fail(error: unknown): void {
    if (this.signals.force.aborted) return;
    this.#cause ??= asVignetteError(error);
    this.halt(this.#cause.message);
  }

  #overBudget(): string {
    return `The budget of ${this.tasks.spending?.limit ?? 'this run'} is reached. Raise it to go on.`;
  }
}
