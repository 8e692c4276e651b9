import type {
  CellEvaluation,
  CellComparison,
  Comparison,
  EffectEvaluation,
  Evaluation,
  Results,
  Setup,
} from '../../src/results/types';
import { wilsonInterval } from '../../src/stats/interval/wilson';

/** Small builders of results: believable, and each part changeable by the test that is about it. */

/** One cell of a seven-point scale: 199 people, mostly at the bottom, well predicted. */
export function aCell(change: Partial<CellEvaluation> = {}): CellEvaluation {
  return {
    condition: 'nant',
    conditionLabel: 'No advertising, no tracking',
    outcome: 'violation',
    item: null,
    type: 'ordinal',
    range: [1, 7],
    transform: null,
    levels: [1, 2, 3, 4, 5, 6, 7],
    labels: ['not at all', null, null, null, null, null, 'very much so'],
    ...observedCounts([127, 43, 9, 5, 7, 4, 4], [1, 2, 3, 4, 5, 6, 7]),
    nPredicted: 199,
    predicted: { 1: 0.673, 2: 0.201, 3: 0.055, 4: 0.03, 5: 0.026, 6: 0.01, 7: 0.005 },
    w1: { stated: 0.027, observed: 0.027, observedClipped: 0.027, raw: 0.162 },
    wInSd: null,
    floor: { mean: 0.023, q95: 0.045, p: 0.308, excess: 0.004 },
    tvd: 0.04,
    js: 0.008,
    ks: 0.035,
    meanDifference: -0.16,
    sdRatio: 0.87,
    entropyRatio: 0.91,
    baselines: { uniform: { w1: 0.347, tvd: 0.5, sees: 'nothing' } },
    correct: null,
    parseRate: 0.995,
    mass: null,
    sensitivity: null,
    ...change,
  };
}

/** One cell of a yes/no question: 882 people, a predicted share beyond the noise. */
export function aBinaryCell(change: Partial<CellEvaluation> = {}): CellEvaluation {
  return aCell({
    condition: 'survival',
    conditionLabel: 'Survival (gain) frame',
    outcome: 'choose_b',
    type: 'binary',
    range: [0, 1],
    levels: [0, 1],
    labels: ['Program A', 'Program B'],
    ...observedCounts([532, 350], [0, 1]),
    nPredicted: 877,
    predicted: { 0: 0.651, 1: 0.349 },
    w1: { stated: 0.048, observed: 0.048, observedClipped: 0.048, raw: 0.048 },
    floor: { mean: 0.019, q95: 0.045, p: 0.039, excess: 0.029 },
    tvd: 0.048,
    meanDifference: -0.048,
    baselines: { uniform: { w1: 0.103, tvd: 0.103, sees: 'nothing' } },
    ...change,
  });
}

/** Observed shares, their Wilson intervals and n from unweighted counts. */
export function observedCounts(
  counts: readonly number[],
  levels: readonly number[],
): Pick<CellEvaluation, 'observed' | 'observedIntervals' | 'nObserved' | 'nEffective'> {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const entries = levels.map((level, index) => [String(level), counts[index] ?? 0] as const);
  return {
    observed: Object.fromEntries(entries.map(([key, count]) => [key, count / n])),
    observedIntervals: Object.fromEntries(entries.map(([key, count]) => [key, wilsonInterval(count, n)])),
    nObserved: n,
    nEffective: n,
  };
}

/** The same cell without human answers. */
export function withoutHumans(cell: CellEvaluation): CellEvaluation {
  return {
    ...cell,
    nObserved: 0,
    nEffective: 0,
    observed: {},
    observedIntervals: {},
    w1: null,
    floor: null,
    tvd: null,
    js: null,
    ks: null,
    meanDifference: null,
    sdRatio: null,
    entropyRatio: null,
  };
}

export function anEffect(change: Partial<EffectEvaluation> = {}): EffectEvaluation {
  return {
    id: 'bt-nant',
    outcome: 'violation',
    item: null,
    kind: 'condition',
    treatment: 'bt',
    control: 'nant',
    form: '',
    method: '',
    observed: { estimate: 3.73, se: 0.15, ci: [3.43, 4.02], points: 62.1, pointsCi: [57.2, 67.0] },
    predicted: { estimate: 4.3, se: null, ci: null, points: 71.6, pointsCi: null },
    published: null,
    ...change,
  };
}

