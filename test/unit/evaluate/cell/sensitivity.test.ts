import { expect } from 'chai';
import { levelsOf } from '../../../../src/evaluate/cell/levels';
import { sensitivityOf } from '../../../../src/evaluate/cell/sensitivity';
import type { AnswerRecord, AnswerResult } from '../../../../src/simulate/types';
import type { SingleScale } from '../../../../src/study/types';
import { anOrdinalScale } from '../../../fakes/builders';
import { anAnswerRecord } from '../../engine/builders';

const scale = anOrdinalScale({ points: 3 }) as SingleScale;
const reversed = [3, 2, 1];

type Asked = Pick<AnswerRecord, 'order' | 'frame'>;

function answers(codes: readonly number[], asked: Asked = {}, first = 0): readonly AnswerRecord[] {
  return codes.map((code, i) => ({ ...anAnswerRecord({ index: first + i, code }), ...asked }));
}

function measured(records: readonly AnswerRecord[], of: SingleScale = scale) {
  const levels = levelsOf(of, []);
  return sensitivityOf(records, of, levels, { weightOf: new Map(), key: ['test'] });
}

const many = (code: number, count: number): readonly number[] => Array.from({ length: count }, () => code);

describe('how much answers depend on the way they are asked for', () => {
  it('is not said where nothing varied', () => {
    expect(measured(answers([1, 2, 3]))).to.equal(null);
  });

  it('is the distance between the answers of two orders', () => {
    const records = [...answers(many(1, 20)), ...answers(many(2, 20), { order: reversed }, 20)];
    const order = measured(records)?.order;
    // One level of three apart: half of the stated range.
    expect(order?.w).to.be.closeTo(0.5, 1e-12);
    expect(order?.p).to.equal(1 / 200);
    expect(order?.chance).to.be.within(0.02, 0.12);
    expect(measured(records)?.frame).to.equal(null);
  });

  it('is what chance gives where the order does not matter', () => {
    const same = [1, 2, 3, 2, 1, 3, 2, 2];
    const order = measured([...answers(same), ...answers(same, { order: reversed }, 8)])?.order;
    expect(order).to.include({ w: 0, p: 1 });
    expect(order?.chance).to.be.greaterThan(0.05);
  });

  it('takes orders as near to the own one or to its reverse, and leaves those in the middle out', () => {
    const records = [
      ...answers(many(1, 4), { order: [1, 3, 2] }),
      ...answers(many(3, 4), { order: [3, 1, 2] }, 4),
    ];
    expect(measured(records)?.order?.w).to.equal(1);
    const four = anOrdinalScale({ points: 4 }) as SingleScale;
    const middle = answers(many(4, 4), { order: [2, 3, 4, 1].reverse() }, 8);
    expect(middle[0]?.order).to.deep.equal([1, 4, 3, 2]);
    const both = [...answers([1, 1]), ...answers([1, 1], { order: [4, 3, 2, 1] }, 2), ...middle];
    expect(measured(both, four)?.order?.w).to.equal(0);
  });

  it('is the mean distance of each frame to the others, by their number', () => {
    const records = [
      ...answers(many(1, 2)),
      ...answers(many(1, 2), { frame: 1 }, 2),
      ...answers(many(3, 2), { frame: 2 }, 4),
    ];
    // The first two are half of the range from the mean of the others, the third all of it.
    expect(measured(records)?.frame?.w).to.be.closeTo((0.5 + 0.5 + 1) / 3, 1e-12);
  });

  it('reads probabilities where there are any, and leaves failures out', () => {
    const withShares = (record: AnswerRecord, probabilities: readonly number[]): AnswerRecord => ({
      ...record,
      result: { ...(record.result as AnswerResult & { kind: 'answer' }), probabilities },
    });
    const [own] = answers([1]);
    const [other] = answers([1], { order: reversed }, 1);
    const failed: AnswerResult = { kind: 'failure', reason: 'empty', raw: '' };
    const records = [
      withShares(own as AnswerRecord, [0.5, 0.5, 0]),
      withShares(other as AnswerRecord, [0, 0.5, 0.5]),
      { ...(other as AnswerRecord), index: 2, result: failed },
    ];
    expect(measured(records)?.order?.w).to.be.closeTo(0.5, 1e-12);
  });

  it('is the total variation distance on a nominal scale', () => {
    const nominal = { ...scale, type: 'nominal' } as SingleScale;
    const records = [...answers([1, 1]), ...answers([2, 2], { order: reversed }, 2)];
    expect(measured(records, nominal)?.order?.w).to.equal(1);
  });

  it('is the same every time', () => {
    const records = [...answers([1, 2, 3, 3]), ...answers([1, 1, 2, 3], { order: reversed }, 4)];
    expect(measured(records)).to.deep.equal(measured([...records]));
  });
});
