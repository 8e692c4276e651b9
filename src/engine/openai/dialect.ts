import { isFields, objectOf } from '../../util/fields';
import type { ChatBody } from './requests';

/** What an endpoint takes, learnt from what it refuses by name. */
export interface Dialect {
  readonly body: BodyRules;
  /** Takes in a refusal of `sent`; whether the same call, worded anew, is worth sending again. */
  learn(sent: ChatBody, refusal: string): boolean;
}

export interface BodyRules {
  /** Fields that are left out. */
  readonly dropped: ReadonlySet<string>;
  readonly maxTokensField: 'max_tokens' | 'max_completion_tokens';
  /** The most alternatives per token that may be asked for. */
  readonly maxTopLogprobs: number;
}

/** Official endpoints stop at 20, some at 5; llama-server gives as many as asked for. */
const TOP_LOGPROBS = [100, 20, 5] as const;

/** What OpenAI's own API does not know. */
const ownFields = ['top_k', 'min_p', 'repetition_penalty'] as const;

const strictOrigins = ['https://api.openai.com'];

export function makeDialect(origin: string): Dialect {
  const strict = strictOrigins.includes(origin);
  let body: BodyRules = {
    dropped: new Set(strict ? ownFields : []),
    maxTokensField: 'max_tokens',
    maxTopLogprobs: strict ? 20 : 100,
  };
  return {
    get body() {
      return body;
    },
    learn: (sent, refusal) => {
      const next = reworded(body, sent, namedIn(refusal));
      if (next === undefined) return false;
      body = next;
      return true;
    },
  };
}

function reworded(rules: BodyRules, sent: ChatBody, named: ReadonlySet<string>): BodyRules | undefined {
  if (named.has('max_tokens') && named.has('max_completion_tokens') && sent.max_tokens != null)
    return { ...rules, maxTokensField: 'max_completion_tokens' };
  if (named.has('top_logprobs') && sent.top_logprobs != null) {
    const asked = sent.top_logprobs;
    const fewer = TOP_LOGPROBS.find((count) => count < asked);
    return fewer === undefined ? undefined : { ...rules, maxTopLogprobs: fewer };
  }
  const field = droppable(sent).find((name) => named.has(name));
  return field === undefined ? undefined : { ...rules, dropped: new Set([...rules.dropped, field]) };
}

/** Fields without which the call still means the same: 1 is what temperature and top_p are when not said. */
function droppable(sent: ChatBody): readonly string[] {
  const fields = ([...ownFields, 'seed'] as const).filter((name) => sent[name] != null);
  const neutral = (['temperature', 'top_p'] as const).filter((name) => sent[name] === 1);
  return [...fields, ...neutral];
}

const FIELD_NAMES =
  /\b(max_tokens|max_completion_tokens|top_logprobs|logprobs|top_k|min_p|repetition_penalty|seed|temperature|top_p)\b/g;

/** The request's fields that a refusal names: by `param`, by `loc`, or in its message. */
export function namedIn(refusal: string): ReadonlySet<string> {
  const reply = objectOf(refusal);
  if (reply === undefined) return new Set(refusal.slice(0, 500).match(FIELD_NAMES));
  const error = isFields(reply.error) ? reply.error : reply;
  const places = Array.isArray(reply.detail)
    ? reply.detail.map((item) => (isFields(item) ? item.loc : ''))
    : [];
  const said = [error.param, error.message, reply.error, ...places].filter(
    (value) => typeof value === 'string' || Array.isArray(value),
  );
  return new Set(said.flatMap((value) => value.toString().match(FIELD_NAMES) ?? []));
}