export function anEvaluation(change: Partial<Evaluation> = {}): Evaluation {
  return {
    study: 'privacy-ads',
    title: 'Perceived privacy violation under forms of online advertising',
    run: 'run-4',
    model: 'gpt-4o',
    strategy: 'direct',
    stamp: null,
    conventions: {
      w1: 'stated',
      floor:
        'two independent samples of these sizes from the human answers; mean exact, q95 and p by simulation',
      intervals: '95 % Wilson for shares',
      effects: 'observed: Welch, 95 %; predicted: no calibrated interval for this model',
      options: '',
      conjoint: '',
    },
    outcomes: [
      {
        id: 'violation',
        question: 'Do you perceive your privacy to be violated?',
        type: 'ordinal',
        higher: 'more',
        role: 'primary',
      },
      {
        id: 'choose_b',
        question: 'Which program would you choose?',
        type: 'binary',
        higher: 'risk seeking',
        role: 'primary',
      },
    ],
    cells: someCells(),
    multiselect: [],
    rank: [],
    allocate: [],
    conjoint: [],
    effects: [
      anEffect({
        id: 'ua-nant',
        treatment: 'ua',
        observed: { estimate: 0.39, se: 0.14, ci: [0.11, 0.66], points: 6.5, pointsCi: [1.9, 11.0] },
        predicted: { estimate: 0.63, se: null, ci: null, points: 10.5, pointsCi: null },
      }),
      anEffect(),
      anEffect({
        id: 'mortality-survival',
        outcome: 'choose_b',
        treatment: 'mortality',
        control: 'survival',
        observed: { estimate: 0.239, se: 0.023, ci: [0.194, 0.284], points: 23.9, pointsCi: [19.4, 28.4] },
        predicted: { estimate: 0.354, se: null, ci: null, points: 35.4, pointsCi: null },
        published: { estimate: 0.228, se: 0.022, ci: [0.185, 0.271], points: 22.8, pointsCi: [18.5, 27.1] },
      }),
    ],
    scores: [],
    expectations: [],
    summary: {
      w1: { stated: 0.058, observed: 0.058 },
      floor: 0.023,
      baselines: { uniform: { w1: 0.22, sees: 'nothing' } },
      effects: { n: 3, r: 0.996, slope: 0.86, rmse: 8.8, signAgreement: 1 },
      mass: null,
    },
    warnings: [],
    ...change,
  };
}

function someCells(): readonly CellEvaluation[] {
  return [
    aCell(),
    aCell({
      condition: 'ua',
      conditionLabel: 'Untargeted advertising, no tracking',
      ...observedCounts([104, 56, 16, 20, 13, 7, 2], [1, 2, 3, 4, 5, 6, 7]),
      nPredicted: 216,
      predicted: { 1: 0.287, 2: 0.407, 3: 0.176, 4: 0.079, 5: 0.037, 6: 0.014, 7: 0 },
      w1: { stated: 0.063, observed: 0.063, observedClipped: 0.063, raw: 0.378 },
      floor: { mean: 0.025, q95: 0.047, p: 0.007, excess: 0.038 },
    }),
    aCell({
      condition: 'bt',
      conditionLabel: 'Behavioural targeting, tracked, data leave the device',
      ...observedCounts([6, 7, 9, 20, 45, 40, 67], [1, 2, 3, 4, 5, 6, 7]),
      nPredicted: 192,
      predicted: { 1: 0, 2: 0.01, 3: 0.031, 4: 0.052, 5: 0.172, 6: 0.443, 7: 0.292 },
      w1: { stated: 0.086, observed: 0.086, observedClipped: 0.086, raw: 0.516 },
      floor: { mean: 0.029, q95: 0.053, p: 0.001, excess: 0.057 },
    }),
    aBinaryCell(),
    aBinaryCell({
      condition: 'mortality',
      conditionLabel: 'Mortality (loss) frame',
      ...observedCounts([339, 592], [0, 1]),
      nPredicted: 928,
      predicted: { 0: 0.297, 1: 0.703 },
      w1: { stated: 0.067, observed: 0.067, observedClipped: 0.067, raw: 0.067 },
      floor: { mean: 0.018, q95: 0.044, p: 0.003, excess: 0.049 },
    }),
  ];
}

