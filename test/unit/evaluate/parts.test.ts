import { expect } from 'chai';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { NumericScale, Study } from '../../../src/study/types';
import {
  aContrast,
  aHumanRow,
  aNumericScale,
  anOrdinalScale,
  anOutcome,
  aPerson,
  aStudy,
  humanData,
} from '../../fakes/builders';
import { anAnswer, answersOf, aRun } from './builders';

const unbounded = (transform: NumericScale['transform']) =>
  aStudy({
    outcomes: [anOutcome('choice', { scale: aNumericScale({ min: undefined, max: undefined, transform }) })],
  });

function humansWith(codes: readonly number[]) {
  return humanData(codes.map((code, index) => aHumanRow(aPerson(`h${index}`), 'gain', { choice: code })));
}

describe('numbers without bounds', () => {
  const human = humansWith([0, 9, 20]);
  const records = answersOf('gain', [9, 99, 500]);
  const cellOf = (transform: NumericScale['transform']) =>
    evaluate(unbounded(transform), human, records, aRun()).cells[0];

  it('are compared in standard deviations of the human answers', () => {
    const cell = cellOf(undefined);
    const sd = Math.sqrt((0 + 81 + 400) / 3 - (29 / 3) ** 2);
    expect(cell?.w1?.raw).to.be.closeTo((9 + 90 + 480) / 3, 1e-9);
    expect(cell?.wInSd).to.be.closeTo((9 + 90 + 480) / 3 / sd, 1e-9);
    expect([cell?.w1?.stated, cell?.floor]).to.deep.equal([null, null]);
  });

  it('are cut to the ends of a linear transform', () => {
    const cell = cellOf({ kind: 'linear', from: 0, to: 100 });
    expect(cell?.w1?.stated).to.be.closeTo((9 + 90 + 80) / 3 / 100, 1e-12);
    expect(cell?.wInSd).to.equal(null);
    expect(cell?.floor?.mean).to.be.greaterThan(0);
  });

  it('are compared as logarithms where the transform says so', () => {
    const cell = cellOf({ kind: 'log', from: 0, to: 99 });
    const [one, ten, hundred] = [0, Math.log(10), Math.log(100)];
    const twenty = Math.log(21);
    expect(cell?.w1?.stated).to.be.closeTo(
      (ten - one + hundred - ten + hundred - twenty) / 3 / hundred,
      1e-12,
    );
    expect(cell?.transform).to.deep.equal({ kind: 'log', from: 0, to: 99 });
  });
});

describe('questions with right answers', () => {
  it('say the share of right answers of people and of the model', () => {
    const study = aStudy({ outcomes: [anOutcome('choice', { role: 'check', correct: [2, 3] })] });
    const { cells, outcomes } = evaluate(study, humansWith([1, 2, 3, 3]), answersOf('gain', [1, 2]), aRun());
    expect(cells[0]?.correct).to.deep.equal({ observed: 0.75, predicted: 0.5 });
    expect(outcomes[0]?.role).to.equal('check');
  });

  it('are only those that declare them', () => {
    expect(evaluate(aStudy(), undefined, answersOf('gain', [1]), aRun()).cells[0]?.correct).to.equal(null);
  });
});

describe('the sizes of the conditions', () => {
  const rows = Array.from({ length: 100 }, (_, index) =>
    aHumanRow(aPerson(`p${index}`), index < 80 ? 'gain' : 'loss', { choice: 1 }),
  );
  const warned = (share: number, design: Study['design'] = 'between') => {
    const probabilities = [
      { condition: 'gain', share },
      { condition: 'loss', share: 1 - share },
    ];
    const study = aStudy({ assignment: { unit: 'respondent', probabilities, blocks: [] }, design });
    return evaluate(study, humanData(rows), answersOf('gain', [1]), aRun()).warnings.filter((warning) =>
      warning.includes('assignment.probabilities'),
    );
  };

  it('are said when the assignment hardly allows for them', () => {
    expect(warned(0.5)).to.deep.equal([
      'The sizes of the conditions do not fit `assignment.probabilities`: gain has 80 of 100, assigned with 0.5; loss has 20 of 100, assigned with 0.5.',
    ]);
  });

  it('are not said when they fit, nor where everybody sees everything', () => {
    expect(warned(0.8)).to.deep.equal([]);
    expect(warned(0.5, 'within')).to.deep.equal([]);
  });
});

