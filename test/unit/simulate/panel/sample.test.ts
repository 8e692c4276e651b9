import { expect } from 'chai';
import { readSample } from '../../../../src/simulate/panel/sample';
import { aProfileField, aTable } from '../../../fakes/builders';
import { rejection } from '../../../fakes/rejection';

const file = (weight?: string) => ({
  file: 'm.csv',
  profile: [aProfileField('sex', { values: [{ data: '1', label: 'Male' }] })],
  weight,
});

describe('the rows of a panel', () => {
  it('are people in the words of the profile, with their weights', async () => {
    const { rows, unweighted } = await readSample(file('w'), aTable('sex,w\n1,2.5\n2,\n1,0\n,1'));
    expect(
      rows.map(({ id, weight, profile }) => [id, weight, profile.map(({ value }) => value)]),
    ).to.deep.equal([
      ['panel-1', 2.5, ['Male']],
      ['panel-3', 0, ['Male']],
      ['panel-4', 1, []],
    ]);
    expect(unweighted).to.equal(1);
  });
  it('weigh alike where no column weighs them', async () => {
    const { rows } = await readSample(file(), aTable('sex\n1\n1'));
    expect(rows.map(({ weight }) => weight)).to.deep.equal([1, 1]);
  });
  it('are refused without a column that is named, and with a weight that is no number', async () => {
    expect((await rejection(readSample(file('w'), aTable('sex\n1')))).code).to.equal('data/column');
    expect((await rejection(readSample(file('w'), aTable('sex,w\n1,many')))).code).to.equal('data/weight');
  });
});
