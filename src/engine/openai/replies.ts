import type { Usage } from '../../simulate/types';
import { isFields, objectOf } from '../../util/fields';
import type { ChatBody } from './requests';

/** Longest answer that is kept; nothing that long is one. */
const MAX_TEXT = 65_536;
const MAX_TOKENS = 1e9;
/** Letters in a token, where the endpoint does not count. */
const LETTERS = 4;

export interface TokenProbability {
  readonly token: string;
  readonly probability: number;
}

/** What a chat completion says; everything else in it is passed over. */
export interface Completion {
  readonly text: string;
  /** For each token of the reply its alternatives with itself; undefined where the endpoint gives none. */
  readonly alternatives: readonly (readonly TokenProbability[])[] | undefined;
  /** The tokens of the reply themselves, where the endpoint tells them apart. */
  readonly written: readonly string[] | undefined;
  readonly usage: Usage;
}

/** The completion in the body of a reply; undefined when the body is none. */
export function completionOf(body: string, sent: ChatBody): Completion | undefined {
  const reply = objectOf(body);
  const choices: unknown = reply?.choices;
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  if (reply === undefined || !isFields(choice) || !isFields(choice.message)) return undefined;
  const text = textOf(choice.message.content);
  if (text === undefined) return undefined;
  return { text, ...tokensOf(choice.logprobs), usage: usageOf(reply.usage, sent, text) };
}

function textOf(content: unknown): string | undefined {
  if (content == null) return '';
  if (typeof content === 'string') return content.slice(0, MAX_TEXT);
  if (!Array.isArray(content)) return undefined;
  const parts = content.map((part) => (isFields(part) && typeof part.text === 'string' ? part.text : ''));
  return parts.join('').slice(0, MAX_TEXT);
}

function tokensOf(logprobs: unknown): Pick<Completion, 'alternatives' | 'written'> {
  const content: readonly unknown[] =
    isFields(logprobs) && Array.isArray(logprobs.content) ? logprobs.content : [];
  const alternatives = content.map(alternativesOf);
  const written = content.flatMap((item) =>
    isFields(item) && typeof item.token === 'string' ? [item.token] : [],
  );
  const complete = content.length > 0 && alternatives.every((listed) => listed.length > 0);
  return {
    alternatives: complete ? alternatives : undefined,
    written: written.length > 0 ? written : undefined,
  };
}

function alternativesOf(item: unknown): readonly TokenProbability[] {
  if (!isFields(item)) return [];
  const listed = Array.isArray(item.top_logprobs) ? item.top_logprobs.flatMap(probabilityOf) : [];
  if (listed.length === 0) return [];
  const chosen = probabilityOf(item).filter(({ token }) => listed.every((other) => other.token !== token));
  return [...listed, ...chosen];
}

function probabilityOf(item: unknown): readonly TokenProbability[] {
  if (!isFields(item) || typeof item.token !== 'string') return [];
  const logprob = item.logprob;
  if (typeof logprob !== 'number' || !Number.isFinite(logprob)) return [];
  return [{ token: item.token, probability: Math.exp(Math.min(0, logprob)) }];
}

function usageOf(usage: unknown, sent: ChatBody, text: string): Usage {
  const said = isFields(usage) ? usage : {};
  const details = isFields(said.prompt_tokens_details) ? said.prompt_tokens_details : {};
  const letters = sent.messages.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  const tokensIn = countOf(said.prompt_tokens) ?? Math.ceil(letters / LETTERS);
  return {
    in: tokensIn,
    out: countOf(said.completion_tokens) ?? Math.ceil(text.length / LETTERS),
    cachedIn: Math.min(tokensIn, countOf(details.cached_tokens) ?? 0),
  };
}

function countOf(value: unknown): number | undefined {
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_TOKENS;
  return isCount ? value : undefined;
}
