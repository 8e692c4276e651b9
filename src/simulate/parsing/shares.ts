/** What a reply says of the share of each code: normalised in the order of the codes, or nothing that can be used. */
export type SharesRead =
  { readonly kind: 'shares'; readonly shares: readonly number[] } | { readonly kind: 'malformed' };

const malformed: SharesRead = { kind: 'malformed' };

/** How far a sum may be from 1, or from 100 per cent. */
const tolerance = 0.02;

const fence = /^```(?:json)?[^\S\n]*\r?\n([\s\S]*?)\r?\n?```$/i;

/**
 * The shares in a reply that is one JSON object, bare or in one code fence: a key for each code and no other, each once,
 * with numbers of 0 or more. They must add up to 1 (0.98 … 1.02) or to 100 per cent (98 … 102), and are then made to add up
 * to exactly 1. Anything else is malformed; nothing is filled in or guessed. Never throws.
 */
export function readShares(text: string, codes: readonly number[]): SharesRead {
  const trimmed = text.trim();
  const json = fence.exec(trimmed)?.[1] ?? trimmed;
  const found = flatObject(json);
  if (found === undefined || Object.keys(found).length !== codes.length) return malformed;
  const values = codes.map((code) => (Object.hasOwn(found, String(code)) ? found[String(code)] : undefined));
  const numbers = values.filter(isShare);
  if (numbers.length !== codes.length) return malformed;
  const sum = numbers.reduce((total, value) => total + value, 0);
  return isWhole(sum) || isWhole(sum / 100)
    ? { kind: 'shares', shares: numbers.map((value) => value / sum) }
    : malformed;
}

/** The object of a JSON text, where its only strings are its keys and no key stands twice. */
function flatObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const quotes = json.split('"').length - 1;
    return quotes === 2 * Object.keys(value).length ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isWhole(sum: number): boolean {
  return Math.abs(sum - 1) <= tolerance + 1e-9;
}
