import { expect } from 'chai';
import { gatesOf } from '../../../src/results/gates';
import type { CellEvaluation } from '../../../src/results/types';
import { aRankCell } from '../../fakes/optionBuilders';
import { aCell, someResults } from '../../fakes/resultsBuilders';

function gate(sensitivity: CellEvaluation['sensitivity']) {
  const { evaluation } = someResults({ evaluation: { cells: [aCell({ sensitivity })] } });
  return gatesOf(evaluation, 2).find((each) => each.gate === 'order-and-frame');
}

const of = (w: number) => ({ w, chance: 0.01, p: 0.5 });

describe('the gate of the parse rate', () => {
  it('counts cells of every scale', () => {
    const found = (parseRate: number) =>
      gatesOf(
        someResults({ evaluation: { cells: [aCell({ parseRate: 1 })], rank: [aRankCell({ parseRate })] } })
          .evaluation,
        2,
      ).find((each) => each.gate === 'parse-rate');
    expect(found(0.96)).to.include({ status: 'pass', value: 0.96 });
    expect(found(0.9)).to.include({ status: 'fail', value: 0.9 });
  });
});

describe('the gate of order and frame', () => {
  it('is not assessed where neither varied', () => {
    expect(gate(null)).to.include({ status: 'not-assessed', value: null });
  });

  it('passes where both depend on it by less than the smallest effect of interest, beyond chance', () => {
    const found = gate({ order: of(0.02), frame: of(0.025) });
    expect(found).to.include({ status: 'pass', limit: 2 });
    expect(found?.value).to.be.closeTo(1.5, 1e-9);
  });

  it('fails where one of them depends on it by as much', () => {
    expect(gate({ order: of(0.04), frame: null })).to.include({ status: 'fail', reason: null });
  });

  it('is not assessed where only one of them varied', () => {
    expect(gate({ order: null, frame: of(0.02) })).to.include({
      status: 'not-assessed',
      reason: 'Option orders were not varied.',
    });
  });
});
