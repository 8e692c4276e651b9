import type { LlamaModel, LlamaSequence, Next, Token } from './runtime';
import { longestPiece } from './segments';

/** Full-softmax probabilities of some tokens after `input`. */
export async function probabilitiesAfter(
  on: LlamaSequence,
  input: readonly Token[],
  wanted: readonly Token[],
): Promise<ReadonlyMap<Token, number>> {
  return softmax(await logitsAfter(on, input, wanted), wanted);
}

export async function eraseFrom(on: LlamaSequence, start: number): Promise<void> {
  const end = on.nextTokenIndex;
  if (start < end) await on.eraseContextTokenRanges([{ start, end }]);
}

/** Where the pieces of the trial end: all at once, and a single token, a few, and many. */
const trials: readonly (readonly number[])[] = [[], [1, 13]];
const trialText =
  'A town may keep the old mill, or sell it and mend the bridge: what would its people say of that? ';

/**
 * Whether this machine gives the same digits however a prompt is cut into pieces. Then a prompt can go on after any
 * token that it shares with the one before, and still no answer depends on what was asked before it.
 */
export async function sameInPieces(model: LlamaModel, on: LlamaSequence): Promise<boolean> {
  const tokens = model.tokenize(trialText.repeat(2)).slice(0, longestPiece);
  const seen = new Set<string>();
  for (const cuts of trials) {
    await eraseFrom(on, 0);
    const bounds = [0, ...cuts];
    for (const [place, end] of cuts.entries())
      await on.evaluateWithoutGeneratingNewTokens(tokens.slice(bounds[place], end));
    const { logits, totalLogitWeight } = await logitsAfter(on, tokens.slice(bounds.at(-1)), tokens);
    seen.add([...(logits?.values() ?? []), totalLogitWeight].join());
  }
  await eraseFrom(on, 0);
  return seen.size === 1;
}

async function logitsAfter(
  on: LlamaSequence,
  input: readonly Token[],
  wanted: readonly Token[],
): Promise<Next> {
  const last = input.at(-1) ?? 0;
  const generateNext = {
    logits: { filter: { tokens: wanted, includeMax: true } },
    totalLogitWeight: true,
  } as const;
  const outputs = await on.controlledEvaluate([...input.slice(0, -1), [last, { generateNext }]]);
  return outputs.at(-1)?.next ?? {};
}

/** p(o) = exp(logit(o) − max logit) / Σ exp(logit − max logit). */
function softmax({ logits, totalLogitWeight }: Next, wanted: readonly Token[]): ReadonlyMap<Token, number> {
  if (logits === undefined || totalLogitWeight === undefined)
    throw new Error('The engine returned no logits.');
  const largest = Math.max(...logits.values());
  return new Map(
    wanted.map((token) => [token, Math.exp((logits.get(token) ?? -Infinity) - largest) / totalLogitWeight]),
  );
}