export function aSetup(change: Partial<Setup> = {}): Setup {
  return {
    model: {
      name: 'gpt-4o',
      engine: 'openai',
      model: 'gpt-4o-2024-08-06',
      where: 'https://api.example.org',
      demonstration: false,
    },
    strategy: 'direct',
    seed: 1,
    assign: 'data',
    respondents: null,
    temperature: 1,
    modifiers: [],
    smallestEffect: 2,
    prompts: {
      name: 'chat',
      system: 'You answer a survey as the person described.',
      persona: 'You are {{ person }}.',
      ask: 'Reply with one whole number.',
    },
    conditions: [
      { id: 'nant', text: 'You will not be tracked. You will see no ads.' },
      { id: 'ua', text: 'You will not be tracked. You will see ads for nobody in particular.' },
      { id: 'bt', text: 'You will be tracked and your data will leave your devices.' },
    ],
    outcomes: [{ id: 'violation', text: 'Do you perceive your privacy to be violated?' }],
    items: [],
    panel: null,
    contrasts: [],
    scores: [],
    calibration: null,
    hashes: { study: 'a'.repeat(64), data: 'b'.repeat(64), answers: 'c'.repeat(64) },
    ...change,
  };
}

export function aResults(change: Partial<Results> = {}): Results {
  return {
    format: 1,
    setup: aSetup(),
    counts: { answers: 2412, failed: 8, complete: true },
    evaluation: anEvaluation(),
    ...change,
  };
}

export function aCellComparison(change: Partial<CellComparison> = {}): CellComparison {
  return {
    condition: 'bt',
    conditionLabel: 'Behavioural targeting, tracked, data leave the device',
    outcome: 'violation',
    item: null,
    w1: 0.08,
    p: 0.0005,
    pAdjusted: 0.0008,
    meanChange: -0.48,
    meanChangePoints: -8,
    ci: [-0.6, -0.36],
    moved: true,
    a: { 1: 0, 2: 0.01, 3: 0.031, 4: 0.052, 5: 0.172, 6: 0.443, 7: 0.292 },
    b: { 1: 0.02, 2: 0.03, 3: 0.05, 4: 0.1, 5: 0.25, 6: 0.35, 7: 0.2 },
    observed: { 1: 0.031, 2: 0.036, 3: 0.046, 4: 0.103, 5: 0.232, 6: 0.206, 7: 0.346 },
    ...change,
  };
}

export function aComparison(change: Partial<Comparison> = {}): Comparison {
  return {
    a: 'run-2',
    b: 'run-3',
    pairing: 'people',
    setup: [{ path: 'prompts.system', a: 'Answer at once.', b: 'Think of how this person talks.' }],
    identicalByConstruction: false,
    cells: [aCellComparison()],
    effects: [{ id: 'bt-nant', outcome: 'violation', a: -1.2, b: 2.3, observed: 5.9, signChanged: true }],
    moved: 1,
    summary: '1 of 1 cells moved by more than chance.',
    ...change,
  };
}

/** A cell on three points, far from its people, with everything measured. */
export function aThreePointCell(change: Partial<CellEvaluation> = {}): CellEvaluation {
  return aCell({
    condition: 'gain',
    conditionLabel: 'Gain frame',
    outcome: 'choice',
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
    ...change,
  });
}

/** Results of one run with that cell and one effect. */
export function someResults(
  change: Partial<Omit<Results, 'setup' | 'evaluation'>> & {
    readonly setup?: Partial<Setup>;
    readonly evaluation?: Partial<Evaluation>;
  } = {},
): Results {
  const { setup, evaluation, ...rest } = change;
  return aResults({
    setup: aSetup({
      conditions: [{ id: 'gain', text: 'First page.\n\nSecond page.' }],
      outcomes: [{ id: 'choice', text: 'Which one?' }],
      hashes: { study: 'a1', data: 'b2', answers: 'c3' },
      ...setup,
    }),
    counts: { answers: 100, failed: 0, complete: true },
    evaluation: anEvaluation({
      run: 'frames.local.direct.3f2a',
      outcomes: [{ id: 'choice', question: 'Which one?', type: 'ordinal', higher: null, role: 'primary' }],
      cells: [aThreePointCell()],
      effects: [
        anEffect({
          id: 'loss-gain',
          outcome: 'choice',
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
        }),
      ],
      ...evaluation,
    }),
    ...rest,
  });
}
