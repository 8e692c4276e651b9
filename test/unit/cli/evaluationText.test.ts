import { expect } from 'chai';
import { evaluationText } from '../../../src/cli/output/evaluation';
import type { Evaluation } from '../../../src/results/types';
import { htmlReport } from '../../../src/report/html';
import { aMultiselectCell } from '../../fakes/optionBuilders';
import { aCell, aResults, aThreePointCell, anEffect, anEvaluation } from '../../fakes/resultsBuilders';

const plain = (_: string, text: string): string => text;
const shown = (change: Partial<Evaluation>): string => evaluationText(anEvaluation(change), plain);
const page = (change: Partial<Evaluation>): string =>
  htmlReport([aResults({ evaluation: anEvaluation(change) })], { generated: '2026-01-01', version: '0' });

describe('an evaluation on a terminal and on a page', () => {
  it('names the item of a cell', () => {
    const change = { cells: [aCell({ item: 'headline1' })] };
    expect(shown(change)).to.contain('No advertising, no tracking · headline1');
    expect(page(change)).to.contain('No advertising, no tracking · headline1');
  });

  it('says the role of an outcome that is not primary', () => {
    const outcomes = anEvaluation().outcomes.map((outcome) => ({ ...outcome, role: 'attention' as const }));
    expect(shown({ outcomes })).to.contain('violation (attention)  Do you perceive');
    expect(page({ outcomes })).to.contain('violation (attention) · Do you perceive');
    expect(shown({})).not.to.contain('(primary)');
  });

  it('says the form of an effect and how its interval was made', () => {
    const effects = [anEffect({ form: 'adjusted for age', method: 'CR2 by respondent, 9 clusters' })];
    expect(shown({ effects })).to.contain('bt − nant (adjusted for age)');
    expect(shown({ effects })).to.contain('Intervals: CR2 by respondent, 9 clusters.');
    expect(page({ effects })).to.contain('adjusted for age');
  });

  it('says distances in SDs and shares of right answers', () => {
    const w1 = { stated: null, observed: null, observedClipped: null, raw: 4 };
    const cells = [aCell({ w1, wInSd: 0.25, correct: { observed: 0.9, predicted: 0.75 } })];
    expect(shown({ cells })).to.contain('W 0.25 in SDs of the human answers');
    expect(shown({ cells })).to.contain('Right: 75.0 % predicted, 90.0 % observed');
    expect(page({ cells })).to.contain('SDs of the human answers');
  });

  it('shows answers on several options with their distances', () => {
    const outcomes = [
      {
        id: 'use',
        question: 'Which do you use?',
        type: 'multiselect',
        higher: null,
        role: 'primary' as const,
      },
    ];
    const change = { outcomes, cells: [], effects: [], multiselect: [aMultiselectCell()] };
    expect(shown(change))
      .to.match(/use {2}Which do you use\?/)
      .and.to.match(/1 Park +65\.0 +50\.0 +43\.1 +56\.9 +\+15\.0/)
      .and.to.contain('inclusion error .100 · floor .020 · q95 .040 · p .004 · uniform .200');
    expect(page(change)).to.contain('Answers of more than one number').and.to.not.contain('no human answers');
  });

  it('shows scores and expectations beside the outcomes', () => {
    const cells = [aThreePointCell({ outcome: 'trust' })];
    const change: Partial<Evaluation> = {
      scores: [
        { id: 'trust', of: ['one', 'two'], reverse: ['two'], combine: 'mean', cells, effects: [anEffect()] },
      ],
      expectations: [{ index: 0, pass: false, value: -0.1, limit: 0, what: 'loss-gain above 0' }],
    };
    expect(shown(change)).to.contain('trust  mean of one, two; reversed: two').and.to.contain('Gain frame');
    expect(shown(change)).to.match(/✗ +loss-gain above 0 +[−-]0\.1/);
    expect(page(change)).to.contain('Scores').and.to.contain('loss-gain above 0');
  });

  it('draws no effect that has no estimate at all', () => {
    const effects = [anEffect({ observed: null, predicted: null })];
    expect(shown({ effects })).not.to.contain('bt − nant');
    expect(page({ effects })).not.to.contain('Effects, with their predictions');
  });
});
