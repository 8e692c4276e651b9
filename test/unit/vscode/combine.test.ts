import { expect } from 'chai';
import type { Results } from '../../../src/results/types';
import { combineResults } from '../../../src/vscode/results/combine';
import { aCell, anEvaluation, aResults, aSetup } from '../../fakes/resultsBuilders';

function resultsOf(run: string, conditions: readonly string[], temperature = 1): Results {
  return aResults({
    setup: aSetup({ temperature, conditions: conditions.map((id) => ({ id, text: `${run} ${id}` })) }),
    evaluation: anEvaluation({ run, cells: conditions.map((condition) => aCell({ condition })) }),
  });
}

function shown(results: Results | undefined) {
  return {
    run: results?.evaluation.run,
    cells: results?.evaluation.cells.map(({ condition }) => condition),
    texts: results?.setup.conditions.map(({ text }) => text),
  };
}

describe('results of conditions that were simulated one after the other', () => {
  it('stand together, the newest of each condition', () => {
    const combined = combineResults([resultsOf('new', ['a']), resultsOf('old', ['a', 'b'])]);
    expect(shown(combined)).to.deep.equal({ run: 'new', cells: ['a', 'b'], texts: ['new a', 'old b'] });
  });
  it('are not mixed with those of another way of asking', () => {
    const combined = combineResults([resultsOf('new', ['a']), resultsOf('warm', ['b'], 0.5)]);
    expect(shown(combined)).to.deep.equal({ run: 'new', cells: ['a'], texts: ['new a'] });
  });
  it('are none without a file', () => {
    expect(combineResults([])).to.equal(undefined);
  });
});
