import type { EditorModelInfo, EditorReply, EditorTrouble } from '../../simulate/ports';
import type { Message } from '../../simulate/types';
import { isFields } from '../../util/fields';

/** As much of a chat model of the editor as is used. */
export interface ChatModel extends EditorModelInfo {
  /** The pieces of the reply; `cancel` is called when nobody waits for it any more. */
  send(
    messages: readonly Message[],
    signal: AbortSignal,
  ): Promise<{ readonly text: AsyncIterable<string>; readonly done: () => void }>;
}

/** Longest reply that is taken, in UTF-16 units. */
const mostText = 1_000_000;
const mostMessage = 300;

/** Those of the models that a name means: an id, a family, or `vendor/family`; every one without a name. */
export function fitting(models: readonly ChatModel[], name: string | undefined): readonly ChatModel[] {
  if (name === undefined) return models;
  return models.filter(({ id, vendor, family }) => [id, family, `${vendor}/${family}`].includes(name));
}

/** The reply of a model, whatever the provider does. Never rejects. */
export async function replyOf(
  model: ChatModel | undefined,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<EditorReply> {
  if (model === undefined)
    return { kind: 'failed', why: 'not-found', message: 'The editor does not offer it any more.' };
  try {
    const { text: pieces, done } = await model.send(messages, signal);
    try {
      return await gather(pieces, signal);
    } finally {
      done();
    }
  } catch (error) {
    return { kind: 'failed', why: troubleOf(error), message: messageOf(error) };
  }
}

async function gather(pieces: AsyncIterable<string>, signal: AbortSignal): Promise<EditorReply> {
  let text = '';
  for await (const piece of pieces) {
    if (signal.aborted) break;
    text += piece;
    if (text.length > mostText)
      return { kind: 'failed', why: 'blocked', message: 'The reply is longer than any answer.' };
  }
  return { kind: 'text', text };
}

/** By the codes that the editor documents. */
function troubleOf(error: unknown): EditorTrouble {
  const code = isFields(error) ? error['code'] : undefined;
  if (code === 'NoPermissions') return 'not-allowed';
  if (code === 'NotFound') return 'not-found';
  return code === 'Blocked' ? 'blocked' : 'trouble';
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, mostMessage);
}
