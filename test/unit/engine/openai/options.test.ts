import { expect } from 'chai';
import { longestAmbiguous, numberTokensOf, scoreOptions } from '../../../../src/engine/openai/options';

function alternatives(probabilities: Readonly<Record<string, number>>) {
  return Object.entries(probabilities).map(([token, probability]) => ({ token, probability }));
}

describe('scoring options by the first token', () => {
  it('sums over spellings of a code', () => {
    const listed = alternatives({
      '3': 0.4,
      ' 3': 0.2,
      '\n3': 0.05,
      '３': 0.05,
      '▁3': 0.1,
      '4': 0.1,
      I: 0.1,
    });
    const scored = scoreOptions(listed, [3, 4], 'unknown');
    expect(scored).to.have.property('kind', 'scored');
    if (scored.kind !== 'scored') return;
    expect(scored.probabilities[0]).to.be.closeTo(0.8, 1e-12);
    expect(scored.probabilities[1]).to.be.closeTo(0.1, 1e-12);
    expect(scored.mass).to.be.closeTo(0.9, 1e-12);
  });

  it('gives 0 to codes that are not among the alternatives', () => {
    expect(scoreOptions(alternatives({ '1': 0.5 }), [1, 2], 'unknown')).to.deep.equal({
      kind: 'scored',
      probabilities: [0.5, 0],
      mass: 0.5,
    });
  });

  it('takes a first digit for the only code that begins with it', () => {
    expect(
      scoreOptions(alternatives({ '1': 0.5, '5': 0.25, '0': 0.25 }), [0, 50, 100], 'unknown'),
    ).to.deep.equal({
      kind: 'scored',
      probabilities: [0.25, 0.25, 0.5],
      mass: 1,
    });
  });

  it('refuses a first digit that begins two codes when the model writes digit by digit', () => {
    expect(scoreOptions(alternatives({ '1': 0.5, '2': 0.5 }), [1, 2, 10], 'split')).to.deep.equal({
      kind: 'ambiguous',
      token: '1',
    });
  });

  it('refuses it as well when nothing tells how the model writes numbers', () => {
    expect(scoreOptions(alternatives({ '1': 0.5 }), [1, 10], 'unknown').kind).to.equal('ambiguous');
  });

  it('passes over such a digit when hardly any probability is on it', () => {
    expect(scoreOptions(alternatives({ '1': 0.0005, '7': 0.9 }), [1, 7, 10], 'unknown')).to.include({
      mass: 0.9,
    });
  });

  it('tells 1 from 10 when the model writes numbers whole', () => {
    const scored = scoreOptions(alternatives({ '1': 0.2, '10': 0.3, '7': 0.5 }), [1, 7, 10], 'whole');
    expect(scored).to.deep.equal({ kind: 'scored', probabilities: [0.2, 0.5, 0.3], mass: 1 });
  });

  it('sees from a whole number among the alternatives that numbers are written whole', () => {
    const scored = scoreOptions(alternatives({ '1': 0.2, '12': 0.1, '7': 0.5 }), [1, 7, 10], 'unknown');
    expect(scored).to.deep.equal({ kind: 'scored', probabilities: [0.2, 0.5, 0], mass: 0.7 });
  });

  it('does not take the beginning of a number for it when numbers are written whole', () => {
    expect(scoreOptions(alternatives({ '2': 0.5, '20': 0.25 }), [10, 20], 'whole')).to.include({
      mass: 0.25,
    });
  });

  it('keeps the sum at 1 when rounding of logarithms would exceed it', () => {
    const scored = scoreOptions(alternatives({ '1': 0.8, ' 1': 0.4, '2': 0.3 }), [1, 2], 'unknown');
    expect(scored.kind === 'scored' && scored.mass).to.equal(1);
    expect(scored.kind === 'scored' && scored.probabilities[0]).to.be.closeTo(0.8, 1e-12);
  });
});

describe('how a model writes numbers', () => {
  it('matters only where a code begins another', () => {
    expect(longestAmbiguous([1, 2, 3])).to.equal(undefined);
    expect(longestAmbiguous([10, 20, 30])).to.equal(undefined);
    expect(longestAmbiguous([0, 1, 10])).to.equal('10');
    expect(longestAmbiguous([1, 10, 100])).to.equal('100');
  });

  it('is seen from its echo of a number', () => {
    expect(numberTokensOf(['10'], '10')).to.equal('whole');
    expect(numberTokensOf([' ', '10'], '10')).to.equal('whole');
    expect(numberTokensOf(['1', '0'], '10')).to.equal('split');
    expect(numberTokensOf(['Sure', '!'], '10')).to.equal('unknown');
  });
});
