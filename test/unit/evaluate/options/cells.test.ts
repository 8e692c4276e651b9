import { expect } from 'chai';
import { evaluate } from '../../../../src/evaluate/evaluate';
import { expectedFloor } from '../../../../src/stats/resample/exactFloor';
import type { Scale, Study } from '../../../../src/study/types';
import { aContrast, aHumanRow, anOutcome, aPerson, aStudy, humanData } from '../../../fakes/builders';
import { aMultiselectScale, anAllocateScale, aRankScale } from '../../../fakes/scales';
import { aRecord, aRun } from '../builders';

/** What an answer says of its options, by code. */
type Parts = Readonly<Record<number, number>>;

const partsOf = (parts: Parts) =>
  Object.entries(parts).map(([code, value]) => ({ code: Number(code), value }));

const three = [1, 2, 3].map((code) => ({ code, label: `Option ${code}` }));

const asked = (scale: Scale): Study => aStudy({ outcomes: [anOutcome('use', { scale })] });

/** The answers of p1, p2, … in a condition, with weights where there are any. */
function humans(byCondition: Readonly<Record<string, readonly Parts[]>>, weights: readonly number[] = []) {
  const rows = Object.entries(byCondition).flatMap(([condition, answers]) =>
    answers.map((parts, index) => {
      const person = aPerson(`p${index + 1}`, {}, weights[index] ?? 1);
      return aHumanRow(person, condition, {}, { parts: new Map([['use', partsOf(parts)]]) });
    }),
  );
  return humanData(rows, { weighted: weights.length > 0 });
}

const predicted = (answers: readonly Parts[], condition = 'gain') =>
  answers.map((parts, index) =>
    aRecord(index, `p${index + 1}`, condition, { kind: 'several', parts: partsOf(parts) }, 'use'),
  );

const ticked = (...codes: readonly number[]): Parts =>
  Object.fromEntries(three.map(({ code }) => [code, Number(codes.includes(code))]));

describe('a question on which several options are ticked', () => {
  const study = asked(aMultiselectScale({ options: three, max: 2 }));
  const people = [ticked(1), ticked(1, 2), ticked(2, 3), ticked()];
  const answers = [ticked(1), ticked(1), ticked(1, 2), ticked(3)];
  const evaluation = evaluate(study, humans({ gain: people }), predicted(answers), aRun());
  const [cell] = evaluation.multiselect;

  it('has the share that ticks each option, of people with its Wilson interval', () => {
    expect(cell?.options.map(({ label, observed, predicted: own }) => [label, observed, own])).to.deep.equal([
      ['Option 1', 0.5, 0.75],
      ['Option 2', 0.5, 0.25],
      ['Option 3', 0.25, 0.25],
    ]);
    const [low, high] = cell?.options[0]?.interval ?? [NaN, NaN];
    expect(low).to.be.closeTo(0.15004, 1e-5);
    expect(high).to.be.closeTo(0.84996, 1e-5);
  });

  it('is compared by the inclusion error and by Jaccard', () => {
    expect(cell?.distance).to.be.closeTo(0.5 / 3, 1e-12);
    expect([cell?.largest, cell?.jaccard]).to.deep.equal([0.25, 1 / 1.5]);
    expect(cell?.rmsd).to.be.closeTo(Math.sqrt(0.125 / 3), 1e-12);
    expect(cell?.chosen).to.deep.equal({ observed: 1.25, predicted: 1.25 });
  });

  it('compares the sets of the same people', () => {
    expect(cell?.people).to.deep.equal({ n: 4, jaccard: (1 + 1 / 2 + 1 / 3 + 0) / 4, exact: 0.25 });
  });

  it('stands beside a floor of whole respondents and the baselines', () => {
    const each = [0.5, 0.5, 0.25].map((p) => expectedFloor([0, 1], [1 - p, p], [4, 4]));
    const mean = each.reduce((sum, floor) => sum + floor, 0) / 3;
    expect(cell?.floor?.mean).to.be.closeTo(mean, 0.01);
    expect(cell?.floor?.excess).to.be.closeTo(0.5 / 3 - (cell?.floor?.mean ?? NaN), 1e-12);
    expect(cell?.baselines['uniform']?.distance).to.be.closeTo((2 * (0.5 - 3 / 7) + 3 / 7 - 0.25) / 3, 1e-12);
    expect(cell?.baselines).to.not.have.property('pooled');
  });

  it('is among no cells of one number, and its convention is stated', () => {
    expect(evaluation.cells).to.deep.equal([]);
    expect(evaluation.conventions.options).to.include('inclusion error');
    expect(evaluation.warnings).to.deep.equal(['Fewer than 30 human answers in gain · use.']);
  });

  it('is compared with the people of the other conditions', () => {
    const both = humans({ gain: people, loss: [ticked(1), ticked(1), ticked(1), ticked(1)] });
    const [gain] = evaluate(study, both, predicted(answers), aRun()).multiselect;
    expect(gain?.baselines['pooled']).to.deep.equal({
      distance: (0.5 + 0.5 + 0.25) / 3,
      sees: 'other conditions of this outcome',
    });
  });

  it('counts people by their weights', () => {
    const weighted = humans({ gain: people }, [3, 1, 0, 0]);
    const [own] = evaluate(
      study,
      weighted,
      predicted(answers),
      aRun({ people: weighted.people }),
    ).multiselect;
    expect(own?.options.map(({ observed }) => observed)).to.deep.equal([1, 0.25, 0]);
    expect(own?.options.map(({ predicted: share }) => share)).to.deep.equal([1, 0, 0]);
    expect(own?.nObserved).to.equal(2);
    expect(own?.nEffective).to.be.closeTo(1.6, 1e-12);
  });

  it('leaves "don’t know" and failures out, and says how many they are', () => {
    const scale = aMultiselectScale({
      options: three,
      dontKnow: { code: 9, label: 'No idea', as: 'option' },
    });
    const records = [
      ...predicted([ticked(1), { 9: 1 }]),
      aRecord(2, 'p3', 'gain', { kind: 'failure', reason: 'refusal', raw: 'no' }, 'use'),
    ];
    const [own] = evaluate(asked(scale), humans({ gain: people }), records, aRun()).multiselect;
    expect(own?.dontKnow).to.deep.equal({ observed: 0, predicted: 0.5 });
    expect(own?.parseRate).to.be.closeTo(2 / 3, 1e-12);
    expect(own?.options.map(({ predicted: share }) => share)).to.deep.equal([1, 0, 0]);
  });

  it('has predicted shares alone without people', () => {
    const [own] = evaluate(study, undefined, predicted(answers), aRun()).multiselect;
    expect(own).to.deep.include({ nObserved: 0, nPredicted: 4, distance: null, floor: null, people: null });
    expect(own?.options[0]).to.deep.include({ observed: null, interval: null, predicted: 0.75 });
  });

  it('refuses answers on options that the study does not have', () => {
    const records = predicted([{ 8: 1 }]);
    expect(() => evaluate(study, undefined, records, aRun())).to.throw('fits no option of the study');
  });
});

