import type { AnswerRecord, ModelCall, ModelReply, Sampling } from '../../../src/simulate/types';
import type { ModelEntry } from '../../../src/workspace/types';

export type OpenaiEntry = Extract<ModelEntry, { kind: 'openai' }>;

export function anAnswerRecord(given: { readonly index: number; readonly code: number }): AnswerRecord {
  return {
    index: given.index,
    person: `p${given.index}`,
    condition: 'gain',
    outcome: 'choice',
    item: null,
    draw: 0,
    result: { kind: 'answer', code: given.code, probabilities: undefined, mass: undefined },
    raw: String(given.code),
    prompt: 'h1',
    usage: { in: 100, out: 1, cachedIn: 0 },
    ms: 12,
    cached: false,
    retries: 0,
  };
}

export function aTextReply(text = '4'): ModelReply {
  return { kind: 'text', text, usage: { in: 100, out: 1, cachedIn: 0 } };
}

export function anEntry(given: Partial<OpenaiEntry> & Pick<OpenaiEntry, 'baseUrl'>): OpenaiEntry {
  return {
    kind: 'openai',
    name: 'tested',
    model: 'tested-model',
    keyEnv: undefined,
    price: undefined,
    prompts: undefined,
    demonstration: false,
    concurrency: undefined,
    ...given,
  };
}

const sampling: Sampling = { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 8, seed: 7 };

export function aTextCall(given: Partial<Sampling> = {}): ModelCall {
  return {
    kind: 'text',
    messages: [
      { role: 'system', content: 'You take part in a survey.' },
      { role: 'user', content: 'How much do you agree, from 1 to 7?' },
    ],
    sampling: { ...sampling, ...given },
  };
}

export function anOptionsCall(codes: readonly number[]): ModelCall {
  return { kind: 'options', messages: [{ role: 'user', content: 'From 1 to 7?' }], codes };
}
