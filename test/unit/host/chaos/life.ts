import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { RunReply } from '../../../../src/protocol/run';

/** What ends a life of the run process: the time since something happened in it, or nothing. */
export interface Death {
  /** Since what: the start of the process, the n-th call of this life, or the last call of the run. */
  readonly after: 'start' | 'call' | 'last call';
  /** Which call of this life, from 1. */
  readonly nth: number;
  readonly ms: number;
}

export interface Life {
  readonly killed: boolean;
  /** Highest count of answers that it told. */
  readonly told: number;
  readonly failure: string | undefined;
}

/** Starts `runner` with a request and kills it when it is time; `onCall` is told each call that comes in. */
export async function live(about: {
  readonly runner: string;
  readonly home: string;
  readonly request: object;
  /** Every death that may come; the first one that does. */
  readonly deaths: readonly Death[];
  /** Sets who is told that a call came in, and whether it was the last of the run. */
  readonly onCall: (listen: (isLast: boolean) => void) => void;
  /** The journal is full already, so that the last call was made in an earlier life. */
  readonly answered: boolean;
}): Promise<Life> {
  const env = {
    ...process.env,
    VIGNETTE_HOME: about.home,
    VIGNETTE_LOCAL_SERVERS: 'off',
  };
  const child = fork(about.runner, [], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { pid } = child;
  const timers: NodeJS.Timeout[] = [];
  let killed = false;
  let told = 0;
  let failure: string | undefined;
  let over = false;
  let calls = 0;

  const kill = (): void => {
    if (over || killed || pid === undefined) return;
    killed = true;
    process.kill(pid, 'SIGKILL');
  };
  const die = (happened: Death['after'], nth = 0): void => {
    for (const { after, nth: wanted, ms } of about.deaths)
      if (after === happened && (after !== 'call' || wanted === nth)) timers.push(setTimeout(kill, ms));
  };

  about.onCall((isLast) => {
    die('call', (calls += 1));
    if (isLast) die('last call');
  });
  child.on('message', (reply: RunReply) => {
    if (reply.type === 'started' && about.answered) die('last call');
    if (reply.type === 'progress') told = Math.max(told, reply.progress.answered);
    if (reply.type === 'failed') failure = `${reply.error.code}: ${reply.error.message}`;
    if (reply.type !== 'done' && reply.type !== 'failed') return;
    over = true;
    child.disconnect();
  });
  child.send(about.request);
  die('start');
  await once(child, 'exit');
  for (const timer of timers) clearTimeout(timer);
  return { killed, told, failure };
}
