import { expect } from 'chai';
import fc from 'fast-check';
import { parseAnswer } from '../../../../src/simulate/parsing';
import { anOrdinalScale } from '../../../fakes/builders';
import {
  aChoiceScale,
  aMultiselectScale,
  anAllocateScale,
  aRankScale,
  aTextScale,
} from '../../../fakes/scales';

const dontKnow = { code: 98, label: "Don't know", as: 'option' as const };

/** The values of an answer's parts in option order, or why it is none. */
function read(
  raw: string,
  scale: Parameters<typeof parseAnswer>[1],
  order?: readonly number[],
): readonly (readonly [number, number])[] | string {
  const result = parseAnswer(raw, scale, order);
  if (result.kind === 'failure') expect(result.raw).to.equal(raw);
  if (result.kind === 'several') return result.parts.map(({ code, value }) => [code, value] as const);
  return result.kind === 'failure' ? result.reason : result.kind;
}

describe('parsing which options apply', () => {
  const scale = aMultiselectScale({ min: 1, max: 3 });

  it('says of every option whether it was chosen, in any order of the reply', () => {
    const parts = [
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 0],
    ];
    for (const raw of ['1, 3', '3,1', ' 1 ,3.\n']) expect(read(raw, scale)).to.deep.equal(parts);
  });

  it('refuses too few, too many, twice the same and unknown options', () => {
    for (const raw of ['1, 2, 3, 4', '1, 1', '5', '1, 0', '-'])
      expect(read(raw, scale), raw).to.equal('out-of-range');
  });

  it('refuses any other form of a list', () => {
    for (const raw of [
      '1 and 3',
      '1; 3',
      '1 3',
      '1,',
      ',1',
      '1,,3',
      '[1, 3]',
      '1: Option 1',
      '01',
      '1.0',
      '1..',
    ])
      expect(read(raw, scale), raw).to.equal('not-a-number');
  });

  it('takes a hyphen for none where none is allowed', () => {
    const nothing = [1, 2, 3, 4].map((code) => [code, 0]);
    expect(read('-', aMultiselectScale())).to.deep.equal(nothing);
    expect(read(' -.', aMultiselectScale())).to.deep.equal(nothing);
    expect(read('none', aMultiselectScale())).to.equal('not-a-number');
  });

  it('takes "don\'t know" alone only', () => {
    const offered = aMultiselectScale({ dontKnow });
    expect(read('98', offered)).to.deep.equal([[98, 1]]);
    expect(read('1, 98', offered)).to.equal('out-of-range');
    expect(read('98', aMultiselectScale())).to.equal('out-of-range');
  });
});

describe('parsing an order of options', () => {
  it('gives the rank of every option that was named', () => {
    expect(read('3, 1, 4, 2', aRankScale())).to.deep.equal([
      [1, 2],
      [2, 4],
      [3, 1],
      [4, 3],
    ]);
    expect(read('4, 2.', aRankScale({ top: 2 }))).to.deep.equal([
      [2, 2],
      [4, 1],
    ]);
  });

  it('refuses repeats, gaps and options that are not there', () => {
    for (const raw of ['1, 2, 3', '1, 2, 3, 4, 1', '1, 1, 2, 3', '1, 2, 3, 9'])
      expect(read(raw, aRankScale()), raw).to.equal('out-of-range');
    expect(read('1 > 2 > 3 > 4', aRankScale())).to.equal('not-a-number');
  });
});

describe('parsing amounts', () => {
  const scale = anAllocateScale();

  it('takes one amount an option that add up to the total', () => {
    expect(read('50, 30, 20', scale)).to.deep.equal([
      [1, 50],
      [2, 30],
      [3, 20],
    ]);
    expect(read('33.3, 33.3, 33.4.', scale)).to.deep.equal([
      [1, 33.3],
      [2, 33.3],
      [3, 33.4],
    ]);
  });

  it('gives an amount to the option that was shown at its place', () => {
    expect(read('50, 30, 20', scale, [3, 1, 2])).to.deep.equal([
      [1, 30],
      [2, 20],
      [3, 50],
    ]);
  });

  it('refuses other totals and another number of amounts', () => {
    for (const raw of ['50, 30', '50, 30, 21', '50, 30, 20, 0', '100', '0, 0, 0'])
      expect(read(raw, scale), raw).to.equal('out-of-range');
  });

  it('refuses negative amounts, signs of per cent and words', () => {
    for (const raw of ['120, -10, -10', '50%, 30%, 20%', '1: 50, 2: 30, 3: 20', '5e1, 30, 20', '$50, 30, 20'])
      expect(read(raw, scale), raw).to.equal('not-a-number');
  });
});

describe('parsing the choice of an alternative', () => {
  it('takes its number from 1', () => {
    expect(parseAnswer('2.', aChoiceScale())).to.deep.include({ kind: 'answer', code: 2 });
    expect(read('3', aChoiceScale())).to.equal('out-of-range');
    expect(read('0', aChoiceScale())).to.equal('out-of-range');
    expect(read('Alternative 1', aChoiceScale())).to.equal('not-a-number');
  });
});

describe('parsing an answer in words', () => {
  it('keeps the words without the space around them', () => {
    expect(parseAnswer('\n Because it is fair. \n', aTextScale())).to.deep.equal({
      kind: 'words',
      text: 'Because it is fair.',
    });
  });

  it('refuses no words, and more than the scale allows', () => {
    expect(read(' ', aTextScale())).to.equal('empty');
    expect(read('one two three', aTextScale({ maxWords: 3 }))).to.equal('words');
    expect(read('one two\nthree four', aTextScale({ maxWords: 3 }))).to.equal('out-of-range');
  });
});

describe('parsing any reply on any scale', () => {
  const scales = [
    aMultiselectScale({ min: 1, max: 2, dontKnow }),
    aRankScale({ top: 2, dontKnow }),
    anAllocateScale({ dontKnow }),
    aChoiceScale(),
    aTextScale({ maxWords: 5 }),
    anOrdinalScale(),
  ];
  const nearly = fc.array(fc.constantFrom('1', '2', '3', '50', '98', ',', ' ', '.', '-', 'a'), {
    maxLength: 9,
  });
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    nearly.map((pieces) => pieces.join('')),
  );

  it('never throws, and keeps the reply of every failure', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scales), anything, (scale, raw) => {
        const result = parseAnswer(raw, scale);
        if (result.kind === 'failure') expect(result.raw).to.equal(raw);
      }),
    );
  });

  it('reads back every set, order and allocation that is written as it was asked for', () => {
    const codes = [1, 2, 3, 4];
    fc.assert(
      fc.property(fc.shuffledSubarray(codes), (chosen) => {
        const raw = chosen.length === 0 ? '-' : chosen.join(', ');
        expect(read(raw, aMultiselectScale())).to.deep.equal(
          codes.map((code) => [code, Number(chosen.includes(code))]),
        );
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(codes, { minLength: 4 }), (order) => {
        expect(read(order.join(', '), aRankScale())).to.deep.equal(
          codes.map((code) => [code, order.indexOf(code) + 1]),
        );
      }),
    );
    const amounts = fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => [...[a, b].sort((x, y) => x - y)]);
    fc.assert(
      fc.property(amounts, fc.shuffledSubarray([1, 2, 3], { minLength: 3 }), ([low = 0, high = 0], order) => {
        const values = [low, high - low, 100 - high];
        expect(read(values.join(', '), anAllocateScale(), order)).to.deep.equal(
          [1, 2, 3].map((code) => [code, values[order.indexOf(code)]]),
        );
      }),
    );
  });
});
