import type { YamlEntry, YamlNode } from '../../tree/types';
import type { Expectation, Outcome, Score } from '../../types';
import { at, entriesOf, itemsOf, numberOf, oneOf, textOf, textsOf } from '../pick';

/** The composites; a matrix stands for its items, and what is reversed is one of those it is made of. */
export function readScores(root: YamlNode, outcomes: readonly Outcome[]): readonly Score[] {
  const named = outcomesByName(outcomes);
  const readScore = ({ key, value }: YamlEntry): Score | undefined => {
    const idsAt = (part: string): readonly string[] => [
      ...new Set(textsOf(at(value, part)).flatMap((name) => named.get(name) ?? [])),
    ];
    const of = idsAt('of');
    if (of.length === 0) return undefined;
    const reverse = idsAt('reverse').filter((id) => of.includes(id));
    return { id: key, of, reverse, combine: oneOf(at(value, 'combine'), ['mean', 'sum'] as const) ?? 'mean' };
  };
  return entriesOf(at(root, 'scores')).flatMap((entry) => readScore(entry) ?? []);
}

/** What should hold of a run; of a matrix, of each item. */
export function readExpectations(root: YamlNode, outcomes: readonly Outcome[]): readonly Expectation[] {
  const named = outcomesByName(outcomes);
  return itemsOf(at(root, 'expect')).flatMap((node): readonly Expectation[] => {
    const contrast = textOf(at(node, 'contrast'));
    const sign = oneOf(at(node, 'sign'), ['positive', 'negative'] as const);
    if (contrast !== undefined) return sign ? [{ kind: 'sign', contrast, sign }] : [];
    const below = numberOf(at(at(node, 'w1'), 'below'));
    if (below === undefined) return [];
    const ids = named.get(textOf(at(node, 'outcome')) ?? '') ?? [];
    return ids.map((outcome) => ({ kind: 'w1', outcome, below }));
  });
}

/** Each outcome by its id, and all items of a matrix by the id of the matrix. */
export function outcomesByName(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const { id, matrix } of outcomes) {
    named.set(id, [id]);
    if (matrix === undefined) continue;
    const items = named.get(matrix.outcome);
    if (items) items.push(id);
    else named.set(matrix.outcome, [id]);
  }
  return named;
}
