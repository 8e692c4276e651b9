import { expect } from 'chai';
import { conditionTexts, outcomeTexts } from '../../../src/app/runs/setup';
import type { Study } from '../../../src/study/types';
import { staleConditions } from '../../../src/vscode/results/stale';
import { aCondition, anOutcome, aStudy } from '../../fakes/builders';
import { aResults, aSetup } from '../../fakes/resultsBuilders';

const before = aStudy({
  conditions: [aCondition('one', { text: 'First.' }), aCondition('two', { text: 'Second.' })],
  outcomes: [anOutcome('both', { ask: ['one', 'two'] }), anOutcome('single', { ask: ['two'] })],
});
const results = aResults({
  setup: aSetup({ conditions: conditionTexts(before), outcomes: outcomeTexts(before) }),
});

const with_ = (change: Partial<Study>): Study => ({ ...before, ...change });

describe('conditions that are out of date', () => {
  it('are none while the study reads as it did', () => {
    expect(staleConditions(before, results)).to.deep.equal([]);
  });
  it('are those whose text changed', () => {
    const now = with_({
      conditions: [aCondition('one', { text: 'First!' }), before.conditions[1] ?? aCondition('two')],
    });
    expect(staleConditions(now, results)).to.deep.equal(['one']);
  });
  it('are those in which a changed question is asked', () => {
    const [both] = before.outcomes;
    const now = with_({
      outcomes: [both ?? anOutcome('both'), anOutcome('single', { ask: ['two'], question: 'New?' })],
    });
    expect(staleConditions(now, results)).to.deep.equal(['two']);
  });
  it('are not those that are new or gone', () => {
    expect(staleConditions(with_({ conditions: [aCondition('three')] }), results)).to.deep.equal([]);
  });
});
