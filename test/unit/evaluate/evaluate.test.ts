import { expect } from 'chai';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { Scale } from '../../../src/study/types';
import { VignetteError } from '../../../src/util/errors';
import {
  aBinaryScale,
  aCondition,
  aContrast,
  aHumanRow,
  aNumericScale,
  anOrdinalScale,
  anOutcome,
  aPerson,
  aStudy,
  humanData,
} from '../../fakes/builders';
import { aModel, anAnswer, answersOf, aRecord, aRun } from './builders';

/** Two conditions, gain and loss, with one outcome on `scale`, and human answers to it. */
function study(scale: Scale = anOrdinalScale({ points: 3 })) {
  return aStudy({
    outcomes: [anOutcome('choice', { scale })],
    contrasts: [aContrast()],
  });
}

function humans(answers: Readonly<Record<string, readonly number[]>>, weights: readonly number[] = []) {
  const rows = Object.entries(answers).flatMap(([condition, codes]) =>
    codes.map((code, index) =>
      aHumanRow(aPerson(`${condition} ${index}`, {}, weights[index] ?? 1), condition, { choice: code }),
    ),
  );
  return humanData(rows, { weighted: weights.length > 0 });
}

const repeat = (code: number, times: number) => new Array<number>(times).fill(code);

describe('the cell of a run on three points', () => {
  const human = humans({
    gain: [...repeat(1, 20), ...repeat(2, 20), ...repeat(3, 10)],
    loss: [...repeat(1, 10), ...repeat(2, 20), ...repeat(3, 20)],
  });
  const records = [
    ...answersOf('gain', [...repeat(1, 10), ...repeat(3, 40)]),
    ...answersOf('loss', [...repeat(2, 25), ...repeat(3, 25)]),
  ];
  const evaluation = evaluate(study(), human, records, aRun());
  const [gain, loss] = evaluation.cells;

  it('has observed and predicted shares by code', () => {
    expect(gain?.observed).to.deep.equal({ 1: 0.4, 2: 0.4, 3: 0.2 });
    expect(gain?.predicted).to.deep.equal({ 1: 0.2, 2: 0, 3: 0.8 });
    expect([gain?.nObserved, gain?.nEffective, gain?.nPredicted]).to.deep.equal([50, 50, 50]);
  });

  it('has W in each convention', () => {
    expect(gain?.w1?.raw).to.be.closeTo(0.8, 1e-12);
    expect(gain?.w1?.stated).to.be.closeTo(0.4, 1e-12);
    expect(gain?.w1?.observed).to.be.closeTo(0.4, 1e-12);
  });

  it('has the other distances and differences', () => {
    expect(gain?.tvd).to.be.closeTo(0.6, 1e-12);
    expect(gain?.ks).to.be.closeTo(0.6, 1e-12);
    expect(gain?.meanDifference).to.be.closeTo(0.8, 1e-12);
    expect(gain?.sdRatio).to.be.closeTo(0.8 / Math.sqrt(0.56), 1e-12);
  });

  it('has a floor, and a p that a far prediction cannot reach', () => {
    expect(gain?.floor?.mean).to.be.closeTo(0.07072725, 1e-8);
    expect(gain?.floor?.q95).to.be.within(0.14, 0.2);
    expect(gain?.floor?.p).to.equal(1 / 2001);
    expect(gain?.floor?.excess).to.be.closeTo(0.4 - (gain?.floor?.mean ?? NaN), 1e-12);
  });

  it('scores uniform and the pool of the other conditions by the same W', () => {
    expect(gain?.baselines['uniform']?.w1).to.be.closeTo(0.1, 1e-12);
    expect(gain?.baselines['pooled']?.w1).to.be.closeTo(0.2, 1e-12);
    expect(gain?.baselines['pooled']?.sees).to.equal('other conditions of this outcome');
    expect(gain?.baselines['uniform']?.sees).to.equal('nothing');
  });

  it('has Wilson intervals of the observed shares', () => {
    const [low, high] = gain?.observedIntervals['1'] ?? [NaN, NaN];
    expect(low).to.be.closeTo(0.2761, 5e-5);
    expect(high).to.be.closeTo(0.5382, 5e-5);
  });

  it('has the observed effect with an interval and the predicted one without', () => {
    const [effect] = evaluation.effects;
    expect(effect?.observed?.estimate).to.be.closeTo(0.4, 1e-12);
    expect(effect?.observed?.points).to.be.closeTo(20, 1e-9);
    expect(effect?.observed?.se).to.be.closeTo(Math.sqrt((2 * 0.56) / 49), 1e-12);
    expect(effect?.predicted?.estimate).to.be.closeTo(2.5 - 2.6, 1e-12);
    expect(effect?.predicted?.se).to.equal(null);
    expect(effect?.predicted?.ci).to.equal(null);
  });

  it('has means over the cells in the summary', () => {
    const mean = ((gain?.w1?.stated ?? NaN) + (loss?.w1?.stated ?? NaN)) / 2;
    expect(evaluation.summary.w1.stated).to.be.closeTo(mean, 1e-12);
    expect(evaluation.summary.effects).to.deep.include({ n: 1, r: null, slope: null });
  });

  it('gives the same numbers again', () => {
    expect(evaluate(study(), human, records, aRun())).to.deep.equal(evaluation);
  });
});

