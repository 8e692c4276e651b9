import { expect } from 'chai';
import { base64 } from '../../../src/util/base64';

describe('base64', () => {
  it('writes what other encoders write, padding and all', () => {
    for (const text of ['', 'a', 'ab', 'abc', 'Ünï·𝄞', '<svg>'.repeat(50)]) {
      expect(base64(text)).to.equal(Buffer.from(text, 'utf8').toString('base64'));
    }
  });
});
