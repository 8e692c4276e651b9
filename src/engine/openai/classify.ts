import { VignetteError } from '../../util/errors';
import type { Failure } from '../failure';
import { shown } from '../redact';
import { isFields, objectOf } from '../../util/fields';
import { namedIn } from './dialect';
import { retryAfterMs } from '../http/retryAfter';
import type { Exchange } from '../http/transport';

/** Whom a message is about. */
export interface Asked {
  readonly origin: string;
  readonly model: string;
  readonly keyEnv: string | undefined;
  readonly secrets: readonly string[];
  now(): number;
}

/** Only codes: messages about passing limits speak of quotas and billing, too. */
const QUOTA = /"(insufficient_quota|billing_hard_limit_reached|billing_not_active|quota_exceeded)"/;
const CONTEXT = /exceed_context_size|context_length_exceeded|maximum context length/i;

/** Why an exchange brought no completion. Only called for those that did not. */
export function failureOf(exchange: Exchange, asked: Asked): Failure {
  switch (exchange.kind) {
    case 'timeout':
      return transient('model/timeout', `${asked.origin} did not answer in time.`, reach);
    case 'too-large':
      return final('model/bad-reply', `${asked.origin} sent a reply of more than 8 MB.`, otherUrl);
    case 'lost':
      return lost(exchange.code, asked.origin);
    case 'reply':
      return refused(exchange, asked);
  }
}

/** A reply with status 200 that is not what was asked for. */
export function notACompletion(
  text: string,
  { origin, secrets }: Asked,
  wanted = 'a chat completion',
): Failure {
  const begin = shown(text.slice(0, 400), secrets).slice(0, 80);
  return transient('model/bad-reply', `${origin} answered, but not with ${wanted}: "${begin}".`, otherUrl);
}

const reach = 'Check that the server runs and can be reached from here; then resume the run.';
const otherUrl = 'Check that `baseUrl` is that of an OpenAI-compatible endpoint; most end in /v1.';

function lost(code: string, origin: string): Failure {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|TLS/.test(code))
    return final(
      'model/certificate',
      `The certificate of ${origin} is not trusted (${code}).`,
      'Name your organisation’s certificate file in NODE_EXTRA_CA_CERTS.',
    );
  const nobody = /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)$/.test(code);
  return { ...transient('model/unreachable', `${origin} cannot be reached (${code}).`, reach), nobody };
}

function refused(reply: Extract<Exchange, { kind: 'reply' }>, asked: Asked): Failure {
  const { status, headers, text } = reply;
  const { origin } = asked;
  const said = saying(text, asked);
  const waitMs = retryAfterMs(headers, asked.now());
  if (status === 402 || (status === 429 && QUOTA.test(text)))
    return final(
      'model/quota',
      `The account at ${origin} has no quota left.${said}`,
      'Add credit or raise the limit there; then resume the run.',
    );
  if (status === 429)
    return {
      ...rateLimited(`${origin} says that too many requests come.${said}`),
      retryAfterMs: waitMs,
    };
  if (status === 401 || status === 403) return unauthorised(status, asked, said);
  if (status >= 300 && status < 400)
    return final(
      'model/redirected',
      `${origin} sends requests on to another address, which is not followed.`,
      'Put the final address into `baseUrl`.',
    );
  if (status === 404)
    return final('model/not-found', `${origin} knows no model "${asked.model}" there.${said}`, otherUrl);
  if (status === 408 || status === 425 || (status >= 500 && status !== 501))
    return {
      ...transient('model/server-error', `${origin} failed with status ${status}.${said}`, reach),
      retryAfterMs: waitMs,
    };
  return rejected(status, text, said, origin);
}

function unauthorised(status: 401 | 403, { origin, keyEnv }: Asked, said: string): Failure {
  const what = status === 401 ? 'does not accept the key' : 'does not allow this';
  const help =
    keyEnv === undefined
      ? 'Name the variable that holds the key with `keyEnv` in vignette.yaml.'
      : `Check the key in ${keyEnv} and what it may be used for.`;
  return final(status === 401 ? 'model/unauthorised' : 'model/forbidden', `${origin} ${what}.${said}`, help);
}

function rejected(status: number, text: string, said: string, origin: string): Failure {
  if (CONTEXT.test(text))
    return final(
      'model/context-too-small',
      `The prompt is longer than the model at ${origin} can read.${said}`,
      'Choose a model or server with a larger context, or shorten the study’s texts.',
    );
  if (namedIn(text).has('logprobs'))
    return final('model/no-logprobs', noLogprobsMessage(origin), noLogprobsHelp);
  return final(
    'model/refused',
    `${origin} refused the request with status ${status}.${said}`,
    'Change what it names, in the study or in the model’s entry.',
  );
}

export function noLogprobs(origin: string): Failure {
  return final('model/no-logprobs', noLogprobsMessage(origin), noLogprobsHelp);
}

const noLogprobsMessage = (origin: string): string => `${origin} gives no probabilities of tokens.`;
const noLogprobsHelp = 'Use the strategy direct, or a model whose endpoint gives logprobs.';

/** The endpoint's own words, as an addition to ours. */
function saying(text: string, { secrets }: Asked): string {
  const reply = objectOf(text);
  const error = isFields(reply?.error)
    ? reply.error.message
    : (reply?.error ?? reply?.message ?? reply?.detail);
  return typeof error === 'string' && error !== '' ? ` It says: "${shown(error, secrets)}"` : '';
}

function problem(code: string, message: string, help: string): VignetteError {
  return new VignetteError({ code, message, help, audience: 'endpoint' });
}

/** Codes that say something of the call alone; with every other the endpoint refuses whatever is asked. */
const OF_THE_CALL = new Set([
  'model/refused',
  'model/context-too-small',
  'model/bad-reply',
  'model/no-logprobs',
]);

function final(code: string, message: string, help: string): Failure {
  const of = OF_THE_CALL.has(code) ? 'call' : 'endpoint';
  return { kind: 'final', of, error: problem(code, message, help) };
}

function transient(code: string, message: string, help: string) {
  return { kind: 'transient', retryAfterMs: undefined, error: problem(code, message, help) } as const;
}

function rateLimited(message: string) {
  const help = 'Resume the run later, or give the model a `concurrency`.';
  return { kind: 'rate-limited', error: problem('model/rate-limited', message, help) } as const;
}
