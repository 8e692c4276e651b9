import { compareCells, type RunAnswers } from '../evaluate/comparison/compareCells';
import type { Comparison, EffectEvaluation, Evaluation } from '../evaluate/types';
import { diffSetups, identicalByConstruction } from './diff';
import type { Results } from './types';

/**
 * Two results compared cell by cell: what differs in the set-up, which cells moved by more than chance, which effects
 * changed sign. The smallest change of interest is that of `b`.
 * @param answers of both runs where they are at hand; without them the comparison is unpaired.
 */
export function compare(a: Results, b: Results, answers?: RunAnswers): Comparison {
  const { pairing, cells } = compareCells(a.evaluation, b.evaluation, answers, {
    smallestEffect: b.setup.smallestEffect,
    key: [a.setup.hashes.answers, b.setup.hashes.answers],
  });
  const identical = identicalByConstruction(a, b);
  const moved = cells.filter((cell) => cell.moved).length;
  return {
    a: a.evaluation.run,
    b: b.evaluation.run,
    pairing,
    setup: diffSetups(a.setup, b.setup),
    identicalByConstruction: identical,
    cells,
    effects: effectsOf(a.evaluation, b.evaluation),
    moved,
    summary: identical ? 'Identical by construction.' : summaryOf(moved, cells.length),
  };
}

function summaryOf(moved: number, cells: number): string {
  if (cells === 0) return 'The two runs have no cell in common.';
  if (moved === 0) return 'No cell moved by more than chance.';
  return `${moved} of ${cells} ${cells === 1 ? 'cell' : 'cells'} moved by more than chance.`;
}

/** Predicted effects of both, in the order of the first, then those that only the second has. */
function effectsOf(a: Evaluation, b: Evaluation): Comparison['effects'] {
  const keyOf = ({ id, outcome }: EffectEvaluation) => `${outcome}\n${id}`;
  const first = new Map(a.effects.map((effect) => [keyOf(effect), effect]));
  const second = new Map(b.effects.map((effect) => [keyOf(effect), effect]));
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((key) => {
    const effect = second.get(key) ?? first.get(key);
    if (effect === undefined) return [];
    const before = first.get(key)?.predicted?.estimate ?? null;
    const after = second.get(key)?.predicted?.estimate ?? null;
    return [
      {
        id: effect.id,
        outcome: effect.outcome,
        a: before,
        b: after,
        observed: effect.observed?.estimate ?? null,
        signChanged: before !== null && after !== null && Math.sign(before) * Math.sign(after) < 0,
      },
    ];
  });
}