describe('an effect on answers on several options', () => {
  const effectOn = (
    scale: Scale,
    share: readonly number[],
    gain: readonly Parts[],
    loss: readonly Parts[],
  ) => {
    const outcomes = [anOutcome('use', { scale })];
    const study = aStudy({ outcomes, contrasts: [aContrast({ outcome: 'use', share })] });
    const people = humans({ gain, loss });
    const records = [...predicted(gain.slice(0, 1)), ...predicted(loss.slice(0, 1), 'loss')];
    return evaluate(study, people, records, aRun());
  };

  it('is of the share that ticks one of the options', () => {
    const [gain, loss] = [
      [ticked(1), ticked(2), ticked(), ticked(3)],
      [ticked(1, 2), ticked(2), ticked(1, 3), ticked()],
    ];
    const [effect] = effectOn(aMultiselectScale({ options: three }), [1, 2], gain, loss).effects;
    expect(effect?.observed?.estimate).to.be.closeTo(3 / 4 - 2 / 4, 1e-12);
    expect(effect?.observed?.points).to.be.closeTo(25, 1e-9);
    expect(effect?.observed?.ci).to.have.length(2);
    expect(effect?.predicted?.estimate).to.equal(0);
    expect(effect?.form).to.equal('share choosing Option 1 or Option 2');
  });

  it('is of the share that ranks it first', () => {
    const [gain, loss] = [
      [
        { 1: 1, 2: 2 },
        { 1: 2, 2: 1 },
      ],
      [
        { 1: 1, 3: 2 },
        { 1: 1, 2: 2 },
      ],
    ];
    const [effect] = effectOn(aRankScale({ options: three, top: 2 }), [1], gain, loss).effects;
    expect(effect?.observed?.estimate).to.be.closeTo(0.5, 1e-12);
    expect(effect?.form).to.equal('share ranking first Option 1');
  });

  it('is of the part of the total that they are given', () => {
    const [gain, loss] = [
      [
        { 1: 5, 2: 5, 3: 0 },
        { 1: 5, 2: 0, 3: 5 },
      ],
      [
        { 1: 2, 2: 2, 3: 6 },
        { 1: 0, 2: 0, 3: 10 },
      ],
    ];
    const [effect] = effectOn(anAllocateScale({ options: three, total: 10 }), [2, 3], gain, loss).effects;
    expect(effect?.observed?.estimate).to.be.closeTo(0.9 - 0.5, 1e-12);
    expect(effect?.predicted?.estimate).to.be.closeTo(0.8 - 0.5, 1e-12);
  });

  it('needs the options that are compared', () => {
    const { effects, warnings } = effectOn(
      aMultiselectScale({ options: three }),
      [],
      [ticked(1)],
      [ticked(1)],
    );
    expect(effects[0]?.observed).to.equal(null);
    expect(warnings.join()).to.include('use is answered on several options; name those that are compared');
  });
});

