import { armOf } from '../../src/stats/difference/arm';
import { pairedDifference } from '../../src/stats/difference/paired';
import { welchOfArms } from '../../src/stats/difference/welch';
import { normalQuantile, normalUpper } from '../../src/stats/distribution/normal';
import { nestedF, ordinaryCombination } from '../../src/stats/linear/ordinary';
import { clusteredMean } from '../../src/stats/linear/clusteredMean';
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
    const half = normalQuantile(0.975) * (se ?? NaN);
    const found = {
      amce: estimate,
      seCR1: se,
      seCR0: (se ?? NaN) / Math.sqrt(factor),
      z: test?.t,
      pT_Gminus1: test?.p,
      pNormal: 2 * normalUpper(Math.abs(test?.t ?? NaN)),
      ci95Normal: [estimate - half, estimate + half],
    };
    return [`${attribute}=${level}`, found] as const;
  });
  const marginalMeans = Object.keys(baselines).flatMap((attribute) =>
    [...new Set(rows.map((row) => String(row[attribute])))].map((level) => {
      const own = rows.filter((row) => row[attribute] === level);
      const { mean, se } = clusteredMean(
        own.map((row) => Number(row[outcome])),
        own.map(() => 1),
        own.map((row) => String(row[cluster])),
        groups,
      );
      const seCR0 = (se ?? NaN) * Math.sqrt((groups - 1) / groups);
      return [`${attribute}=${level}`, { n: own.length, marginalMean: mean, seCR0, seSurvey: se }] as const;
    }),
  );
  return {
    clusters: groups,
    N: rows.length,
    K: fit.rank,
    amce: Object.fromEntries(amce),
    marginalMeans: Object.fromEntries(marginalMeans),
  };
}

/** Effects of a 2 × 2 factorial in its four cell means, and its analysis of variance. */
function factorial({ rows }: { readonly rows: readonly { a: number; b: number; y: number }[] }) {
  const cells = [0, 1].flatMap((a) => [0, 1].map((b) => ({ a, b })));
  const values = rows.map(({ y }) => y);
  const fit = leastSquares({
    terms: rows.map((row) => cells.map(({ a, b }) => (row.a === a && row.b === b ? 1 : 0))),
    values,
  });
  const [A, B] = [(row: { a: number }) => row.a - 0.5, (row: { b: number }) => row.b - 0.5];
  type Term = (row: { a: number; b: number }) => number;
  const AB: Term = (row) => A(row) * B(row);
  const model = (...terms: readonly Term[]) =>
    leastSquares({ terms: rows.map((row) => [1, ...terms.map((term) => term(row))]), values });
  const full = model(A, B, AB);
  const effect = (term: Term, others: readonly Term[], scale: number, type2: [smaller: Term[], larger: Term[]]) => {
    const weights = cells.map((cell) => term(cell) * scale);
    const { estimate, se } = independentCombination(fit, weights) ?? never();
    const ordinary = ordinaryCombination(fit, weights) ?? never();
    const three = nestedF(model(...others), full, full);
    const two = nestedF(model(...type2[0]), model(...type2[1]), full);
    return {
      estimate,
      seHC2: se,
      seOls: ordinary.se,
      tOls: ordinary.test?.t,
      pOls: ordinary.test?.p,
      F_type3: three?.f,
      p_type3: three?.p,
      ss_type3: three?.sumOfSquares,
      F_type2: two?.f,
    };
  };
  const mean = (a: number, b: number) =>
    independentCombination(fit, cells.map((cell) => (cell.a === a && cell.b === b ? 1 : 0)))?.estimate ?? NaN;
  return {
    cellMeans: { '00': mean(0, 0), '01': mean(0, 1), '10': mean(1, 0), '11': mean(1, 1) },
    simpleEffectA_atB0: mean(1, 0) - mean(0, 0),
    simpleEffectA_atB1: mean(1, 1) - mean(0, 1),
    dfResidual: rows.length - fit.rank,
    mainA: effect(A, [B, AB], 1, [[B], [A, B]]),
    mainB: effect(B, [A, AB], 1, [[A], [A, B]]),
    interaction: effect(AB, [A, B], 4, [[A, B], [A, B, AB]]),
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
  const change = (treated: number) =>
    armOf(group.flatMap((own, person) => (own === treated ? [(post[person] ?? NaN) - (pre[person] ?? NaN)] : [])));
  const welch = welchOfArms(change(1), change(0));
  expectNear(estimate, welch.difference, 1e-9, 'the clustered model');
  expectNear(se, welch.se, 1e-9, 'its standard error');
  expectNear(test?.t, welch.test?.t, 1e-9, 'its t');
  return {
    withinTreatment: welch.treatment.mean,
    withinControl: welch.control.mean,
    differenceInDifferences: welch.difference,
    se: welch.se,
    t: welch.test?.t,
    df: welch.test?.df,
    p: welch.test?.p,
  };
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
  reproduces('psychometrics.json', 'conjoint', 2, amces);
  reproduces('psychometrics.json', 'factorial-2x2', 2, factorial);
  for (const each of readCases('psychometrics.json').filter(({ id }) => ['paired-basic', 'paired-40'].includes(id)))
    it(`is the paired t test where everybody answers both: ${each.id}`, () => {
      const got = paired(each.input);
      for (const field of ['meanDifference', 'se', 'df', 't', 'p', 'ci95'] as const)
        expectNear(got[field], each.expected[field], 1e-8, field);
    });
  reproduces('psychometrics.json', 'mixed-2x2', 1, mixed);
  reproduces('psychometrics.json', 'paired', 5, ({ first, second }: { first: number[]; second: number[] }) => {
    const { difference, sd, test, dz, dav, ...rest } = pairedDifference(first, second);
    return {
      ...rest,
      meanDifference: difference,
      sdDifference: sd,
      t: test?.t ?? null,
      p: test?.p ?? null,
      ci95: test?.ci95 ?? null,
      cohenDz: dz,
      cohenDav: dav,
    };
  });
  // The same cases are reproduced in full from the closed form of two arms.
  reproduces('effects.json', 'weighted-diff', 6, weighted, {
    leaveOut: ['seHC0', 'seHC1', 'seHC3', 'seSurvey', 't_HC2', 'p_HC2_t'],
  });
});
