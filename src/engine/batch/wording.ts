import type { Model, ModelReply } from '../../simulate/types';
import { asVignetteError } from '../../util/errors';
import { addressOf } from '../http/address';
import type { OpenaiEntry } from '../openai/entry';
import { makeDialect, type BodyRules } from '../openai/dialect';
import { optionsReply } from '../openai/model';
import { completionOf } from '../openai/replies';
import { chatBody } from '../openai/requests';
import type { BatchDialect, BatchWording } from './types';

/** As many alternatives a token as vLLM gives unless it is told otherwise. */
const vllmLogprobs = 20;

/**
 * The requests of a batch as the client for single calls words them. A batch cannot learn from a refusal as that one
 * does, so that an endpoint's dialect is named beforehand; without a name it is OpenAI's for OpenAI and vLLM's otherwise.
 */
export function batchWording(
  entry: OpenaiEntry,
  model: Model,
  wanted: BatchDialect | undefined,
): BatchWording {
  const dialect = wanted ?? (isOfficial(entry) ? 'openai' : 'vllm');
  const rules = rulesOf(dialect);
  return {
    model,
    dialect,
    line: (id, call) =>
      JSON.stringify({
        custom_id: id,
        method: 'POST',
        url: '/v1/chat/completions',
        body: chatBody(call, entry.model, rules),
      }),
    reply: (call, body) => {
      const completion = completionOf(JSON.stringify(body ?? null), chatBody(call, entry.model, rules));
      if (completion === undefined) return { problem: 'The body of the reply is no chat completion.' };
      if (call.kind === 'text') return { kind: 'text', text: completion.text, usage: completion.usage };
      return scored(() => optionsReply(completion, call.codes, 'unknown', model.identity.where));
    },
  };
}

const official = 'https://api.openai.com';

function isOfficial({ baseUrl }: OpenaiEntry): boolean {
  return baseUrl.every((url) => addressOf(url).origin === official);
}

function rulesOf(dialect: BatchDialect): BodyRules {
  if (dialect === 'openai') return { ...makeDialect(official).body, maxTokensField: 'max_completion_tokens' };
  return { ...makeDialect('').body, maxTopLogprobs: vllmLogprobs };
}

function scored(score: () => ModelReply): ModelReply | { readonly problem: string } {
  try {
    return score();
  } catch (error) {
    return { problem: asVignetteError(error).message };
  }
}
