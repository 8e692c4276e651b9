import { expect } from 'chai';
import { nearest } from '../../../src/util/nearest';

describe('the nearest name', () => {
  it('is the one with the fewest other letters, whatever their case', () => {
    expect(nearest('Titel', ['title', 'id'])).to.equal('title');
    expect(nearest('condtions', ['conditions', 'contrasts'])).to.equal('conditions');
  });

  it('is none when nothing is near', () => {
    expect(nearest('id', ['title', 'population'])).to.equal(undefined);
    expect(nearest('xyz', ['abc'])).to.equal(undefined);
  });
});
