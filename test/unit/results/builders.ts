import type { CellEvaluation, Results } from '../../../src/results/types';

/** A cell on three points with everything measured. */
export function aCell(change: Partial<CellEvaluation> = {}): CellEvaluation {
  return {
    condition: 'gain',
    conditionLabel: 'Gain frame',
    outcome: 'choice',
    item: null,
    type: 'ordinal',
    range: [1, 3],
    levels: [1, 2, 3],
    labels: ['Low', null, 'High'],
    nObserved: 100,
    nEffective: 100,
    nPredicted: 100,
    observed: { 1: 0.5, 2: 0.3, 3: 0.2 },
    observedIntervals: { 1: [0.4038, 0.5962], 2: [0.2189, 0.3958], 3: [0.1334, 0.2888] },
    predicted: { 1: 0.2, 2: 0.3, 3: 0.5 },
    w1: { stated: 0.3, observed: 0.3, observedClipped: 0.3, raw: 0.6 },
    floor: { mean: 0.05, q95: 0.1, p: 0.0005, excess: 0.25 },
    tvd: 0.3,
    js: 0.0713,
    ks: 0.3,
    meanDifference: 0.6,
    sdRatio: 1,
    entropyRatio: 1,
    baselines: {
      uniform: { w1: 0.15, tvd: 0.1667, sees: 'nothing' },
      pooled: { w1: 0.05, tvd: 0.05, sees: 'other conditions of this outcome' },
    },
    parseRate: 1,
    mass: null,
    ...change,
  };
}

/** Results of one run with one cell and one effect. */
export function someResults(
  change: Partial<Omit<Results, 'setup' | 'evaluation'>> & {
    readonly setup?: Partial<Results['setup']>;
    readonly evaluation?: Partial<Results['evaluation']>;
  } = {},
): Results {
  const { setup, evaluation, ...rest } = change;
  return {
    format: 1,
    setup: {
      model: {
        name: 'local',
        engine: 'embedded',
        model: 'tiny.gguf',
        where: 'ab'.repeat(32),
        demonstration: true,
      },
      strategy: 'direct',
      seed: 1,
      assign: 'data',
      respondents: null,
      temperature: 1,
      smallestEffect: 2,
      prompts: {
        name: 'chat',
        system: 'Answer with one number.',
        persona: 'You are:\n{{profile}}',
        ask: '{{question}}',
      },
      conditions: [{ id: 'gain', text: 'First page.\n\nSecond page.' }],
      outcomes: [{ id: 'choice', text: 'Which one?' }],
      hashes: { study: 'a1', data: 'b2', answers: 'c3' },
      ...setup,
    },
    counts: { answers: 100, failed: 0, complete: true },
    evaluation: {
      study: 'frames',
      title: 'Two frames',
      run: 'frames.local.direct.3f2a',
      model: 'local',
      strategy: 'direct',
      stamp: 'demonstration engine, not evidence',
      conventions: { w1: 'stated', floor: 'two samples', intervals: 'Wilson', effects: 'Welch' },
      outcomes: [{ id: 'choice', question: 'Which one?', type: 'ordinal', higher: null }],
      cells: [aCell()],
      effects: [
        {
          id: 'loss-gain',
          outcome: 'choice',
          item: null,
          treatment: 'loss',
          control: 'gain',
          observed: {
            estimate: 0.239,
            se: 0.0228,
            ci: [0.1943, 0.2838],
            points: 23.9,
            pointsCi: [19.43, 28.38],
          },
          predicted: { estimate: -0.1, se: null, ci: null, points: -10, pointsCi: null },
          published: null,
        },
      ],
      summary: {
        w1: { stated: 0.3, observed: 0.3 },
        floor: 0.05,
        baselines: { uniform: { w1: 0.15, sees: 'nothing' } },
        effects: { n: 1, r: null, slope: null, rmse: 33.9, signAgreement: 0 },
        mass: null,
      },
      warnings: [],
      ...evaluation,
    },
    ...rest,
  };
}
