import { window, type Memento } from 'vscode';
import { chatModels } from './chatModels';
import type { ChatModel } from './editorModels';

/** What the user decided about taking a model of the editor where a study says `local`; kept for all windows. */
export interface LocalConsent {
  given(model: ChatModel): boolean;
  /** Asks once about the first model of the editor, where there is one. */
  ask(): Promise<void>;
}

export function createLocalConsent(memory: Memento): LocalConsent {
  const key = ({ vendor, family }: ChatModel): string => `editorModelForLocal:${vendor}/${family}`;
  return {
    given: (model) => memory.get<boolean>(key(model)) === true,
    ask: async () => {
      const [first] = await chatModels().catch(() => []);
      if (first === undefined || memory.get(key(first)) !== undefined) return;
      const yes = `Ask ${first.name}`;
      const detail = `The study says \`local\`, and the editor offers ${first.name} (${first.vendor}). Its answers come from its provider, not from this machine: the texts of the study and what it tells of respondents go there, and may be billed. Without it a server or the small engine of this machine answers. It can always be named in vignette.yaml with \`engine: editor\`.`;
      const no = 'Stay on This Machine';
      const chosen = await window.showInformationMessage(
        'Simulate with the model of the editor?',
        { modal: true, detail },
        yes,
        no,
      );
      if (chosen !== undefined) await memory.update(key(first), chosen === yes);
    },
  };
}
