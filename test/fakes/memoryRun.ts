import type { AnswerCache, Journal } from '../../src/simulate/ports';
import type { AnswerRecord, Message, ModelReply } from '../../src/simulate/types';

/** A journal in memory; `failWith` makes the next writes fail. */
export interface MemoryJournal extends Journal {
  readonly records: readonly AnswerRecord[];
  readonly prompts: ReadonlyMap<string, readonly Message[]>;
  failWith(error: Error): void;
}

export function memoryJournal(done: readonly AnswerRecord[] = []): MemoryJournal {
  const records = [...done];
  const prompts = new Map<string, readonly Message[]>();
  let failure: Error | undefined;
  return {
    done: new Map(done.map((record) => [record.index, record])),
    append: async (record) => {
      await Promise.resolve();
      if (failure) throw failure;
      records.push(record);
    },
    prompt: async (hash, messages) => void prompts.set(hash, messages),
    close: async () => undefined,
    records,
    prompts,
    failWith: (error) => {
      failure = error;
    },
  };
}

export interface MemoryCache extends AnswerCache {
  readonly replies: Map<string, ModelReply>;
}

export function memoryCache(): MemoryCache {
  const replies = new Map<string, ModelReply>();
  return {
    replies,
    get: (key) => replies.get(key),
    put: async (key, reply) => void replies.set(key, reply),
  };
}
