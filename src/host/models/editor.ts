import type { ModelDescription, ModelProbe } from '../../app/services';
import { nameOfEditorModel } from '../../engine/editor/model';
import type { EditorModels } from '../../simulate/ports';
import type { ModelEntry } from '../../workspace/types';

/** The model of the editor that the user agreed to take for `local`, as an entry of that name. */
export async function modelForLocal(
  editor: EditorModels | undefined,
  signal: AbortSignal,
): Promise<ModelEntry | undefined> {
  const [first] = (await editor?.list({ name: undefined, asLocal: true }, signal)) ?? [];
  if (first === undefined) return undefined;
  const model = nameOfEditorModel(first);
  return { kind: 'editor', name: 'local', model, concurrency: undefined, demonstration: false };
}

/** Whether the editor offers the model; nothing is asked of it. */
export async function probeEditor(
  { model }: Extract<ModelEntry, { kind: 'editor' }>,
  description: ModelDescription,
  editor: EditorModels | undefined,
  signal: AbortSignal,
): Promise<ModelProbe> {
  if (editor === undefined)
    return {
      ...description,
      answers: false,
      problem: 'It is a model of the editor; here is none.',
      can: null,
    };
  const [found] = await editor.list({ name: model, asLocal: false }, signal);
  return found === undefined
    ? { ...description, answers: false, problem: 'The editor offers no such model.', can: null }
    : {
        ...description,
        model: nameOfEditorModel(found),
        answers: true,
        problem: null,
        can: { logprobs: false, seed: false, json: false },
      };
}
