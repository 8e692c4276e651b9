import { expect } from 'chai';
import { disagreements } from '../../../../src/stats/agreement/kappa';
import { krippendorffAlpha } from '../../../../src/stats/agreement/krippendorff';

/** The example of Krippendorff (2011): 12 units, four raters, gaps left out. */
const units = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
];

describe("Krippendorff's alpha", () => {
  it('has the values of the published example', () => {
    expect(krippendorffAlpha(units, disagreements.nominal)).to.be.closeTo(0.743, 5e-4);
    expect(krippendorffAlpha(units, disagreements.quadratic)).to.be.closeTo(0.849, 5e-4);
  });
  it('is 1 where all agree, and undefined where all values are equal or nothing is paired', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        disagreements.nominal,
      ),
    ).to.equal(1);
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        disagreements.nominal,
      ),
    ).to.equal(null);
    expect(krippendorffAlpha([[1], [2]], disagreements.nominal)).to.equal(null);
  });
});
