import type { HumanData } from '../../data/types';
import type { PanelSample } from '../../simulate/panel/sample';
import { makePlan, type Plan } from '../../simulate/plan';
import { similarityTexts } from '../../simulate/strategies/fewShot/fewShot';
import type { AnswerCache, RunCounts } from '../../simulate/ports';
import type { Budget, Model, RunSettings } from '../../simulate/types';
import { VignetteError } from '../../util/errors';
import { isNumbers, objectOf } from '../../util/fields';
import { hashParts } from '../../util/hash';
import { priceOf } from '../../workspace/price';
import { cacheFolder } from '../../workspace/runStore';
import type { EndpointEntry, Services } from '../services';
import type { ModelEntry } from '../../workspace/types';

/** What was paid before the first answer is asked for. */
export interface Spent {
  readonly calls: number;
  readonly tokens: number;
  readonly usd: number;
}

export const nothingSpent: Spent = { calls: 0, tokens: 0, usd: 0 };

/** A run whose questions may have to be compared by embeddings. */
export interface Comparing {
  readonly root: string;
  readonly plan: Plan;
  readonly human: HumanData | undefined;
  readonly sample: PanelSample | undefined;
  readonly entry: ModelEntry | undefined;
}

/** Letters in a token, for what cannot be known before. */
const letters = 4;

const wantsVectors = ({ strategy, fewShot }: RunSettings): boolean =>
  strategy === 'few-shot' && fewShot.similarity === 'embeddings';

/** The plan with the vectors that earlier runs brought, where it needs any and all are there. Asks nobody. */
export async function withKnownVectors(services: Services, comparing: Comparing): Promise<Plan> {
  const { entry, plan, root } = comparing;
  if (!wantsVectors(plan.settings) || entry?.kind !== 'openai') return plan;
  const cache = await services.stores.cache(cacheFolder(root), () => undefined);
  try {
    const known = new Map<string, readonly number[]>();
    const texts = textsOf(comparing);
    for (const text of texts) {
      const vector = keptVector(cache, vectorKey(entry, text));
      if (vector === undefined) return plan;
      known.set(text, vector);
    }
    return planned(comparing, known);
  } finally {
    await cache.close();
  }
}

/**
 * The plan for an estimate: with the vectors of before, else with examples found by words, which is said. Asks nobody.
 */
export async function comparedPlan(
  services: Services,
  comparing: Comparing,
): Promise<{ readonly plan: Plan; readonly warnings: readonly string[] }> {
  const { plan, human, sample } = comparing;
  const known = await withKnownVectors(services, comparing);
  if (!wantsVectors(plan.settings) || known !== plan) return { plan: known, warnings: [] };
  const fewShot = { ...plan.settings.fewShot, similarity: 'bm25' } as const;
  const warning = `${textsOf(comparing).length} questions are compared by embeddings when the run begins; examples of bm25 stand for them here.`;
  return {
    plan: makePlan(plan.study, human, { ...plan.settings, fewShot }, sample),
    warnings: [warning],
  };
}

/**
 * The plan with every vector that it needs; those that are not in the cache are asked of the model's endpoint. No text says
 * anything of a person.
 * @throws VignetteError `strategy/no-embeddings` where the engine or the endpoint has none, `strategy/embeddings-budget`
 * where they would take more than the budget, and those of the endpoint.
 */
