import { expect } from 'chai';
import fc from 'fast-check';
import { lastLine } from '../../../../src/simulate/parsing/lastLine';

describe('the last line of a reply', () => {
  it('is what stands behind the last line break that has anything behind it', () => {
    expect(lastLine('Some thoughts.\n\n 5. \r\n\n')).to.equal('5.');
    expect(lastLine('one\rtwo')).to.equal('two');
    expect(lastLine('5')).to.equal('5');
    expect(lastLine(' \n ')).to.equal('');
  });

  it('is found in any text, and is part of it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = lastLine(text);
        expect(text).to.include(line);
        expect(line).not.to.match(/[\r\n]/);
      }),
    );
  });
});
