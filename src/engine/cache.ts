import type { AnswerCache, Clock } from '../simulate/ports';
import type { ModelReply } from '../simulate/types';
import { asVignetteError, type VignetteError } from '../util/errors';
import type { Files } from '../workspace/files';
import { makeAppended } from './store/appended';
import { isReply } from './store/guards';
import { openShards } from './store/shards';

export type OpenCache = AnswerCache & { close(): Promise<void> };

/**
 * Replies that were paid for, by the hash of what was asked, in append-only shards of a folder. In memory is only where
 * each lies. Lines of any other shape, and what a killed process left of a line, are passed over. Several processes may
 * append at once.
 * @param onProblem told once when replies can no longer be kept (a full disk); answering goes on without.
 */
export async function openCache(
  files: Files,
  folder: string,
  clock: Clock,
  onProblem: (problem: VignetteError) => void = () => undefined,
): Promise<OpenCache> {
  const opened = await openShards(files, folder);
  let told = false;
  const appended = makeAppended({ files, folder, clock }, opened, (error) => {
    if (!told) onProblem(asVignetteError(error));
    told = true;
  });

  function replyFor(key: string): ModelReply | undefined {
    return replyOf(appended.find(key) ?? kept(key));
  }

  function kept(key: string): string | undefined {
    try {
      return opened.shards.find(key);
    } catch {
      // The shard was taken away: what is gone is asked again.
      return undefined;
    }
  }

  return {
    get: replyFor,
    put: async (key, reply) => {
      if (replyFor(key) === undefined) await appended.add(key, JSON.stringify(reply));
    },
    close: async () => {
      await appended.close();
      opened.shards.close();
    },
  };
}

function replyOf(text: string | undefined): ModelReply | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isReply(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
