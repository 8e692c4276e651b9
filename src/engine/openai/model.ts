import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../simulate/ports';
import type { Model, ModelCall, ModelIdentity, ModelReply } from '../../simulate/types';
import { VignetteError } from '../../util/errors';
import type { OnEvent } from '../events';
import { priceOf } from '../../workspace/price';
import { addressOf } from '../http/address';
import { noLogprobs } from './classify';
import { embeddingsOf } from './embeddings';
import { openEndpoint } from './endpoint';
import type { OpenaiEntry } from './entry';
import { makeNumberTokens } from './numberTokens';
import { scoreOptions, type NumberTokens } from './options';
import type { Completion } from './replies';
import { chatBody, echoBody } from './requests';
import { settingsFor, type EndpointSettings } from './settings';

export interface OpenaiDeps {
  /** The value of the entry's key variable, once it is known that it may go to the entry's origins. */
  readonly key: string | undefined;
  readonly clock: Clock;
  readonly dispatcher?: Dispatcher;
  readonly settings?: Partial<EndpointSettings>;
  readonly onEvent?: OnEvent;
}

/**
 * A model behind an OpenAI-compatible endpoint, or behind several that serve the same.
 * @throws VignetteError `model/bad-url`, `model/bad-key`.
 */
export function openaiModel(entry: OpenaiEntry, deps: OpenaiDeps): Model {
  const addresses = entry.baseUrl.map(addressOf);
  const local = addresses.every(({ loopback }) => loopback);
  const settings = { ...settingsFor(local, entry.concurrency), ...deps.settings };
  const onEvent = deps.onEvent ?? (() => undefined);
  const endpoint = openEndpoint(entry, { ...deps, settings, onEvent });
  const where = [...new Set(addresses.map(({ origin }) => origin))].sort().join(' ');
  const numberTokens = makeNumberTokens((number, signal) =>
    endpoint.complete((rules) => echoBody(number, entry.model, rules), signal),
  );

  async function ask(call: ModelCall, signal: AbortSignal): Promise<ModelReply> {
    // One signal of a run serves every call in flight: hundreds of listeners are no leak.
    setMaxListeners(0, signal);
    const tokens = call.kind === 'options' ? await numberTokens(call.codes, signal) : 'unknown';
    const completion = await endpoint.complete((rules) => chatBody(call, entry.model, rules), signal);
    if (call.kind === 'text') return { kind: 'text', text: completion.text, usage: completion.usage };
    return optionsReply(completion, call.codes, tokens, where);
  }

  return {
    identity: identityOf(entry, where),
    capabilities: { logprobs: true, sampling: true, local, parallel: settings.limiter.start },
    price: priceOf(entry),
    ask,
    embed: (texts, signal) => embeddingsOf(entry, texts, { ...deps, settings, onEvent }, signal),
    limit: () => endpoint.limiter.limit(),
    limitHistory: () => endpoint.limiter.history(),
    dispose: () => endpoint.close(),
  };
}

function identityOf(entry: OpenaiEntry, where: string): ModelIdentity {
  return {
    name: entry.name,
    engine: 'openai',
    model: entry.model,
    where,
    demonstration: entry.demonstration,
  };
}

/** Probabilities of the options in a completion. @throws VignetteError `model/no-logprobs`, `model/options-not-scorable`. */
export function optionsReply(
  completion: Completion,
  codes: readonly number[],
  tokens: NumberTokens,
  where: string,
): ModelReply {
  const [alternatives] = completion.alternatives ?? [];
  if (alternatives === undefined) throw noLogprobs(where).error;
  const scored = scoreOptions(alternatives, codes, tokens);
  if (scored.kind === 'ambiguous') throw notScorable(scored.token);
  return {
    kind: 'options',
    probabilities: scored.probabilities,
    mass: scored.mass,
    usage: completion.usage,
  };
}

function notScorable(token: string): VignetteError {
  return new VignetteError({
    code: 'model/options-not-scorable',
    message: `This model writes numbers digit by digit, so that "${token}" may begin more than one answer.`,
    help: 'Use the strategy direct for scales with such numbers (as 1 and 10).',
    audience: 'usage',
  });
}
