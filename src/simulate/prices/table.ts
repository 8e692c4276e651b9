import type { Price } from '../../study/types';

/**
 * When the table below was put together, from the vendors' public price lists and what quotes them: prices of
 * standard processing and short contexts, without tax, batch or contract discounts. Lists change without notice, so
 * that any of these may be stale; `price` in vignette.yaml overrides them.
 */
export const listedOn = '2026-11-23';

/** USD per million tokens: in, out, and in from the vendor's own cache. */
type Row = readonly [name: string, tokensIn: number, tokensOut: number, cachedIn?: number];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'api.openai.com': [
    ['gpt-5.6-sol', 4, 20, 0.4],
    ['gpt-5.6-terra', 2, 12, 0.2],
    ['gpt-5.6-luna', 0.2, 1.2, 0.02],
    ['gpt-5.5', 5, 30, 0.5],
    ['gpt-5.4', 2.5, 15, 0.25],
    ['gpt-5.4-mini', 0.75, 4.5, 0.075],
    ['gpt-5.4-nano', 0.2, 1.25, 0.02],
    ['gpt-5.2', 1.75, 14, 0.175],
    ['gpt-5.1', 1.25, 10, 0.125],
    ['gpt-5', 1.25, 10, 0.125],
    ['gpt-5-mini', 0.25, 2, 0.025],
    ['gpt-5-nano', 0.05, 0.4, 0.005],
    ['gpt-4.1', 2, 8, 0.5],
    ['gpt-4.1-mini', 0.4, 1.6, 0.1],
    ['gpt-4.1-nano', 0.1, 0.4, 0.025],
    ['gpt-4o', 2.5, 10, 1.25],
    ['gpt-4o-2024-05-13', 5, 15],
    ['gpt-4o-mini', 0.15, 0.6, 0.075],
    ['o1', 15, 60, 7.5],
    ['o3', 2, 8, 0.5],
    ['o3-mini', 1.1, 4.4, 0.55],
    ['o4-mini', 1.1, 4.4, 0.275],
    ['gpt-4-turbo', 10, 30],
    ['gpt-4', 30, 60],
    ['gpt-3.5-turbo', 0.5, 1.5],
  ],
  'api.anthropic.com': [
    ['claude-opus-5', 5, 25, 0.5],
    ['claude-opus-4-8', 5, 25, 0.5],
    ['claude-opus-4-7', 5, 25, 0.5],
    ['claude-opus-4-6', 5, 25, 0.5],
    ['claude-opus-4-5', 5, 25, 0.5],
    ['claude-opus-4-1', 15, 75, 1.5],
    ['claude-sonnet-5', 2, 10, 0.2],
    ['claude-sonnet-4-6', 3, 15, 0.3],
    ['claude-sonnet-4-5', 3, 15, 0.3],
    ['claude-sonnet-4', 3, 15, 0.3],
    ['claude-haiku-4-5', 1, 5, 0.1],
    ['claude-3-5-haiku', 0.8, 4, 0.08],
    ['claude-3-haiku', 0.25, 1.25, 0.03],
  ],
  'generativelanguage.googleapis.com': [
    ['gemini-3.1-pro-preview', 2, 12, 0.2],
    ['gemini-3.1-flash-lite', 0.25, 1.5, 0.025],
    ['gemini-2.5-pro', 1.25, 10, 0.125],
    ['gemini-2.5-flash', 0.3, 2.5, 0.03],
    ['gemini-2.5-flash-lite', 0.1, 0.4, 0.01],
    ['gemini-2.0-flash', 0.1, 0.4, 0.025],
  ],
  'api.deepseek.com': [
    ['deepseek-v4-flash', 0.14, 0.28, 0.0028],
    ['deepseek-chat', 0.28, 0.42, 0.028],
    ['deepseek-reasoner', 0.28, 0.42, 0.028],
  ],
  'api.groq.com': [
    ['llama-3.1-8b-instant', 0.05, 0.08],
    ['llama-3.3-70b-versatile', 0.59, 0.79],
  ],
  'api.mistral.ai': [
    ['mistral-large', 0.5, 1.5],
    ['mistral-medium', 0.4, 2],
    ['mistral-small', 0.1, 0.3],
  ],
};

/** A listed price by host and by the host's own name of the model. */
export const listPrices: ReadonlyMap<string, ReadonlyMap<string, Price>> = new Map(
  Object.entries(rows).map(([host, models]) => [
    host,
    new Map(
      models.map(([name, tokensIn, tokensOut, cachedIn]) => [
        name,
        { in: tokensIn, out: tokensOut, ...(cachedIn !== undefined && { cachedIn }) },
      ]),
    ),
  ]),
);
