import { expect } from 'chai';
import type { PlanResult } from '../../../src/app/types';
import { estimateOf } from '../../../src/vscode/knowledge/estimate';

const plan: PlanResult = {
  study: 's',
  model: 'm',
  strategy: 'direct',
  cells: 3,
  warnings: [],
  personas: 100,
  answers: 250,
  endpoint: null,
  diagnostics: [],
  calls: 200,
  cached: 50,
  merged: 0,
  tokens: { in: [0, 0], out: [0, 0] },
  usd: [2, 4],
  seconds: [20, 40],
  byCell: [
    { condition: 'a', outcome: 'x', item: null, answers: 100, cached: 50 },
    { condition: 'a', outcome: 'y', item: null, answers: 100, cached: 0 },
    { condition: 'b', outcome: 'x', item: null, answers: 50, cached: 0 },
  ],
};

describe('the arithmetic of a plan by condition', () => {
  it('shares cost and time by what is not cached', () => {
    expect(estimateOf(plan).byCondition).to.deep.equal([
      { condition: 'a', people: 100, questions: 2, cached: 50, usd: [1.5, 3], seconds: [15, 30] },
      { condition: 'b', people: 50, questions: 1, cached: 0, usd: [0.5, 1], seconds: [5, 10] },
    ]);
  });
  it('knows no cost where the plan knows none', () => {
    expect(estimateOf({ ...plan, usd: null }).byCondition.map(({ usd }) => usd)).to.deep.equal([null, null]);
  });
  it('costs nothing where all is cached', () => {
    const cached = plan.byCell.map((cell) => ({ ...cell, cached: cell.answers }));
    const [a] = estimateOf({ ...plan, cached: 250, usd: [0, 0], byCell: cached }).byCondition;
    expect([a?.cached, a?.usd]).to.deep.equal([200, [0, 0]]);
  });
});
