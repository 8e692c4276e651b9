import { fixed, nullable, share, text, whole, word } from './codec/scalars';
import { list, named, pair, record } from './codec/collections';
import type { Codec } from './codec/types';
import type { ConjointCell } from './types';

const signed = fixed(4);
const estimates = record('line', {
  observed: nullable(
    record('line', { estimate: signed, se: nullable(fixed(4, 0)), ci: nullable(pair(signed)) }),
  ),
  predicted: nullable(signed),
});

/** One line a level of a conjoint. */
export const conjointCodec: Codec<ConjointCell> = record('lines', {
  condition: text,
  conditionLabel: text,
  outcome: text,
  item: nullable(text),
  nObserved: whole(),
  nPredicted: whole(),
  tasks: record('line', { observed: whole(), predicted: whole() }),
  levels: list(
    'lines',
    record('line', {
      attribute: text,
      attributeLabel: text,
      level: text,
      label: text,
      shownObserved: whole(),
      shownPredicted: whole(),
      mean: estimates,
      amce: nullable(estimates),
    }),
  ),
  distance: nullable(share),
  floor: nullable(record('line', { mean: share, q95: share, p: share, excess: signed })),
  baselines: named(
    record('line', {
      distance: share,
      sees: word('nothing', 'other conditions of this outcome', 'this cell'),
    }),
  ),
  method: text,
  parseRate: share,
  mass: nullable(share),
  agreement: nullable(record('line', { n: whole(), share })),
});
