import { expect } from 'chai';
import { armName, cellId, cellName, effectName } from '../../../src/chart/names';
import { levelsTable, sharesTable } from '../../../src/chart/tables';
import { describeCell } from '../../../src/chart/cell/describe';
import { aCell, anEffect, anEvaluation } from '../../fakes/resultsBuilders';

describe('the name of a cell', () => {
  const cell = aCell({ conditionLabel: 'No ads', condition: 'nant', item: 'headline1' });

  it('has the item where there is one', () => {
    expect(cellName(cell)).to.equal('No ads · headline1');
    expect(cellId(cell)).to.equal('nant · headline1');
    expect(cellName({ ...cell, item: null })).to.equal('No ads');
    expect(cellId({ ...cell, item: null })).to.equal('nant');
  });

  it('stands in tables and descriptions', () => {
    expect(sharesTable([cell]).rows[0]?.[0]).to.equal('No ads · headline1');
    expect(describeCell(cell, null)).to.contain('No ads · headline1, violation.');
    expect(levelsTable([cell]).columns[2]?.name).to.equal('item');
    expect(levelsTable([cell]).rows[0]?.[2]).to.equal('headline1');
    expect(levelsTable([{ ...cell, item: null }]).columns[2]?.name).to.equal('label');
  });
});

describe('the name of an effect', () => {
  it('says what it is beyond two means', () => {
    expect(effectName(anEffect())).to.equal('bt − nant');
    expect(effectName(anEffect({ form: 'adjusted for age' }))).to.equal('bt − nant (adjusted for age)');
  });

  it('has the labels of conditions, and levels as they are', () => {
    expect(armName(anEvaluation(), { kind: 'condition' }, 'nant')).to.equal('No advertising, no tracking');
    expect(armName(anEvaluation(), { kind: 'factor' }, 'nant')).to.equal('nant');
  });
});

describe('the share of right answers', () => {
  it('stands in the description of a check', () => {
    const cell = aCell({ correct: { observed: 0.9, predicted: 0.75 } });
    expect(describeCell(cell, null)).to.contain('Right: 75.0 % predicted, 90.0 % observed.');
  });
});
