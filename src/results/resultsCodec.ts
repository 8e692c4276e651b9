import type { Results } from './types';
import { cellCodec, effectCodec } from './cellCodec';
import { exact, fixed, flag, nullable, text, whole, word } from './codec/scalars';
import { list, named, record } from './codec/collections';
import type { Codec } from './codec/types';

const measure = nullable(fixed(4));
const identified = list('lines', record('lines', { id: text, text }));

const setup: Codec<Results['setup']> = record('lines', {
  model: record('lines', { name: text, engine: text, model: text, where: text, demonstration: flag }),
  strategy: text,
  seed: exact,
  assign: text,
  respondents: nullable(whole()),
  temperature: exact,
  smallestEffect: exact,
  prompts: record('lines', { name: text, system: text, persona: text, ask: text }),
  conditions: identified,
  outcomes: identified,
  hashes: record('lines', { study: text, data: nullable(text), answers: text }),
});

const summary: Codec<Results['evaluation']['summary']> = record('lines', {
  w1: record('line', { stated: measure, observed: measure }),
  floor: measure,
  baselines: named(
    record('line', {
      w1: measure,
      sees: word('nothing', 'other conditions of this outcome', 'this cell'),
    }),
  ),
  effects: record('line', {
    n: whole(),
    r: measure,
    slope: measure,
    rmse: measure,
    signAgreement: measure,
  }),
  mass: measure,
});

const evaluation: Codec<Results['evaluation']> = record('lines', {
  study: text,
  title: text,
  run: text,
  model: text,
  strategy: text,
  stamp: nullable(text),
  conventions: record('lines', { w1: word('stated'), floor: text, intervals: text, effects: text }),
  outcomes: list('lines', record('line', { id: text, question: text, type: text, higher: nullable(text) })),
  cells: list('lines', cellCodec),
  effects: list('lines', effectCodec),
  summary,
  warnings: list('lines', text),
});

/** The whole file, in the order in which it is read: what was done, what came of it. */
export const resultsCodec: Codec<Results> = record('lines', {
  format: word(1),
  setup,
  counts: record('line', { answers: whole(), failed: whole(), complete: flag }),
  evaluation,
});
