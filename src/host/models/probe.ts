import type { Dispatcher } from 'undici';
import type { ModelDescription, ModelProbe } from '../../app/services';
import { addressOf } from '../../engine/http/address';
import { makeTransport, transportDefaults, type Exchange } from '../../engine/http/transport';
import { probeModel } from '../../engine/probe';
import type { Clock } from '../../simulate/ports';
import type { ModelEntry } from '../../workspace/types';

const limitMs = 8_000;

export interface ProbeDeps {
  readonly key: string | undefined;
  readonly clock: Clock;
  readonly dispatcher: Dispatcher | undefined;
}

/**
 * Whether an endpoint answers, and what it can do. Abilities are tried out only on this machine: elsewhere trying
 * costs money. Where a key may not go, nothing is sent at all.
 */
export async function probeEndpoint(
  entry: Extract<ModelEntry, { kind: 'openai' }>,
  description: ModelDescription,
  deps: ProbeDeps,
  signal: AbortSignal,
): Promise<ModelProbe> {
  if (description.key === 'untrusted' || description.key === 'missing')
    return { ...description, answers: false, problem: keyProblem(description), can: null };
  const { key, clock, dispatcher } = deps;
  if (description.local) {
    const given = dispatcher === undefined ? {} : { dispatcher };
    return { ...description, ...(await probeModel(entry, { key, clock, ...given }, signal)) };
  }
  const problem = await askForModels(entry.baseUrl[0] ?? '', deps, signal);
  return { ...description, answers: problem === null, problem, can: null };
}

/** Why the list of models cannot be had; null when it can. */
async function askForModels(
  baseUrl: string,
  { key, dispatcher }: ProbeDeps,
  signal: AbortSignal,
): Promise<string | null> {
  const { origin, path, loopback } = addressOf(baseUrl);
  const settings = { ...transportDefaults, totalMs: limitMs, connectMs: 4_000 };
  const transport = makeTransport(dispatcher, loopback, settings);
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const request = { origin, path: `${path}/models`, method: 'GET', headers, body: undefined } as const;
  try {
    return problemOf(await transport.send(request, signal), origin);
  } finally {
    await transport.close();
  }
}

function keyProblem({ key, keyEnv, name }: ModelDescription): string {
  return key === 'missing'
    ? `${keyEnv ?? ''} is not set.`
    : `The key in ${keyEnv ?? ''} is not approved for this host: vignette models trust ${name}`;
}

function problemOf(exchange: Exchange, origin: string): string | null {
  switch (exchange.kind) {
    case 'reply':
      if (exchange.status < 300) return null;
      return [401, 403].includes(exchange.status)
        ? `${origin} does not accept the key.`
        : `${origin} answers with status ${exchange.status}.`;
    case 'lost':
      return `${origin} cannot be reached (${exchange.code}).`;
    case 'timeout':
      return `${origin} did not answer in time.`;
    case 'too-large':
      return `${origin} answers with something that is no list of models.`;
  }
}
