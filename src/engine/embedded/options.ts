import type { Token } from './runtime';

/** The options' codes as token sequences, sharing their beginnings. */
interface CodeNode {
  readonly children: Map<Token, CodeNode>;
  /** Places of the codes that end here. */
  readonly ends: number[];
}

/** Probabilities of `wanted` as the next token after the prompt and `path`, as part of the whole vocabulary. */
export type NextProbabilities = (
  path: readonly Token[],
  wanted: readonly Token[],
) => Promise<ReadonlyMap<Token, number>>;

/** Below this, what a beginning leads to is not looked at: its share cannot be seen in any result. */
const negligible = 1e-6;

/** How a code may be written: as it is, and with a space before it. */
export function variantsOf(
  code: number,
  tokenize: (text: string, trim: boolean) => readonly Token[],
): readonly (readonly Token[])[] {
  const text = String(code);
  const variants = [tokenize(text, true), tokenize(text, false), tokenize(` ${text}`, false)];
  return [...new Map(variants.map((tokens) => [tokens.join(), tokens])).values()];
}

/**
 * The probability of each code as the next text, in the order given: the sum over its variants of the product of
 * its tokens' probabilities. Of a code that begins another one (1 and 10), only what does not go on to be the other.
 * Asks depth first, so that `path` is always one token longer than a path asked before, or empty.
 */
export async function scoreCodes(
  variants: readonly (readonly (readonly Token[])[])[],
  next: NextProbabilities,
): Promise<readonly number[]> {
  const masses = variants.map(() => 0);
  const visit = async (node: CodeNode, path: readonly Token[], p: number): Promise<void> => {
    let goesOn = 0;
    if (node.children.size > 0 && p >= negligible) {
      const shares = await next(path, [...node.children.keys()]);
      for (const [token, child] of node.children) {
        const share = shares.get(token) ?? 0;
        goesOn += share;
        await visit(child, [...path, token], p * share);
      }
    }
    for (const place of node.ends) masses[place] = (masses[place] ?? 0) + p * Math.max(0, 1 - goesOn);
  };
  await visit(treeOf(variants), [], 1);
  return masses;
}

function treeOf(variants: readonly (readonly (readonly Token[])[])[]): CodeNode {
  const root: CodeNode = { children: new Map(), ends: [] };
  variants.forEach((sequences, place) => {
    for (const tokens of sequences) addSequence(root, tokens, place);
  });
  return root;
}

function addSequence(root: CodeNode, tokens: readonly Token[], place: number): void {
  if (tokens.length === 0) return;
  let node = root;
  for (const token of tokens) {
    const child = node.children.get(token) ?? { children: new Map<Token, CodeNode>(), ends: [] };
    node.children.set(token, child);
    node = child;
  }
  if (!node.ends.includes(place)) node.ends.push(place);
}
