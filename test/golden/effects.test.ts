import { effectAgreement, signAgreement, type EffectSet } from '../../src/stats/agreement/effectSet';
import { fisherExactP } from '../../src/stats/difference/fisherExact';
import { mannWhitney } from '../../src/stats/difference/mannWhitney';
import { standardisedDifference } from '../../src/stats/difference/standardised';
import { twoProportions } from '../../src/stats/difference/twoProportions';
import { weightedDifference } from '../../src/stats/difference/weighted';
import { armOf } from '../../src/stats/difference/arm';
import { welchOfArms } from '../../src/stats/difference/welch';
import { reproduces } from './vectors';

interface TwoArm {
  readonly treatment: number[];
  readonly control: number[];
  readonly statedMin: number;
  readonly statedMax: number;
}

function twoArm({ treatment, control, statedMin, statedMax }: TwoArm) {
  const points = 100 / (statedMax - statedMin);
  const welch = welchOfArms(armOf(treatment), armOf(control));
  const standardised = standardisedDifference(welch.treatment, welch.control);
  const { test, se } = welch;
  const sd = (variance: number | null) => (variance === null ? null : Math.sqrt(variance));
  return {
    n1: welch.treatment.n,
    n2: welch.control.n,
    meanTreatment: welch.treatment.mean,
    meanControl: welch.control.mean,
    diff: welch.difference,
    diffPp: welch.difference * points,
    sdTreatment: sd(welch.treatment.variance),
    sdControl: sd(welch.control.variance),
    se,
    sePp: se === null ? null : se * points,
    t: test?.t ?? null,
    df: test?.df ?? null,
    p: test?.p ?? null,
    ci95: test?.ci95 ?? null,
    ci95Pp: test?.ci95.map((bound) => bound * points) ?? null,
    z: test?.t ?? null,
    pooledSd: standardised?.pooledSd ?? null,
    cohenD: standardised?.d ?? null,
    seCohenD: standardised?.seD ?? null,
    hedgesG: standardised?.g ?? null,
    seHedgesG: standardised?.seG ?? null,
    J: standardised?.j ?? null,
    hedgesG_approxJ: standardised?.gApproximate ?? null,
    seHedgesG_approxJ: standardised?.seGApproximate ?? null,
    seHedgesG_metafor: standardised?.seGMetafor ?? null,
    glassDelta: standardised?.glassDelta ?? null,
  };
}

function weightedDiff({ y, treated, weights }: { y: number[]; treated: number[]; weights: number[] }) {
  const arm = (which: number) => {
    const rows = [...y.keys()].filter((row) => treated[row] === which);
    return { values: rows.map((row) => y[row] ?? NaN), weights: rows.map((row) => weights[row] ?? NaN) };
  };
  const result = weightedDifference(arm(1), arm(0));
  return {
    nUsed: result.nUsed,
    diff: result.difference,
    seHC0: result.seHc0,
    seHC1: result.seHc1,
    seHC2: result.seHc2,
    seHC3: result.seHc3,
    seSurvey: result.seSurvey,
    dfResidual: result.test?.df,
    t_HC2: result.test?.t,
    p_HC2_t: result.test?.p,
    ci95_HC2_t: result.test?.ci95,
  };
}

function effectSet(input: EffectSet) {
  const agreement = effectAgreement(input);
  const corrected = agreement.attenuationCorrectedR;
  const signs = Object.fromEntries(
    [0, 1.96, 3].flatMap((threshold) => {
      const sign = signAgreement(input, threshold);
      return [
        [`signAgreement_z${threshold}`, sign?.share ?? null],
        [`signAgreement_z${threshold}_n`, sign?.n ?? null],
      ];
    }),
  );
  return {
    ...agreement,
    ...signs,
    adjustedRmseFloor0: Math.sqrt(Math.max(0, agreement.adjustedMse)),
    attenuationCorrectedRClipped: corrected === null ? null : Math.min(1, Math.max(-1, corrected)),
  };
}

describe('golden effects', () => {
  reproduces('effects.json', 'two-arm', 16, twoArm);
  reproduces('effects.json', 'weighted-diff', 6, weightedDiff);
  reproduces(
    'effects.json',
    'two-proportion',
    9,
    ({ x1, n1, x2, n2 }: { x1: number; n1: number; x2: number; n2: number }) => {
      const result = twoProportions(x1, n1, x2, n2);
      return {
        ...result,
        diff: result.difference,
        diffPp: 100 * result.difference,
        fisherExactP: fisherExactP(x1, n1, x2, n2),
      };
    },
  );
  reproduces('effects.json', 'mann-whitney', 7, ({ a, b }: { a: number[]; b: number[] }) => {
    const { u1, u2, ...rest } = mannWhitney(a, b);
    return { U1: u1, U2: u2, ...rest };
  });
  reproduces('effects.json', 'effect-set', 15, effectSet);
});
