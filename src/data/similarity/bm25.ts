/** Saturation of a word's frequency, and how much the length of a document counts: the usual values. */
const k1 = 1.2;
const b = 0.75;

/** How alike a text is to each document, in their order; 0 where they share no word, else above 0. */
export type Similarity = (query: string) => readonly number[];

/**
 * Okapi BM25 over words. The similarity of document D to query Q is
 * Σ_{t ∈ Q} idf(t) · f(t, D) (k1 + 1) / (f(t, D) + k1 (1 − b + b |D| / avgdl)), each distinct word of Q once, with
 * f(t, D) how often t stands in D, |D| its words, avgdl their mean over the documents, k1 = 1.2, b = 0.75, and
 * idf(t) = ln(1 + (N − n(t) + 0.5) / (n(t) + 0.5)), n(t) of the N documents having t (Robertson & Zaragoza 2009,
 * Foundations and Trends in IR 3(4), eq. 3.15; idf kept above 0 as in Lucene). Words are runs of letters and digits,
 * letter case aside.
 */
export function bm25(documents: readonly string[]): Similarity {
  const counts = documents.map((text) => countsOf(wordsOf(text)));
  const lengths = counts.map(({ total }) => total);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  const having = new Map<string, number>();
  for (const { each } of counts)
    for (const word of each.keys()) having.set(word, (having.get(word) ?? 0) + 1);
  const idf = (word: string): number => {
    const n = having.get(word) ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  return (query) => {
    const asked = [...new Set(wordsOf(query))].filter((word) => having.has(word));
    const rarity = asked.map(idf);
    return counts.map(({ each }, place) => {
      const norm = k1 * (1 - b + (b * (lengths[place] ?? 0)) / mean);
      return asked.reduce((sum, word, i) => {
        const f = each.get(word) ?? 0;
        return f === 0 ? sum : sum + ((rarity[i] ?? 0) * f * (k1 + 1)) / (f + norm);
      }, 0);
    });
  };
}

/** Runs of letters, marks and digits, in lower case. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function countsOf(words: readonly string[]): {
  readonly each: ReadonlyMap<string, number>;
  readonly total: number;
} {
  const each = new Map<string, number>();
  for (const word of words) each.set(word, (each.get(word) ?? 0) + 1);
  return { each, total: words.length };
}
