import { expect } from 'chai';
import fc from 'fast-check';
import type { HumanData } from '../../../../../src/data/types';
import { makePlan } from '../../../../../src/simulate/plan';
import { runSettings } from '../../../../../src/simulate/settings';
import type { AnswerResult } from '../../../../../src/simulate/types';
import { baselineNames, type BaselineName } from '../../../../../src/study/strategies';
import { aHumanRow, anOutcome, aPerson, aStudy, humanData } from '../../../../fakes/builders';
import { aChoiceScale } from '../../../../fakes/scales';

const study = aStudy({ outcomes: [anOutcome('choice'), anOutcome('mood')] });

/** Forty people, half an arm, whose answers are given; both outcomes are asked of everyone. */
function humans(gain: readonly number[], loss: readonly number[], mood: readonly number[]): HumanData {
  const rowsOf = (arm: string, codes: readonly number[]) =>
    codes.map((choice, i) =>
      aHumanRow(aPerson(`${arm}${i}`, { sex: i % 2 === 0 ? 'f' : 'm' }), arm, { choice, mood: mood[i] ?? 4 }),
    );
  return humanData([...rowsOf('gain', gain), ...rowsOf('loss', loss)]);
}

/** What a baseline says of the answers to `choice` in `gain`. */
function predicted(model: BaselineName, human: HumanData): readonly AnswerResult[] {
  const settings = runSettings(study, {
    strategy: 'baseline',
    model,
    conditions: ['gain'],
    outcomes: ['choice'],
  });
  const plan = makePlan(study, human, settings);
  return [...plan.tasks()].map((task) =>
    plan.strategy.kind === 'host' ? plan.strategy.answer(task) : expect.fail('asks a model'),
  );
}

const twenty = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 20, maxLength: 20 });

describe('a baseline', () => {
  for (const name of baselineNames) {
    it(`${name} says the same of a cell whatever was answered there, and to other outcomes`, () =>
      fc.assert(
        fc.property(twenty, twenty, twenty, twenty, twenty, (loss, own, other, mood, otherMood) => {
          const one = predicted(name, humans(own, loss, mood));
          expect(predicted(name, humans(other, loss, otherMood))).to.deep.equal(one);
        }),
        { numRuns: 15 },
      ));
  }

  for (const name of ['pooled', 'cells', 'multinomial'] as const)
    it(`${name} follows what was answered in the other condition`, () => {
      const [low, high] = [1, 7].map((code) => Array.from({ length: 20 }, () => code));
      const own = Array.from({ length: 20 }, () => 4);
      const meanOf = (loss: readonly number[] = []): number => {
        const results = predicted(name, humans(own, loss, own));
        return results.reduce((sum, each) => sum + (each.kind === 'answer' ? each.code : NaN), 0) / 20;
      };
      expect([meanOf(low), meanOf(high)]).to.deep.equal([1, 7]);
    });

  it('uniform gives every alternative of a conjoint the same probability', () => {
    const conjoint = aStudy({ outcomes: [anOutcome('car', { scale: aChoiceScale({ alternatives: 3 }) })] });
    const settings = runSettings(conjoint, { strategy: 'baseline', model: 'uniform', assign: 'all' });
    const people = humanData([aHumanRow(aPerson('p'), 'gain', {})]);
    const plan = makePlan(conjoint, people, settings);
    const { strategy } = plan;
    const answers = [...plan.tasks()].map((task) =>
      strategy.kind === 'host' ? strategy.answer(task) : expect.fail('asks a model'),
    );
    expect(answers).to.have.length(4);
    for (const answer of answers) {
      expect(answer).to.deep.include({ kind: 'answer', probabilities: [1 / 3, 1 / 3, 1 / 3] });
      expect(answer.kind === 'answer' && answer.code).to.be.oneOf([1, 2, 3]);
    }
  });
});
