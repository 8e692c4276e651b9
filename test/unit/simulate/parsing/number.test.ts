import { expect } from 'chai';
import fc from 'fast-check';
import { parseAnswer } from '../../../../src/simulate/parsing';
import { aBinaryScale, aNumericScale, anOrdinalScale } from '../../../fakes/builders';

function answer(code: number) {
  return { kind: 'answer', code, probabilities: undefined, mass: undefined };
}

function failure(reason: string, raw: string) {
  return { kind: 'failure', reason, raw };
}

describe('parsing a bare answer on a 1 to 7 scale', () => {
  const scale = anOrdinalScale({ points: 7 });

  it('accepts the number with surrounding space and a full stop', () => {
    expect(parseAnswer(' 5.\n', scale)).to.deep.equal(answer(5));
    expect(parseAnswer('7', scale)).to.deep.equal(answer(7));
  });

  it('refuses a number outside the scale instead of clipping it', () => {
    for (const raw of ['9', '0', '-1', '99999999999999999999'])
      expect(parseAnswer(raw, scale)).to.deep.equal(failure('out-of-range', raw));
  });

  it('takes nothing beside the number', () => {
    for (const raw of [
      '5 - agree',
      'Answer: 5',
      '5!',
      '5..',
      '5 .',
      '+5',
      '05',
      '5.0',
      '5e0',
      '٥',
      'five',
      '.',
    ])
      expect(parseAnswer(raw, scale)).to.deep.equal(failure('not-a-number', raw));
  });

  it('tells an empty reply and a refusal apart', () => {
    expect(parseAnswer(' \n', scale)).to.deep.equal(failure('empty', ' \n'));
    for (const raw of ["I'm sorry, I can't answer that.", 'As an AI language model, I have no opinion.'])
      expect(parseAnswer(raw, scale)).to.deep.equal(failure('refusal', raw));
  });

  it('takes the code of a "don\'t know" that was offered', () => {
    const offered = { ...scale, dontKnow: { code: 98, label: "Don't know", as: 'missing' as const } };
    expect(parseAnswer('98', offered)).to.deep.equal(answer(98));
    expect(parseAnswer('98', scale)).to.deep.equal(failure('out-of-range', '98'));
  });

  it('reads every code of the scale and never gives a code outside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (code) => {
        expect(parseAnswer(String(code), scale)).to.deep.equal(answer(code));
      }),
    );
    const anything = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
    fc.assert(
      fc.property(anything, (raw) => {
        const result = parseAnswer(raw, scale);
        if (result.kind === 'answer') expect([1, 2, 3, 4, 5, 6, 7]).to.include(result.code);
        else expect(result).to.include({ kind: 'failure', raw });
      }),
    );
  });
});

describe('parsing answers on other scales', () => {
  it('reads 0 and 1 of a binary scale and negative codes', () => {
    expect(parseAnswer('0', aBinaryScale())).to.deep.equal(answer(0));
    const scale = aNumericScale({ min: -3, max: 3 });
    expect(parseAnswer('-3', scale)).to.deep.equal(answer(-3));
    expect(parseAnswer('-0', scale)).to.deep.equal(answer(0));
  });

  it('takes steps of a numeric scale and nothing between', () => {
    const scale = aNumericScale({ min: 0, max: 1, step: 0.1 });
    expect(parseAnswer('0.3', scale)).to.deep.equal(answer(0.3));
    expect(parseAnswer('0.35', scale)).to.deep.equal(failure('out-of-range', '0.35'));
    expect(parseAnswer('1.', scale)).to.deep.equal(answer(1));
  });

  it('takes any step without bounds', () => {
    const scale = aNumericScale({ min: undefined, max: undefined });
    expect(parseAnswer('123456', scale)).to.deep.equal(answer(123456));
    expect(parseAnswer('1.5', scale)).to.deep.equal(failure('out-of-range', '1.5'));
  });
});
