import { expect } from 'chai';
import { bm25 } from '../../../../src/data/similarity/bm25';
import { cosine } from '../../../../src/data/similarity/cosine';

describe('BM25', () => {
  const like = bm25(['the cat sat', 'The dog sat, on the dog!', 'birds fly']);

  it('gives the values worked out by hand', () => {
    // N = 3, avgdl = 11 / 3; "the" in two documents, idf ln(1 + 1.5 / 2.5); "dog" in one, idf ln(1 + 2.5 / 1.5).
    const [cat = NaN, dog = NaN, birds = NaN] = like('the dog flies');
    expect(cat).to.be.closeTo(0.5077717780244109, 1e-12);
    expect(dog).to.be.closeTo(1.6920556988255702, 1e-12);
    expect(birds).to.equal(0);
  });

  it('counts a word of the query once', () => {
    expect(like('the the dog')).to.deep.equal(like('dog the'));
  });

  it('knows words in any script', () => {
    expect(bm25(['Straße é', 'другое'])('ДРУГОЕ')[1]).to.be.above(0);
  });

  it('is 0 where there is nothing to compare', () => {
    expect(bm25(['', ''])('word')).to.deep.equal([0, 0]);
  });
});

describe('the cosine of two vectors', () => {
  it('is 1 along each other, 0 at right angles and for no vector', () => {
    expect(cosine([1, 2], [2, 4])).to.be.closeTo(1, 1e-12);
    expect(cosine([1, 0], [0, 3])).to.equal(0);
    expect(cosine([0, 0], [1, 1])).to.equal(0);
  });
});