describe('a run without human data', () => {
  const evaluation = evaluate(study(), undefined, answersOf('gain', [1, 2, 3]), aRun());

  it('has predictions alone', () => {
    const [cell] = evaluation.cells;
    expect(evaluation.cells).to.have.length(1);
    expect(cell?.predicted).to.deep.equal({ 1: 1 / 3, 2: 1 / 3, 3: 1 / 3 });
    expect([cell?.observed, cell?.w1, cell?.floor, cell?.tvd]).to.deep.equal([{}, null, null, null]);
    expect(evaluation.effects[0]?.observed).to.equal(null);
    expect(evaluation.summary.w1.stated).to.equal(null);
  });
});

describe('predictions with probabilities', () => {
  const vector = (index: number, person: string, probabilities: readonly number[], mass = 0.9) =>
    aRecord(index, person, 'gain', { kind: 'answer', code: 1, probabilities, mass });
  const human = humans({ gain: [1, 2, 3, 1, 2, 3] });

  it('are averaged with the weights of their people, whatever was drawn', () => {
    const people = [aPerson('a', {}, 3), aPerson('b', {}, 1)];
    const records = [vector(0, 'a', [1, 0, 0]), vector(1, 'b', [0, 0, 1])];
    const [cell] = evaluate(study(), human, records, aRun({ people })).cells;
    expect(cell?.predicted).to.deep.equal({ 1: 0.75, 2: 0, 3: 0.25 });
  });

  it('have no noise of their own in the floor', () => {
    const [exact] = evaluate(study(), human, [vector(0, 'a', [0.4, 0.3, 0.3])], aRun()).cells;
    const [drawn] = evaluate(study(), human, [anAnswer(0, 'a', 'gain', 1)], aRun()).cells;
    expect(exact?.floor?.mean).to.be.lessThan(drawn?.floor?.mean ?? 0);
  });

  it('leave "don’t know" out and share its mass among the rest', () => {
    const scale = {
      ...anOrdinalScale({ points: 3 }),
      dontKnow: { code: 9, label: 'DK', as: 'option' as const },
    };
    const records = [vector(0, 'a', [0.2, 0.2, 0.1, 0.5])];
    const [cell] = evaluate(study(scale), human, records, aRun()).cells;
    expect(cell?.predicted).to.deep.equal({ 1: 0.4, 2: 0.4, 3: 0.2 });
  });

  it('are refused when the scale has another number of options', () => {
    const records = [vector(0, 'a', [0.5, 0.5])];
    expect(() => evaluate(study(), human, records, aRun()))
      .to.throw(VignetteError)
      .with.property('code', 'evaluate/probabilities');
  });

  it('warn when the model hardly answers with the options', () => {
    const { warnings } = evaluate(study(), human, [vector(0, 'a', [1, 0, 0], 0.02)], aRun());
    expect(warnings).to.include(
      'The model puts less than half of its probability on the options in gain · choice.',
    );
  });
});

