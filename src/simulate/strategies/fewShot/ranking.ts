import { bm25, type Similarity } from '../../../data/similarity/bm25';
import { cosine } from '../../../data/similarity/cosine';
import { outcomeIn, renderStimulus } from '../../../study/render';
import type { FewShot, Study } from '../../../study/types';
import { VignetteError } from '../../../util/errors';
import { cellKey, type CellId } from '../../cellId';
import type { FewShotWorld, HumanAnswer } from './types';

/** The place of each answered cell by similarity to a target, the most similar first; ties in the study's order. */
export type Ranking = (target: CellId) => ReadonlyMap<string, number>;

/** Every cell that somebody answered, in the order of the study. */
export function answeredCells(study: Study, answers: readonly HumanAnswer[]): readonly CellId[] {
  const cells = new Map(
    answers.map(({ condition, outcome, item }) => {
      const cell = { condition, outcome, item };
      return [cellKey(cell), cell];
    }),
  );
  const placeIn = (ids: readonly { readonly id: string }[]) => {
    const places = new Map(ids.map(({ id }, place) => [id, place]));
    return (id: string | null): number => places.get(id ?? '') ?? -1;
  };
  const [outcomes, conditions, items] = [study.outcomes, study.conditions, study.items].map(placeIn) as [
    (id: string | null) => number,
    (id: string | null) => number,
    (id: string | null) => number,
  ];
  return [...cells.values()].sort(
    (a, b) =>
      outcomes(a.outcome) - outcomes(b.outcome) ||
      conditions(a.condition) - conditions(b.condition) ||
      items(a.item) - items(b.item),
  );
}

/** What of a cell is compared: its question and what is read before it, as said to nobody in particular. */
export function textOf(study: Study, { condition, outcome, item }: CellId): string {
  const { question } = outcomeIn(study, outcome, condition, [], item);
  return [question, renderStimulus(study, condition, [], item)].filter((text) => text !== '').join('\n\n');
}

/** How the cells lie by similarity to any cell; made once a target. */
export function rankingOf(
  study: Study,
  cells: readonly CellId[],
  similarity: FewShot['similarity'],
  vectors: FewShotWorld['vectors'],
): Ranking {
  let compare: Similarity | undefined;
  const known = new Map<string, ReadonlyMap<string, number>>();
  const rank = (target: CellId): ReadonlyMap<string, number> => {
    compare ??= compareWith(
      cells.map((cell) => textOf(study, cell)),
      similarity,
      vectors,
    );
    const scores = compare(textOf(study, target));
    const order = [...cells.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return new Map(order.map((place, rankOf) => [cellKey(cells[place] as CellId), rankOf]));
  };
  return (target) => {
    const key = cellKey(target);
    const found = known.get(key) ?? rank(target);
    known.set(key, found);
    return found;
  };
}

function compareWith(
  documents: readonly string[],
  similarity: FewShot['similarity'],
  vectors: FewShotWorld['vectors'],
): Similarity {
  if (similarity === 'bm25') return bm25(documents);
  const vectorOf = (text: string): readonly number[] => vectors?.get(text) ?? missing();
  return (query) => documents.map((text) => cosine(vectorOf(query), vectorOf(text)));
}

function missing(): never {
  throw new VignetteError({
    code: 'strategy/no-embeddings',
    message: 'The similarity of questions is to come from embeddings, and there are none here.',
    help: 'Embeddings are asked for when a run begins; use `fewShot: {similarity: bm25}` to look at its prompts before.',
    audience: 'usage',
  });
}
