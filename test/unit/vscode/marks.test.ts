import { expect } from 'chai';
import { conditionsWith, marks } from '../../../src/vscode/annotations/marks';
import { aCell, anEvaluation, aResults } from '../../fakes/resultsBuilders';

const results = {
  name: 'run',
  stale: ['old'],
  results: aResults({
    evaluation: anEvaluation({
      cells: [
        aCell({ condition: 'good', parseRate: 0.8 }),
        aCell({ condition: 'bad', parseRate: 1 }),
        aCell({ condition: 'bad', parseRate: 0.79 }),
        aCell({ condition: 'old', parseRate: 0.5 }),
      ],
    }),
  }),
};

describe('marks beside conditions', () => {
  it('are one a condition: out of date, failed below four fifths usable, else up to date', () => {
    expect(marks.map((mark) => [mark, conditionsWith(mark, results)])).to.deep.equal([
      ['simulated', ['good']],
      ['stale', ['old']],
      ['failed', ['bad']],
    ]);
  });
});
