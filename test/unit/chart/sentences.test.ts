import { expect } from 'chai';
import {
  effectGroups,
  sayAnswers,
  sayCells,
  sayModel,
  sayScale,
  sayScaleOf,
} from '../../../src/chart/sentences';
import {
  aBinaryCell,
  aCell,
  anEvaluation,
  aResults,
  aSetup,
  withoutHumans,
} from '../../fakes/resultsBuilders';
import { aRankCell } from '../../fakes/optionBuilders';

describe('the answer in a sentence', () => {
  it('counts the cells beyond noise', () => {
    expect(sayCells(anEvaluation().cells)).to.equal(
      '4 of 5 cells lie beyond the noise of samples of this size.',
    );
    expect(sayCells([aCell(), aCell()])).to.equal(
      'None of 2 cells lies beyond the noise of samples of this size.',
    );
    expect(sayCells([aBinaryCell()])).to.equal('The cell lies beyond the noise of samples of this size.');
  });
  it('says when there is nothing to compare with', () => {
    expect(sayCells([aBinaryCell()], [aRankCell({ distance: 0.01 })])).to.equal(
      '1 of 2 cells lies beyond the noise of samples of this size.',
    );
    expect(sayCells([withoutHumans(aCell())])).to.match(/^There are no human answers/);
  });
  it('compares sums, and with the baseline that saw nothing', () => {
    expect(sayScale(anEvaluation())).to.equal(
      'ΣW / Σfloor 2.6. Baseline that saw nothing: uniform, mean W .220.',
    );
  });
  it('never ranks against a baseline that saw more', () => {
    const { summary } = anEvaluation();
    const pooled = { pooled: { w1: 0.01, sees: 'this cell' as const } };
    expect(sayScale(anEvaluation({ summary: { ...summary, baselines: pooled } }))).not.to.include('pooled');
  });
});

describe('words about a run', () => {
  it('say what failed and what is missing', () => {
    expect(sayAnswers({ answers: 2412, failed: 8, complete: false })).to.equal('2,412, 8 failed, incomplete');
    expect(sayAnswers({ answers: 12, failed: 0, complete: true })).to.equal('12');
  });
  it('give a temperature only where answers were sampled', () => {
    expect(sayModel(aResults())).to.equal('gpt-4o, T 1');
    expect(sayModel(aResults({ setup: aSetup({ strategy: 'logprob' }) }))).to.equal('gpt-4o');
    expect(sayModel(aResults({ setup: aSetup({ temperature: 0.7 }) }))).to.equal('gpt-4o, T 0.7');
  });
  it('name the ends of a scale, and all options without order', () => {
    expect(sayScaleOf(aCell())).to.equal('Ordinal, 1 not at all … 7 very much so');
    expect(sayScaleOf(aBinaryCell({ type: 'nominal' }))).to.equal('Nominal: 0 Program A, 1 Program B');
  });
  it('put effects with one outcome and control together', () => {
    const groups = effectGroups(anEvaluation().effects);
    expect(groups.map((group) => [group.outcome, group.control, group.effects.length])).to.deep.equal([
      ['violation', 'nant', 2],
      ['choose_b', 'survival', 1],
    ]);
  });
});