export async function withVectors(
  services: Services,
  comparing: Comparing,
  { model, budget }: { readonly model: Model | undefined; readonly budget: Budget },
  signal: AbortSignal,
): Promise<{ readonly plan: Plan; readonly spent: Spent }> {
  const { entry, plan, root } = comparing;
  if (!wantsVectors(plan.settings)) return { plan, spent: nothingSpent };
  if (entry?.kind !== 'openai' || model?.embed === undefined) throw noEngine(plan.settings.model);
  const cache = await services.stores.cache(cacheFolder(root), () => undefined);
  try {
    const vectors = new Map<string, readonly number[]>();
    const missing: string[] = [];
    for (const text of textsOf(comparing)) {
      const vector = keptVector(cache, vectorKey(entry, text));
      if (vector === undefined) missing.push(text);
      else vectors.set(text, vector);
    }
    if (missing.length === 0) return { plan: planned(comparing, vectors), spent: nothingSpent };
    requireRoom(missing, budget, entry);
    const found = await model.embed(missing, signal);
    for (const [i, text] of missing.entries()) {
      const vector = found.vectors[i] ?? [];
      vectors.set(text, vector);
      const usage = i === 0 ? found.usage : { in: 0, out: 0, cachedIn: 0 };
      await cache.put(vectorKey(entry, text), { kind: 'text', text: JSON.stringify(vector), usage });
    }
    const tokens = found.usage.in;
    const spent = { calls: found.calls, tokens, usd: usdOf(tokens, entry) };
    return { plan: planned(comparing, vectors), spent };
  } finally {
    await cache.close();
  }
}

/** What is left of a budget. */
export function less({ usd, calls, tokens }: Budget, spent: Spent): Budget {
  const left = (limit: number | undefined, part: number): number | undefined =>
    limit === undefined ? undefined : Math.max(0, limit - part);
  return { usd: left(usd, spent.usd), calls: left(calls, spent.calls), tokens: left(tokens, spent.tokens) };
}

/** What a run took, with what came before it. */
export function withSpent(counts: RunCounts, { calls, tokens, usd }: Spent): RunCounts {
  if (calls === 0) return counts;
  const { usage } = counts;
  return {
    ...counts,
    requests: counts.requests + calls,
    usage: { ...usage, in: usage.in + tokens, usd: usage.usd === null ? null : usage.usd + usd },
  };
}

function textsOf({ plan, human }: Comparing): readonly string[] {
  return human === undefined ? [] : similarityTexts(plan.study, human, plan.cells);
}

function planned({ plan, human, sample }: Comparing, vectors: ReadonlyMap<string, readonly number[]>): Plan {
  return makePlan(plan.study, human, plan.settings, sample, { vectors });
}

function vectorKey({ baseUrl, model, embeddings }: EndpointEntry, text: string): string {
  return hashParts(['embedding 1', [...baseUrl].sort().join(' '), embeddings ?? model, text]);
}

function keptVector(cache: AnswerCache, key: string): readonly number[] | undefined {
  const reply = cache.get(key);
  if (reply?.kind !== 'text') return undefined;
  const value = objectOf(`{"vector":${reply.text}}`)?.vector;
  return isNumbers(value) ? value : undefined;
}

/** As the tokens of the answers' model cost: those of embeddings cost less. */
function usdOf(tokens: number, entry: EndpointEntry): number {
  return (tokens * (priceOf(entry)?.in ?? 0)) / 1e6;
}

function requireRoom(texts: readonly string[], { usd, calls, tokens }: Budget, entry: EndpointEntry): void {
  const asked = texts.reduce((sum, text) => sum + Math.ceil(text.length / letters), 0);
  const requests = Math.ceil(texts.length / 64);
  const over =
    requests > (calls ?? Infinity) || asked > (tokens ?? Infinity) || usdOf(asked, entry) > (usd ?? Infinity);
  if (!over) return;
  throw new VignetteError({
    code: 'strategy/embeddings-budget',
    message: `Comparing ${texts.length} questions by embeddings takes about ${asked} tokens in ${requests} requests, which is more than the budget.`,
    help: 'Raise the budget, or use `fewShot: {similarity: bm25}`, which asks nobody.',
    audience: 'usage',
  });
}

function noEngine(name: string): VignetteError {
  return new VignetteError({
    code: 'strategy/no-embeddings',
    message: `The model ${name} runs on an engine without embeddings.`,
    help: 'Use `fewShot: {similarity: bm25}`, or a model behind an endpoint that offers embeddings.',
    audience: 'usage',
  });
}
