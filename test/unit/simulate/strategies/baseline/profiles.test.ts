import { expect } from 'chai';
import type { HumanData } from '../../../../../src/data/types';
import { makePlan } from '../../../../../src/simulate/plan';
import { runSettings } from '../../../../../src/simulate/settings';
import { aHumanRow, aPerson, aBinaryScale, anOutcome, aStudy, humanData } from '../../../../fakes/builders';

const study = aStudy({ outcomes: [anOutcome('choice', { scale: aBinaryScale() })] });

/** Twenty people a group in each arm: of the old `old` say yes (1) in gain, of the young `young`. */
function data(
  { old, young }: { readonly old: number; readonly young: number },
  inLoss: (place: number) => number = () => 0,
): HumanData {
  const arm = (condition: string, answerOf: (group: string, place: number) => number) =>
    ['old', 'young'].flatMap((age) =>
      Array.from({ length: 20 }, (_, i) =>
        aHumanRow(aPerson(`${condition} ${age} ${i}`, { age, city: `town ${i}` }), condition, {
          choice: answerOf(age, i),
        }),
      ),
    );
  return humanData([
    ...arm('gain', (age, i) => (i < (age === 'old' ? old : young) ? 1 : 0)),
    ...arm('loss', (_, i) => inLoss(i)),
  ]);
}

/** The probability of yes for the eleventh old and the eleventh young person in loss. */
function predicted(model: string, human: HumanData): readonly number[] {
  const plan = makePlan(study, human, runSettings(study, { strategy: 'baseline', model }));
  const { strategy } = plan;
  if (strategy.kind !== 'host') throw new Error('asks a model');
  return ['loss old 10', 'loss young 10'].map((id) => {
    const task = [...plan.tasks()].find(({ person }) => person.id === id);
    const result = task && strategy.answer(task);
    return result?.kind === 'answer' ? (result.probabilities?.[1] ?? NaN) : NaN;
  });
}

describe('the baseline of demographic cells', () => {
  it('gives the shares of people with the same profile, without the fields that leave too few', () => {
    expect(predicted('cells', data({ old: 15, young: 5 }))).to.deep.equal([0.75, 0.25]);
  });

  it('gives everyone to a person of whom nobody has any field', () => {
    const human = data({ old: 15, young: 5 });
    const stranger = aPerson('loss old 10', { age: 'unknown' });
    const rows = human.rows.map((row) =>
      row.person.id === 'loss old 10' ? aHumanRow(stranger, 'loss', { choice: 0 }) : row,
    );
    expect(predicted('cells', humanData(rows))[0]).to.equal(0.5);
  });

  it('sees nothing of the condition that it predicts', () => {
    const human = (answer: number) => data({ old: 15, young: 5 }, () => answer);
    expect(predicted('cells', human(0))).to.deep.equal(predicted('cells', human(1)));
  });
});

describe('the multinomial baseline', () => {
  it('follows the profile, drawn towards the rest by its ridge', () => {
    const [old = NaN, young = NaN] = predicted('multinomial', data({ old: 15, young: 5 }));
    expect(old).to.be.within(0.6, 0.78);
    expect(young).to.be.within(0.22, 0.4);
    expect(old + young).to.be.closeTo(1, 1e-5);
  });

  it('sees nothing of the condition that it predicts', () => {
    const human = (answer: number) => data({ old: 15, young: 5 }, () => answer);
    expect(predicted('multinomial', human(0))).to.deep.equal(predicted('multinomial', human(1)));
  });

  it('gives no probability to an answer that nobody gave elsewhere', () => {
    expect(predicted('multinomial', data({ old: 0, young: 0 }))).to.deep.equal([0, 0]);
  });
});

describe('what a baseline sees', () => {
  it('is said where profiles count', () => {
    const human = data({ old: 15, young: 5 });
    const { warnings } = makePlan(study, human, runSettings(study, { strategy: 'baseline', model: 'cells' }));
    expect(warnings).to.deep.equal([
      'The cells baseline sees the human answers to the same outcome in the other conditions, with the profiles of who gave them.',
    ]);
  });
});
