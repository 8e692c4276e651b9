import type { Message } from '../../simulate/types';
import type { ChatWrapper, LlamaModel, Token } from './runtime';

/** A prompt in the model's own chat format, up to where the answer begins. */
export interface Prompt {
  readonly tokens: readonly Token[];
  /** Tokens that end an answer, besides the model's own end marks. */
  readonly stops: ReadonlySet<Token>;
}

/** What a person wrote stays text: marks of the chat format in it are not read as marks. */
export function promptOf(messages: readonly Message[], wrapper: ChatWrapper, model: LlamaModel): Prompt {
  const { contextText, stopGenerationTriggers } = wrapper.generateContextState({
    chatHistory: [
      ...messages.map(({ role, content }) => ({ type: role, text: content })),
      { type: 'model', response: [''] },
    ],
  });
  const tokens = contextText.tokenize(model.tokenizer);
  const first = contextText.values[0];
  const marked = typeof first === 'object' && first.value === 'BOS';
  const stops = stopGenerationTriggers
    .map((trigger) => trigger.tokenize(model.tokenizer))
    .flatMap((trigger) => (trigger.length === 1 ? trigger : []));
  return { tokens: withStart(tokens, marked, model), stops: new Set(stops) };
}

/** The start mark once when the model wants one, and not at all when it does not. */
function withStart(
  tokens: readonly Token[],
  marked: boolean,
  { tokens: { bos, shouldPrependBosToken } }: LlamaModel,
) {
  if (bos === null) return tokens;
  if (shouldPrependBosToken) return tokens[0] === bos ? tokens : [bos, ...tokens];
  return marked && tokens[0] === bos ? tokens.slice(1) : tokens;
}
