import type { Results } from './types';
import { cellCodec, effectCodec } from './cellCodec';
import { conjointCodec } from './conjointCodec';
import { allocateCodec, multiselectCodec, rankCodec } from './optionsCodec';
import { exact, fixed, flag, nullable, text, whole, word } from './codec/scalars';
import { list, named, optional, record } from './codec/collections';
import type { Codec } from './codec/types';

const measure = nullable(fixed(4));
const identified = list('lines', record('lines', { id: text, text }));

const calibration = record('lines', {
  kind: word('temperature', 'shrinkage'),
  cells: list(
    'lines',
    record('line', {
      outcome: text,
      condition: text,
      parameter: exact,
      on: list('line', text),
      answers: whole(),
    }),
  ),
});

const setup: Codec<Results['setup']> = record('lines', {
  model: record('lines', { name: text, engine: text, model: text, where: text, demonstration: flag }),
  strategy: text,
  seed: exact,
  assign: text,
  respondents: nullable(whole()),
  temperature: exact,
  modifiers: optional(identified, []),
  smallestEffect: exact,
  prompts: record('lines', { name: text, system: text, persona: text, ask: text }),
  conditions: identified,
  outcomes: identified,
  items: optional(identified, []),
  panel: optional(nullable(text), null),
  contrasts: optional(identified, []),
  scores: optional(identified, []),
  calibration: optional(nullable(calibration), null),
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

const score = record('lines', {
  id: text,
  of: list('line', text),
  reverse: list('line', text),
  combine: word('mean', 'sum'),
  cells: list('lines', cellCodec),
  effects: list('lines', effectCodec),
});

const expectation = record('line', {
  index: whole(),
  pass: flag,
  value: measure,
  limit: exact,
  what: text,
});

const evaluation: Codec<Results['evaluation']> = record('lines', {
  study: text,
  title: text,
  run: text,
  model: text,
  strategy: text,
  stamp: nullable(text),
  conventions: record('lines', {
    w1: word('stated'),
    floor: text,
    intervals: text,
    effects: text,
    options: optional(text, ''),
    conjoint: optional(text, ''),
  }),
  outcomes: list(
    'lines',
    record('line', {
      id: text,
      question: text,
      type: text,
      higher: nullable(text),
      role: optional(word('primary', 'secondary', 'check', 'attention'), 'primary'),
    }),
  ),
  cells: list('lines', cellCodec),
  multiselect: optional(list('lines', multiselectCodec), []),
  rank: optional(list('lines', rankCodec), []),
  allocate: optional(list('lines', allocateCodec), []),
  conjoint: optional(list('lines', conjointCodec), []),
  effects: list('lines', effectCodec),
  scores: optional(list('lines', score), []),
  expectations: optional(list('lines', expectation), []),
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