describe('answers that do not count', () => {
  const dontKnow = { code: 9, label: "Don't know", as: 'option' as const };
  const scale = { ...anOrdinalScale({ points: 3 }), dontKnow };
  const human = humans({ gain: [1, 2, 3, 9, 9] });

  it('are "don’t know", of people and of the model', () => {
    const [cell] = evaluate(study(scale), human, answersOf('gain', [1, 9]), aRun()).cells;
    expect(cell?.levels).to.deep.equal([1, 2, 3]);
    expect([cell?.nObserved, cell?.nPredicted, cell?.parseRate]).to.deep.equal([3, 1, 1]);
  });

  it('are failures, which lower the parse rate and are said', () => {
    const failure = aRecord(1, 'b', 'gain', { kind: 'failure', reason: 'refusal', raw: 'no' });
    const { cells, warnings } = evaluate(study(scale), human, [...answersOf('gain', [1]), failure], aRun());
    expect(cells[0]?.parseRate).to.equal(0.5);
    expect(warnings).to.include('1 answer failed and is left out.');
    expect(warnings).to.include('Less than 95 % of the answers could be used in gain · choice.');
  });

  it('leave a cell without a prediction when nothing else came', () => {
    const failure = aRecord(0, 'b', 'gain', { kind: 'failure', reason: 'empty', raw: '' });
    const [cell] = evaluate(study(scale), human, [failure], aRun()).cells;
    expect([cell?.nPredicted, cell?.predicted, cell?.w1]).to.deep.equal([0, {}, null]);
  });
});

describe('other scales', () => {
  it('give nominal outcomes total variation and no W', () => {
    const scale: Scale = { ...aBinaryScale(), type: 'nominal' };
    const { cells, effects, warnings } = evaluate(
      study(scale),
      humans({ gain: [0, 1] }),
      answersOf('gain', [1, 1]),
      aRun(),
    );
    expect([cells[0]?.w1, cells[0]?.ks, cells[0]?.meanDifference, cells[0]?.range]).to.deep.equal([
      null,
      null,
      null,
      null,
    ]);
    expect(cells[0]?.tvd).to.equal(0.5);
    expect([effects[0]?.observed, effects[0]?.predicted]).to.deep.equal([null, null]);
    expect(warnings.some((said) => said.startsWith('evaluate/unsupported: No effect of loss-gain'))).to.equal(
      true,
    );
  });

  it('give bounded sliders a level for each step', () => {
    const [cell] = evaluate(
      study(aNumericScale()),
      humans({ gain: [10, 50] }),
      answersOf('gain', [20, 60]),
      aRun(),
    ).cells;
    expect(cell?.levels).to.have.length(101);
    expect(cell?.w1?.stated).to.be.closeTo(0.1, 1e-12);
  });

  it('give unbounded numbers W in their own units over the values that occur', () => {
    const scale = aNumericScale({ min: undefined, max: undefined });
    const [cell] = evaluate(
      study(scale),
      humans({ gain: [10, 50] }),
      answersOf('gain', [20, 60]),
      aRun(),
    ).cells;
    expect(cell?.levels).to.deep.equal([10, 20, 50, 60]);
    expect(cell?.w1?.raw).to.be.closeTo(10, 1e-12);
    expect([cell?.w1?.stated, cell?.floor, cell?.tvd, cell?.range]).to.deep.equal([null, null, null, null]);
  });

  it('keep levels below zero in order', () => {
    const scale = aNumericScale({ min: -1, max: 1 });
    const [cell] = evaluate(study(scale), humans({ gain: [-1, 1] }), answersOf('gain', [0]), aRun()).cells;
    expect(cell?.levels).to.deep.equal([-1, 0, 1]);
    expect(cell?.observed).to.deep.equal({ '-1': 0.5, '0': 0, '1': 0.5 });
  });
});

