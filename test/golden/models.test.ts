import { leastSquares, type LinearData } from '../../src/stats/linear/leastSquares';
import {
  clusteredFit,
  cr1Combination,
  cr2Combination,
  independentCombination,
} from '../../src/stats/linear/robust';
import { expectNear, readCases, reproduces } from './vectors';

type Row = Readonly<Record<string, string | number>>;

interface Conjoint {
  readonly rows: readonly Row[];
  readonly outcome: string;
  readonly cluster: string;
  readonly baselines: Readonly<Record<string, string>>;
}

/** The AMCE of every level against the first one of its attribute, all attributes in one model. */
function amces({ rows, outcome, cluster, baselines }: Conjoint) {
  const terms = Object.entries(baselines).flatMap(([attribute, baseline]) =>
    [...new Set(rows.map((row) => String(row[attribute])))]
      .filter((level) => level !== baseline)
      .map((level) => ({ attribute, level })),
  );
  const fit = leastSquares({
    terms: rows.map((row) => [1, ...terms.map(({ attribute, level }) => (row[attribute] === level ? 1 : 0))]),
    values: rows.map((row) => Number(row[outcome])),
  });
  const clusters = rows.map((row) => String(row[cluster]));
  const clustered = clusteredFit(fit, clusters);
  const groups = new Set(clusters).size;
  const factor = ((groups / (groups - 1)) * (rows.length - 1)) / (rows.length - fit.rank);
  const amce = terms.map(({ attribute, level }, place) => {
    const only = [0, ...terms.map((_, other) => (other === place ? 1 : 0))];
    const { estimate, se, test } = cr1Combination(clustered, only) ?? never();
    const found = { amce: estimate, seCR1: se, seCR0: (se ?? NaN) / Math.sqrt(factor), z: test?.t, pT_Gminus1: test?.p };
    return [`${attribute}=${level}`, found] as const;
  });
  return { clusters: groups, N: rows.length, K: fit.rank, amce: Object.fromEntries(amce) };
}

/** Effects of a 2 × 2 factorial in its four cell means. */
function factorial({ rows }: { readonly rows: readonly { a: number; b: number; y: number }[] }) {
  const cells = [0, 1].flatMap((a) => [0, 1].map((b) => ({ a, b })));
  const fit = leastSquares({
    terms: rows.map((row) => cells.map(({ a, b }) => (row.a === a && row.b === b ? 1 : 0))),
    values: rows.map(({ y }) => y),
  });
  const effect = (of: (cell: { a: number; b: number }) => number) => {
    const { estimate, se } = independentCombination(fit, cells.map(of)) ?? never();
    return { estimate, seHC2: se };
  };
  return {
    dfResidual: rows.length - fit.rank,
    mainA: effect(({ a }) => (a - 0.5)),
    mainB: effect(({ b }) => (b - 0.5)),
    interaction: effect(({ a, b }) => (a - 0.5) * (b - 0.5) * 4),
  };
}

/** People who answered twice, as rows in clusters. */
function paired({ first, second }: { readonly first: number[]; readonly second: number[] }) {
  const people = first.map((_, person) => String(person));
  const data: LinearData = {
    terms: [...first.map(() => [1, 0]), ...second.map(() => [0, 1])],
    values: [...first, ...second],
  };
  const { estimate, se, test } =
    cr2Combination(clusteredFit(leastSquares(data), [...people, ...people]), [-1, 1]) ?? never();
  return {
    meanDifference: estimate,
    se,
    df: test?.df ?? null,
    t: test?.t ?? null,
    p: test?.p ?? null,
    ci95: test?.ci95 ?? null,
  };
}

function mixed({ group, pre, post }: Readonly<Record<'group' | 'pre' | 'post', number[]>>) {
  const cell = (treated: number, after: number) => [0, 1, 2, 3].map((place) => (place === 2 * treated + after ? 1 : 0));
  const people = group.map((_, person) => String(person));
  const data: LinearData = {
    terms: [...group.map((treated) => cell(treated, 0)), ...group.map((treated) => cell(treated, 1))],
    values: [...pre, ...post],
  };
  const { estimate, se, test } = cr2Combination(clusteredFit(leastSquares(data), [...people, ...people]), [1, -1, -1, 1]) ?? never();
  return { differenceInDifferences: estimate, se, t: test?.t };
}

function weighted({ y, treated, weights }: Readonly<Record<'y' | 'treated' | 'weights', number[]>>) {
  const used = [...y.keys()].filter((row) => (weights[row] ?? 0) > 0);
  const fit = leastSquares({
    terms: used.map((row) => [1, treated[row] ?? NaN]),
    values: used.map((row) => y[row] ?? NaN),
    weights: used.map((row) => weights[row] ?? NaN),
  });
  const { estimate, se, test } = independentCombination(fit, [0, 1]) ?? never();
  return { nUsed: used.length, diff: estimate, seHC2: se, dfResidual: test?.df, ci95_HC2_t: test?.ci95 };
}

function never(): never {
  throw new Error('the data do not determine it');
}

describe('golden linear models', () => {
  reproduces('psychometrics.json', 'conjoint', 2, amces, {
    leaveOut: ['marginalMeans', 'pNormal', 'ci95Normal'],
  });
  reproduces('psychometrics.json', 'factorial-2x2', 2, factorial, {
    leaveOut: ['cellMeans', 'simpleEffectA_atB0', 'simpleEffectA_atB1', 'seOls', 'tOls', 'pOls', 'F_type2', 'F_type3', 'p_type2', 'p_type3', 'ss_type3'],
  });
  for (const each of readCases('psychometrics.json').filter(({ id }) => ['paired-basic', 'paired-40'].includes(id)))
    it(`is the paired t test where everybody answers both: ${each.id}`, () => {
      const got = paired(each.input);
      for (const field of ['meanDifference', 'se', 'df', 't', 'p', 'ci95'] as const)
        expectNear(got[field], each.expected[field], 1e-8, field);
    });
  reproduces('psychometrics.json', 'mixed-2x2', 1, mixed, {
    leaveOut: ['withinTreatment', 'withinControl', 'df', 'p'],
  });
  reproduces('effects.json', 'weighted-diff', 6, weighted, {
    leaveOut: ['seHC0', 'seHC1', 'seHC3', 'seSurvey', 't_HC2', 'p_HC2_t'],
  });
});
