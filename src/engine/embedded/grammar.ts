import type { Llama, LlamaModel, Runtime } from './runtime';
import { objectOf } from '../../util/fields';

/** What holds a reply to a schema. */
export interface ReplyGrammar {
  /** The state of one reply, to be sampled with. */
  readonly state: object;
  /** Whether the reply is whole; the engine's own grammars go on with line breaks after it. */
  whole(text: string): boolean;
}

export type Grammars = (schema: Readonly<Record<string, unknown>>) => Promise<ReplyGrammar>;

/** Grammars for schemas of objects, each made once. */
export function grammarsOf(runtime: Runtime, llama: Llama, model: LlamaModel): Grammars {
  const known = new Map<string, Promise<object>>();
  return async (schema) => {
    const key = JSON.stringify(schema);
    const made = known.get(key) ?? llama.createGrammarForJsonSchema(schema);
    known.set(key, made);
    const state = new runtime.LlamaGrammarEvaluationState({ model, grammar: await made });
    return { state, whole: (text) => text.trimEnd().endsWith('}') && objectOf(text) !== undefined };
  };
}
