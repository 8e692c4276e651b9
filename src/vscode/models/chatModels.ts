import { CancellationTokenSource, LanguageModelChatMessage, lm, type LanguageModelChat } from 'vscode';
import type { Message } from '../../simulate/types';
import type { ChatModel } from './editorModels';

const justification = 'Vignette asks it the questions of a study that you simulate.';

/** The chat models that the editor offers; none where it has no such interface. */
export async function chatModels(): Promise<readonly ChatModel[]> {
  const found = await lm.selectChatModels({});
  return found.map(chatModel);
}

function chatModel(chat: LanguageModelChat): ChatModel {
  const { id, vendor, family, name } = chat;
  return {
    id,
    vendor,
    family,
    name,
    send: async (messages, signal) => {
      const source = new CancellationTokenSource();
      const cancel = (): void => source.cancel();
      signal.addEventListener('abort', cancel, { once: true });
      const done = (): void => {
        signal.removeEventListener('abort', cancel);
        source.dispose();
      };
      try {
        const { text } = await chat.sendRequest(messages.map(chatMessage), { justification }, source.token);
        return { text, done };
      } catch (error) {
        done();
        throw error;
      }
    },
  };
}

/** The editor has no messages of the system: its models read them as the first words of the user. */
function chatMessage({ content }: Message): LanguageModelChatMessage {
  return LanguageModelChatMessage.User(content);
}
