import type { EditorModels } from '../../simulate/ports';
import type { LmCall, LmReply } from '../../protocol/run';
import { throwIfAborted } from '../../util/abort';

/** The models of the editor as a request of the run process reaches them: by messages that are answered. */
export interface EditorChannel {
  readonly models: EditorModels;
  /** Takes an answer; one that nobody waits for is left out. */
  receive(call: number, reply: LmReply): void;
}

type Question = Pick<Extract<LmCall, { type: 'lmModels' }>, 'type' | 'name' | 'asLocal'> | Request;
type Request = Omit<Extract<LmCall, { type: 'lmRequest' }>, 'id' | 'call'>;

/** @param send reaches the editor; the numbers of the calls are this channel's own. */
export function editorChannel(send: (message: LmCall) => void, id: number): EditorChannel {
  const waiting = new Map<number, (reply: LmReply) => void>();
  let next = 1;

  const ask = async (question: Question, signal: AbortSignal): Promise<LmReply> => {
    throwIfAborted(signal);
    const call = next++;
    const cancelled = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    const answered = new Promise<LmReply>((resolve) => waiting.set(call, resolve));
    send({ ...question, id, call });
    const reply = await Promise.race([answered, cancelled]);
    waiting.delete(call);
    if (reply !== undefined) return reply;
    send({ type: 'lmCancel', id, call });
    throwIfAborted(signal);
    throw new Error('A call was cancelled that nobody cancelled.');
  };
  return {
    models: {
      list: async ({ name, asLocal }, signal) => {
        const reply = await ask({ type: 'lmModels', name, asLocal }, signal).catch(() => undefined);
        return reply?.kind === 'models' ? reply.models : [];
      },
      ask: async ({ model, messages }, signal) => {
        const reply = await ask({ type: 'lmRequest', model, messages }, signal);
        if (reply.kind !== 'models') return reply;
        return { kind: 'failed', why: 'trouble', message: 'The editor answered another question.' };
      },
    },
    receive: (call, reply) => waiting.get(call)?.(reply),
  };
}