describe('a question whose options are put in order', () => {
  const study = asked(aRankScale({ options: three, top: 2 }));
  const people = [
    { 1: 1, 2: 2 },
    { 1: 2, 2: 1 },
    { 1: 1, 3: 2 },
  ];
  const answers = [
    { 1: 1, 2: 2 },
    { 1: 1, 2: 2 },
    { 1: 2, 3: 1 },
  ];
  const [cell] = evaluate(study, humans({ gain: people }), predicted(answers), aRun()).rank;

  it('has mean ranks and shares of first places', () => {
    const [first, second, third] = cell?.options ?? [];
    expect([first?.observed, second?.observed, third?.observed]).to.deep.equal([4 / 3, 2, 8 / 3]);
    expect(second?.predicted).to.be.closeTo(7 / 3, 1e-12);
    expect(third?.first).to.deep.equal({ observed: 0, predicted: 1 / 3 });
    expect(third?.w1).to.be.closeTo(1 / 3 / 2, 1e-12);
    expect(first?.interval?.[0]).to.be.at.least(1);
    expect(first?.interval?.[1]).to.be.at.most(2);
  });

  it('is compared by mean ranks, Kendall’s tau and the footrule', () => {
    expect(cell?.distance).to.be.closeTo(2 / 9, 1e-12);
    expect(cell?.tau).to.be.closeTo(2 / Math.sqrt(6), 1e-12);
    expect(cell?.footrule).to.equal(0.25);
    expect(cell?.firstTvd).to.be.closeTo(1 / 3, 1e-12);
    expect(cell?.agreement.observed).to.be.closeTo(4 / 9, 1e-12);
  });

  it('compares the orders of the same people', () => {
    expect(cell?.people?.n).to.equal(3);
    expect(cell?.people?.tau).to.be.closeTo(5 / 9, 1e-12);
    expect(cell?.people?.footrule).to.be.closeTo(1 / 3, 1e-12);
  });

  it('lets options without a rank share the mean of the ranks left', () => {
    const one = asked(aRankScale({ options: three, top: 1 }));
    const [own] = evaluate(one, humans({ gain: [{ 2: 1 }, { 2: 1 }] }), predicted([{ 1: 1 }]), aRun()).rank;
    expect(own?.options.map(({ observed }) => observed)).to.deep.equal([2.5, 1, 2.5]);
    expect(own?.options.map(({ predicted: rank }) => rank)).to.deep.equal([1, 2.5, 2.5]);
    expect(own?.agreement).to.deep.equal({ observed: 1, predicted: 1 });
  });
});

describe('a question on which a total is given out', () => {
  const study = asked(anAllocateScale({ options: three, total: 10 }));
  const people = [
    { 1: 5, 2: 5, 3: 0 },
    { 1: 10, 2: 0, 3: 0 },
  ];
  const answers = [
    { 1: 5, 2: 3, 3: 2 },
    { 1: 0, 2: 0, 3: 10 },
  ];
  const [cell] = evaluate(study, humans({ gain: people }), predicted(answers), aRun()).allocate;

  it('has mean shares of the total, and of those who give an option nothing', () => {
    expect(cell?.options.map(({ observed }) => observed)).to.deep.equal([0.75, 0.25, 0]);
    expect(cell?.options.map(({ predicted: share }) => share)).to.deep.equal([0.25, 0.15, 0.6]);
    expect(cell?.options.map(({ nothing }) => nothing.observed)).to.deep.equal([0, 0.5, 1]);
    expect(cell?.options.map(({ nothing }) => nothing.predicted)).to.deep.equal([0.5, 0.5, 0]);
    expect(cell?.total).to.equal(10);
  });

  it('is compared by L1, and option by option by W', () => {
    expect(cell?.distance).to.be.closeTo(1.2, 1e-12);
    expect(cell?.options[0]?.w1).to.be.closeTo(0.5, 1e-12);
    expect(cell?.baselines['uniform']?.distance).to.be.closeTo(0.75 - 1 / 3 + (1 / 3 - 0.25) + 1 / 3, 1e-12);
    expect(cell?.people).to.deep.equal({ n: 2, l1: (0.4 + 2) / 2 });
  });
});
