import { exact, fixed, nullable, share, text, whole, word } from './codec/scalars';
import { list, named, pair, record } from './codec/collections';
import type { AllocateCell, MultiselectCell, RankCell } from './types';
import type { Codec } from './codec/types';

const w = fixed(4, 0);
const signed = fixed(4);
const both = record('line', { observed: nullable(w), predicted: nullable(w) });

const option = {
  code: exact,
  label: nullable(text),
  observed: nullable(w),
  predicted: nullable(w),
  interval: nullable(pair(w)),
};

/** What every cell has before and after its options. */
const place = {
  condition: text,
  conditionLabel: text,
  outcome: text,
  item: nullable(text),
  nObserved: whole(),
  nEffective: fixed(1, 0),
  nPredicted: whole(),
};
const compared = {
  distance: nullable(w),
  floor: nullable(record('line', { mean: w, q95: w, p: share, excess: signed })),
  baselines: named(
    record('line', {
      distance: w,
      sees: word('nothing', 'other conditions of this outcome', 'this cell'),
    }),
  ),
  dontKnow: nullable(both),
  parseRate: share,
};

/** One line a cell. */
export const multiselectCodec: Codec<MultiselectCell> = record('line', {
  ...place,
  options: list('line', record('line', option)),
  ...compared,
  largest: nullable(share),
  rmsd: nullable(share),
  jaccard: nullable(share),
  chosen: both,
  people: nullable(record('line', { n: whole(), jaccard: share, exact: share })),
});

/** One line a cell. */
export const rankCodec: Codec<RankCell> = record('line', {
  ...place,
  options: list('line', record('line', { ...option, first: both, w1: nullable(w) })),
  ...compared,
  tau: nullable(signed),
  footrule: nullable(share),
  firstTvd: nullable(share),
  agreement: both,
  people: nullable(record('line', { n: whole(), tau: nullable(signed), footrule: share })),
});

/** One line a cell. */
export const allocateCodec: Codec<AllocateCell> = record('line', {
  ...place,
  options: list('line', record('line', { ...option, nothing: both, w1: nullable(w) })),
  ...compared,
  total: exact,
  people: nullable(record('line', { n: whole(), l1: w })),
});