describe('weights', () => {
  const human = humans({ gain: [1, 3, 3, 2], loss: [3, 3, 1, 2] }, [2, 1, 1, 0]);
  const evaluation = evaluate(study(), human, answersOf('gain', [1]), aRun());

  it('count in the shares, and people without weight do not', () => {
    expect(evaluation.cells[0]?.observed).to.deep.equal({ 1: 0.5, 2: 0, 3: 0.5 });
    expect(evaluation.cells[0]?.nObserved).to.equal(3);
    expect(evaluation.cells[0]?.nEffective).to.be.closeTo(16 / 6, 1e-12);
  });

  it('give effects HC2 standard errors', () => {
    const effect = evaluation.effects[0]?.observed;
    expect(effect?.estimate).to.be.closeTo(0.5, 1e-12);
    const gain = (0.25 * 1) / 0.5 + 2 * ((0.0625 * 1) / 0.75);
    const loss = (0.25 * 0.25) / 0.5 + (0.0625 * 0.25) / 0.75 + (0.0625 * 2.25) / 0.75;
    expect(effect?.se).to.be.closeTo(Math.sqrt(gain + loss), 1e-12);
  });
});

describe('published effects', () => {
  const human = humans({ gain: [1, 2, 3, 2], loss: [2, 3, 3, 2] });
  const withUnit = (unit: 'raw' | 'points' | 'd' | 'logit' | { readonly sd: number }) => {
    const published = { estimate: 0.5, se: 0.1, ci: undefined, unit };
    const contrast = aContrast({ published });
    const evaluation = evaluate({ ...study(), contrasts: [contrast] }, human, answersOf('gain', [1]), aRun());
    return evaluation.effects[0]?.published;
  };

  it('stand in raw units and in points', () => {
    expect(withUnit('raw')).to.deep.include({ estimate: 0.5, se: 0.1, points: 25 });
    expect(withUnit('points')?.estimate).to.be.closeTo(0.01, 1e-12);
    expect(withUnit({ sd: 0.4 })?.estimate).to.be.closeTo(0.2, 1e-12);
  });

  it('take the pooled SD of the human data for d, and have no raw unit for a log-odds ratio', () => {
    const pooled = Math.sqrt((2 + 1) / 6);
    expect(withUnit('d')?.estimate).to.be.closeTo(0.5 * pooled, 1e-12);
    expect(withUnit('logit')).to.equal(null);
  });
});

describe('what must be said of every number', () => {
  const run = (change: Parameters<typeof aRun>[0]) =>
    evaluate(study(), undefined, answersOf('gain', [1]), aRun(change));

  it('is that a demonstration engine is no evidence', () => {
    expect(run({ model: aModel({ demonstration: true }) }).stamp).to.equal(
      'demonstration engine, not evidence',
    );
  });

  it('is that a baseline is no model', () => {
    expect(run({ strategy: 'baseline' }).stamp).to.equal('baseline, no model');
  });

  it('is nothing of the kind of a model', () => {
    expect(run({}).stamp).to.equal(null);
  });

  it('is that a cell has few human answers', () => {
    const { warnings } = evaluate(study(), humans({ gain: [1, 2] }), answersOf('gain', [1]), aRun());
    expect(warnings).to.include('Fewer than 30 human answers in gain · choice.');
  });
});

describe('outcomes that are asked in one condition only', () => {
  it('have no pooled baseline', () => {
    const only = aStudy({
      conditions: [aCondition('gain')],
      outcomes: [anOutcome('choice', { ask: ['gain'], scale: anOrdinalScale({ points: 3 }) })],
    });
    const [cell] = evaluate(only, humans({ gain: [1, 2] }), answersOf('gain', [1]), aRun()).cells;
    expect(Object.keys(cell?.baselines ?? {})).to.deep.equal(['uniform']);
  });
});
