import { expect } from 'chai';
import type { HumanData } from '../../../../src/data/types';
import { adjusted } from '../../../../src/simulate/calibrate/adjust';
import { calibrated } from '../../../../src/simulate/calibrate/apply';
import { fitCalibration } from '../../../../src/simulate/calibrate/fit';
import type { Calibration } from '../../../../src/simulate/calibrate/types';
import { calibrationWords } from '../../../../src/simulate/calibrate/words';
import { answerUniform, drawCode } from '../../../../src/simulate/draw';
import { makePlan } from '../../../../src/simulate/plan';
import { runSettings } from '../../../../src/simulate/settings';
import type { AnswerRecord, RunSettings } from '../../../../src/simulate/types';
import { aHumanRow, anOrdinalScale, anOutcome, aPerson, aStudy, humanData } from '../../../fakes/builders';
import { rejection } from '../../../fakes/rejection';

const study = aStudy({ outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 4 }) })] });
const truth = [0.1, 0.2, 0.3, 0.4];

/** A thousand people in loss whose answers have exactly the shares of `truth`; those in gain answered `own`. */
function humans(own = 1): HumanData {
  const answers = truth.flatMap((share, k) => Array.from({ length: 1000 * share }, () => k + 1));
  return humanData([
    ...answers.map((choice, i) => aHumanRow(aPerson(`l${i}`), 'loss', { choice })),
    ...[0, 1, 2].map((i) => aHumanRow(aPerson(`g${i}`), 'gain', { choice: own })),
  ]);
}

function predictions(probabilities: readonly number[], people = 3): readonly AnswerRecord[] {
  return ['gain', 'loss'].flatMap((condition, arm) =>
    Array.from({ length: people }, (_, i): AnswerRecord => ({
      index: arm * people + i,
      person: `p${i}`,
      condition,
      outcome: 'choice',
      item: null,
      draw: 0,
      result: { kind: 'answer', code: 1, probabilities, mass: undefined },
      raw: undefined,
      prompt: '',
      usage: { in: 0, out: 0, cachedIn: 0 },
      ms: 0,
      cached: false,
      retries: 0,
    })),
  );
}

function fitted(kind: Calibration['kind'], probabilities: readonly number[], human = humans()) {
  const found = fitCalibration(study, human, predictions(probabilities), { kind, people: [] });
  return found.cells.find(({ condition }) => condition === 'gain');
}

function planned(overrides: Partial<RunSettings>, human?: HumanData) {
  return () => makePlan(study, human, runSettings(study, { ...overrides }));
}

describe('calibration', () => {
  it('recovers a temperature', () => {
    // p ∝ truth^2.5 is the truth at a temperature of 1 / 2.5, so that 2.5 brings it back.
    const cell = fitted('temperature', adjusted('temperature', 1 / 2.5, truth));
    expect(cell?.parameter).to.be.closeTo(2.5, 1e-3);
    expect(cell).to.deep.include({ on: ['loss'], answers: 1000 });
  });

  it('recovers a shrinkage towards uniform', () => {
    const sharp = truth.map((share) => (share - 0.25 * 0.3) / 0.7);
    expect(fitted('shrinkage', sharp)?.parameter).to.be.closeTo(0.3, 1e-4);
  });

  it('changes nothing where the prediction is right', () => {
    expect(fitted('temperature', truth)?.parameter).to.be.closeTo(1, 1e-4);
    expect(fitted('shrinkage', truth)?.parameter).to.be.closeTo(0, 1e-4);
  });

  it('never looks at the people of the condition that it calibrates', () => {
    const sharp = adjusted('temperature', 0.5, truth);
    for (const kind of ['temperature', 'shrinkage'] as const)
      expect(fitted(kind, sharp, humans(1))).to.deep.equal(fitted(kind, sharp, humans(4)));
  });

  it('draws anew with the same uniform numbers and leaves what was read alone', () => {
    const records = predictions([0.97, 0.01, 0.01, 0.01], 50);
    const calibration: Calibration = {
      kind: 'shrinkage',
      cells: [{ outcome: 'choice', condition: 'gain', parameter: 1, on: ['loss'], answers: 1 }],
    };
    const after = calibrated(study, records, calibration, 7);
    for (const [i, { result, condition, ...task }] of after.entries()) {
      if (condition === 'loss') expect(after[i]).to.equal(records[i]);
      else {
        const person = aPerson(task.person);
        const even = [0.25, 0.25, 0.25, 0.25];
        const code = drawCode([1, 2, 3, 4], even, answerUniform(7, { ...task, person }));
        expect(result).to.deep.include({ kind: 'answer', probabilities: even, code });
      }
    }
  });

  it('says what was fitted on what, and what was not', () => {
    const cell = { outcome: 'choice', condition: 'gain', parameter: 2.5, on: ['loss'], answers: 1000 };
    expect(calibrationWords({ kind: 'temperature', cells: [cell] }, predictions(truth))).to.deep.equal([
      'Probabilities are calibrated by a temperature fitted on the human answers in the other conditions: choice in gain 2.50 (from 1000 answers in loss).',
      'Not calibrated, for lack of human answers in other conditions: choice in loss.',
    ]);
  });
});

describe('what is asked of a run that is to be calibrated', () => {
  const codeOf = async (plan: () => unknown) => (await rejection(Promise.resolve().then(plan))).code;

  it('is a strategy with probabilities', async () => {
    const plan = planned({ strategy: 'direct', calibrate: 'temperature' }, humans());
    expect(await codeOf(plan)).to.equal('calibrate/no-probabilities');
  });

  it('is human answers in a condition other than the one that is asked', async () => {
    const wish = { strategy: 'logprob', calibrate: 'shrinkage' } as const;
    expect(await codeOf(planned({ ...wish, respondents: 3 }))).to.equal('calibrate/no-human');
    expect(await codeOf(planned({ ...wish, conditions: ['gain'] }, humans()))).to.equal('calibrate/no-human');
    expect(planned(wish, humans())().total).to.equal(1003);
  });
});
