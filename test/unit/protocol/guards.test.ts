import { expect } from 'chai';
import { isFromView, isToView } from '../../../src/protocol/guards';
import type { ResultsState } from '../../../src/protocol/views';
import { aComparison, aResults } from '../../fakes/resultsBuilders';

function aState(change: Partial<ResultsState> = {}): ResultsState {
  return {
    kind: 'results',
    study: 'privacy-ads.study.yaml',
    runName: 'run-4',
    results: aResults(),
    stale: [],
    staleOffer: undefined,
    live: undefined,
    problem: undefined,
    reveal: undefined,
    ...change,
  };
}

describe('messages from a view', () => {
  it('are let through when they are what the protocol says', () => {
    const good = [
      { type: 'ready' },
      { type: 'simulateMissing' },
      { type: 'stop' },
      { type: 'compare' },
      { type: 'openStudy', condition: 'bt', outcome: undefined },
      { type: 'openStudy' },
      { type: 'copy', format: 'csv', text: 'a,b' },
      { type: 'savePng', name: 'privacy-ads violation.png', base64: 'iVBORw0KGgo=' },
    ];
    expect(good.map(isFromView)).to.deep.equal(good.map(() => true));
  });
  it('are refused when they are anything else', () => {
    const bad = [
      null,
      'ready',
      [],
      {},
      { type: 'eval', text: '1' },
      { type: 'ready', extra: 1 },
      { type: 'openStudy', condition: 7 },
      { type: 'openStudy', condition: 'x'.repeat(1001) },
      { type: 'copy', format: 'html', text: '' },
      { type: 'copy', format: 'svg', text: 1 },
      { type: 'savePng', name: '../../x.png', base64: 'AA==' },
      { type: 'savePng', name: '/etc/x', base64: 'AA==' },
      { type: 'savePng', name: 'a\nb', base64: 'AA==' },
      { type: 'savePng', name: 'x.png', base64: 'not base64!' },
      { type: 'savePng', name: 'x.png', base64: '' },
    ];
    expect(bad.filter(isFromView)).to.deep.equal([]);
  });
});

describe('messages to a view', () => {
  it('are states of results or of a comparison', () => {
    const run = { name: 'run-2', results: aResults() };
    const comparison = { kind: 'compare', study: 's', a: run, b: run, comparison: aComparison(), diff: '' };
    expect(isToView({ type: 'state', state: aState() })).to.equal(true);
    expect(isToView({ type: 'state', state: aState({ results: undefined }) })).to.equal(true);
    expect(isToView({ type: 'state', state: comparison })).to.equal(true);
  });
  it('are refused when a part is missing or wrong', () => {
    const live = { answered: Number.NaN, total: 2, text: '' };
    const bad = [
      { type: 'state' },
      { type: 'state', state: { kind: 'other' } },
      { type: 'state', state: { ...aState(), study: 1 } },
      { type: 'state', state: { ...aState(), stale: 'bt' } },
      { type: 'state', state: { ...aState(), results: { evaluation: {} } } },
      { type: 'state', state: { ...aState(), live } },
      { type: 'state', state: { kind: 'compare', study: 's', diff: '' } },
    ];
    expect(bad.filter(isToView)).to.deep.equal([]);
  });
});
