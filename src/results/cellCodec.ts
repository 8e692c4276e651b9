import { exact, fixed, nullable, share, text, whole, word } from './codec/scalars';
import { list, mapped, named, optional, pair, record } from './codec/collections';
import { expected } from './codec/errors';
import type { Codec, ValueOf } from './codec/types';
import type { CellEvaluation, EffectEvaluation } from './types';

const w = fixed(4, 0);
const raw = fixed(4);
const points = fixed(2);

const sensitivity = nullable(record('line', { w, chance: w, p: share }));

/** Shares and intervals as lists in the order of `levels`; empty where there are none. */
const filed = record('line', {
  condition: text,
  conditionLabel: text,
  outcome: text,
  item: nullable(text),
  type: word('binary', 'ordinal', 'numeric', 'nominal'),
  range: nullable(pair(exact)),
  transform: optional(
    nullable(record('line', { kind: word('linear', 'log'), from: exact, to: exact })),
    null,
  ),
  levels: list('line', exact),
  labels: list('line', nullable(text)),
  nObserved: whole(),
  nEffective: fixed(1, 0),
  nPredicted: whole(),
  observed: list('line', share),
  observedIntervals: list('line', pair(share)),
  predicted: list('line', share),
  w1: nullable(
    record('line', {
      stated: nullable(w),
      observed: nullable(w),
      observedClipped: nullable(w),
      raw: nullable(w),
    }),
  ),
  wInSd: optional(nullable(w), null),
  floor: nullable(record('line', { mean: w, q95: w, p: share, excess: raw })),
  tvd: nullable(share),
  js: nullable(share),
  ks: nullable(share),
  meanDifference: nullable(raw),
  sdRatio: nullable(w),
  entropyRatio: nullable(w),
  baselines: named(
    record('line', {
      w1: nullable(w),
      tvd: share,
      sees: word('nothing', 'other conditions of this outcome', 'this cell'),
    }),
  ),
  correct: optional(
    nullable(record('line', { observed: nullable(share), predicted: nullable(share) })),
    null,
  ),
  parseRate: share,
  mass: nullable(share),
  sensitivity: optional(nullable(record('line', { order: sensitivity, frame: sensitivity })), null),
});

type FiledCell = ValueOf<typeof filed>;

/** One line a cell. */
export const cellCodec: Codec<CellEvaluation> = mapped(filed, toFile, fromFile);

function toFile(cell: CellEvaluation): FiledCell {
  const inOrder = <T>(values: Readonly<Record<string, T>>) =>
    cell.levels.flatMap((code) => {
      const value = values[String(code)];
      return value === undefined ? [] : [value];
    });
  return {
    ...cell,
    observed: inOrder(cell.observed),
    observedIntervals: inOrder(cell.observedIntervals),
    predicted: inOrder(cell.predicted),
  };
}

function fromFile(cell: FiledCell, path: string): CellEvaluation {
  if (new Set(cell.levels).size !== cell.levels.length) throw expected('without a level twice', path);
  if (cell.labels.length !== cell.levels.length) throw expected('with a label or null for each level', path);
  const byCode = <T>(values: readonly T[], field: string): Readonly<Record<string, T>> => {
    if (values.length !== 0 && values.length !== cell.levels.length) {
      throw expected('as long as levels, or empty', `${path}.${field}`);
    }
    return Object.fromEntries(values.map((value, place) => [String(cell.levels[place]), value]));
  };
  return {
    ...cell,
    observed: byCode(cell.observed, 'observed'),
    observedIntervals: byCode(cell.observedIntervals, 'observedIntervals'),
    predicted: byCode(cell.predicted, 'predicted'),
  };
}

const estimate = nullable(
  record('line', {
    estimate: raw,
    se: nullable(w),
    ci: nullable(pair(raw)),
    points: nullable(points),
    pointsCi: nullable(pair(points)),
  }),
);

/** One line an effect. */
export const effectCodec: Codec<EffectEvaluation> = record('line', {
  id: text,
  outcome: text,
  item: nullable(text),
  kind: optional(word('condition', 'factor', 'attribute'), 'condition'),
  treatment: text,
  control: text,
  form: optional(text, ''),
  method: optional(text, ''),
  observed: estimate,
  predicted: estimate,
  published: estimate,
});