describe('a score', () => {
  const scale = anOrdinalScale({ points: 5 });
  const study = aStudy({
    outcomes: ['one', 'two', 'three'].map((id) => anOutcome(id, { scale })),
    scores: [{ id: 'trust', of: ['one', 'two', 'three'], reverse: ['three'], combine: 'mean' }],
  });
  const rows = [
    aHumanRow(aPerson('a'), 'gain', { one: 1, two: 2, three: 5 }),
    aHumanRow(aPerson('b'), 'gain', { one: 4, two: 4, three: 3 }),
    aHumanRow(aPerson('c'), 'loss', { one: 5, two: 5, three: 1 }),
    aHumanRow(aPerson('d'), 'loss', { one: 5, two: 5, three: 3 }),
    aHumanRow(aPerson('e'), 'loss', { one: 5, two: 5 }),
  ];
  const records = rows.flatMap(({ person, condition, answers }, index) =>
    [...answers].map(([outcome, code]) =>
      anAnswer(index, person.id, condition, code === 5 ? 4 : code, outcome),
    ),
  );
  const evaluation = evaluate(study, humanData(rows), records, aRun());
  const [score] = evaluation.scores;

  it('composes the answers of each person who gave all of them, reversed where it says so', () => {
    const [gain, loss] = score?.cells ?? [];
    expect([gain?.nObserved, loss?.nObserved]).to.deep.equal([2, 2]);
    expect(gain?.observed).to.deep.equal({ '1.33333333333': 0.5, '1.66666666667': 0, '3.66666666667': 0.5 });
    expect(gain?.range).to.deep.equal([1, 5]);
  });

  it('has a distance on its own range and effects against the control', () => {
    expect(score?.cells[0]?.w1?.stated).to.be.closeTo((5 / 3 - 4 / 3) / 2 / 4, 1e-9);
    const [effect] = score?.effects ?? [];
    expect(effect?.id).to.equal('loss-gain');
    expect(effect?.observed?.estimate).to.be.closeTo((5 + 13 / 3) / 2 - (4 / 3 + 11 / 3) / 2, 1e-9);
    expect(effect?.observed?.points).to.be.closeTo(((14 / 3 - 2.5) / 4) * 100, 1e-9);
  });

  it('takes the contrasts that name it in place of these', () => {
    const contrast = aContrast({ id: 'mine', outcome: 'trust', treatment: 'gain', control: 'loss' });
    const { scores, effects } = evaluate(
      { ...study, contrasts: [contrast] },
      humanData(rows),
      records,
      aRun(),
    );
    expect(scores[0]?.effects.map(({ id }) => id)).to.deep.equal(['mine']);
    expect(effects).to.deep.equal([]);
  });

  it('is a sum on the range of the sum where it says so', () => {
    const scores = [{ id: 'trust', of: ['one', 'two'], reverse: [], combine: 'sum' as const }];
    const [sum] = evaluate({ ...study, scores }, humanData(rows), records, aRun()).scores;
    expect(sum?.cells[0]?.range).to.deep.equal([2, 10]);
    expect(sum?.cells[0]?.observed).to.deep.equal({ '3': 0.5, '8': 0.5 });
  });

  it('counts in no figure of the summary', () => {
    const plain = evaluate({ ...study, scores: [] }, humanData(rows), records, aRun());
    expect(evaluation.summary).to.deep.equal(plain.summary);
  });

  it('is not made of outcomes without two ends, and that is said', () => {
    const open = anOutcome('one', { scale: aNumericScale({ max: undefined }) });
    const [, ...others] = study.outcomes;
    const { scores, warnings } = evaluate(
      { ...study, outcomes: [open, ...others] },
      undefined,
      records,
      aRun(),
    );
    expect(scores).to.deep.equal([]);
    expect(warnings).to.include(
      'evaluate/unsupported: No score trust: each of its outcomes needs a scale with two ends.',
    );
  });
});

describe('what a study expects of a run', () => {
  const check = (expectations: Study['expectations'], codes: readonly number[]) => {
    const study = aStudy({ contrasts: [aContrast()], expectations });
    const records = [
      ...answersOf('gain', [4]),
      ...codes.map((code, index) => anAnswer(index, `p${index}`, 'loss', code)),
    ];
    return evaluate(study, humansWith([4, 4]), records, aRun()).expectations;
  };

  it('holds or not by the sign of the predicted effect', () => {
    const positive = [{ kind: 'sign', contrast: 'loss-gain', sign: 'positive' }] as const;
    expect(check(positive, [6])).to.deep.equal([
      { index: 0, pass: true, value: 2, limit: 0, what: 'loss-gain above 0' },
    ]);
    expect(check(positive, [3])[0]).to.include({ pass: false, value: -1 });
    expect(check(positive, [4])[0]).to.include({ pass: false, value: 0 });
    expect(check([{ kind: 'sign', contrast: 'loss-gain', sign: 'negative' }], [3])[0]).to.include({
      pass: true,
    });
  });

  it('does not hold where there is no prediction', () => {
    expect(check([{ kind: 'sign', contrast: 'other', sign: 'positive' }], [6])[0]).to.include({
      pass: false,
      value: null,
    });
  });

  it('holds when W of every cell stays below', () => {
    const below = [{ kind: 'w1', outcome: 'choice', below: 0.1 }] as const;
    expect(check(below, [])[0]).to.include({ pass: true, value: 0, limit: 0.1 });
    expect(check(below, [7])[0]).to.include({ pass: false, value: null });
  });
});
