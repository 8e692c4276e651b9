import type OpenAI from 'openai';
import type { Message, ModelCall } from '../../simulate/types';
import type { BodyRules } from './dialect';

/** A chat completion as it is sent; the last three are llama-server's and vLLM's own. */
export type ChatBody = OpenAI.Chat.ChatCompletionCreateParamsNonStreaming & {
  top_k?: number;
  min_p?: number;
  repetition_penalty?: number;
};

/** Codes up to which the usual 20 alternatives are enough, with their variants of spelling. */
const FEW_CODES = 10;

/**
 * The request for a call, with every sampling parameter said: a server's own defaults may cut the answers, and vLLM's come
 * with the model, a penalty for repetition among them.
 */
export function chatBody(call: ModelCall, model: string, rules: BodyRules): ChatBody {
  const sampling =
    call.kind === 'text'
      ? call.sampling
      : { temperature: 1, topP: 1, topK: 0, minP: 0, maxTokens: 1, seed: 1 };
  const body: ChatBody = {
    model,
    messages: call.messages.map(asSent),
    temperature: sampling.temperature,
    top_p: sampling.topP,
    top_k: sampling.topK,
    min_p: sampling.minP,
    repetition_penalty: 1,
    seed: sampling.seed,
    [rules.maxTokensField]: sampling.maxTokens,
    ...(call.kind === 'options' && {
      logprobs: true,
      top_logprobs: Math.min(call.codes.length > FEW_CODES ? 100 : 20, rules.maxTopLogprobs),
    }),
  };
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !rules.dropped.has(name)),
  ) as unknown as ChatBody;
}

/** The number as the model writes it, token by token. */
export function echoBody(text: string, model: string, rules: BodyRules): ChatBody {
  const messages: Message[] = [{ role: 'user', content: `Reply with this number and nothing else: ${text}` }];
  const body = chatBody({ kind: 'options', messages, codes: [] }, model, rules);
  const sure = rules.dropped.has('temperature') ? {} : { temperature: 0 };
  return { ...body, ...sure, [rules.maxTokensField]: text.length + 1 };
}

function asSent({ role, content }: Message): { role: 'system' | 'user'; content: string } {
  return { role, content };
}
