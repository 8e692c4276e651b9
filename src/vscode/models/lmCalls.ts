import type { LmCall, LmReply, RunReply } from '../../protocol/run';
import { fitting, replyOf, type ChatModel } from './editorModels';

/** The models of the editor as the run process may ask for them. */
export interface OfferedModels {
  /** Whatever the editor offers now. */
  all(): Promise<readonly ChatModel[]>;
  /** Whether the user agreed to take this one where a study says `local`. */
  isLocal(model: ChatModel): boolean;
}

export function isLmCall(reply: RunReply): reply is LmCall {
  return reply.type === 'lmModels' || reply.type === 'lmRequest' || reply.type === 'lmCancel';
}

/** Answers what the run process asks of the models of the editor. */
export interface LmCalls {
  receive(call: LmCall): void;
  /** Nobody waits for any reply any more. */
  cancelAll(): void;
}

export function lmCalls(
  models: OfferedModels,
  answer: (id: number, call: number, reply: LmReply) => void,
): LmCalls {
  const open = new Map<string, AbortController>();
  const keyOf = ({ id, call }: LmCall): string => `${id} ${call}`;

  const ask = async (call: Extract<LmCall, { type: 'lmRequest' }>): Promise<void> => {
    const stop = new AbortController();
    open.set(keyOf(call), stop);
    const all = await models.all().catch(() => []);
    const model = all.find(({ id }) => id === call.model);
    const reply = await replyOf(model, call.messages, stop.signal);
    open.delete(keyOf(call));
    if (!stop.signal.aborted) answer(call.id, call.call, reply);
  };
  const list = async ({ id, call, name, asLocal }: Extract<LmCall, { type: 'lmModels' }>): Promise<void> => {
    const all = await models.all().catch(() => []);
    const found = fitting(all, name).filter((model) => !asLocal || models.isLocal(model));
    const plain = found.map(({ id, vendor, family, name }) => ({ id, vendor, family, name }));
    answer(id, call, { kind: 'models', models: plain });
  };
  return {
    receive: (call) => {
      if (call.type === 'lmModels') return void list(call);
      if (call.type === 'lmRequest') return void ask(call);
      open.get(keyOf(call))?.abort();
      open.delete(keyOf(call));
    },
    cancelAll: () => {
      for (const stop of open.values()) stop.abort();
      open.clear();
    },
  };
}
