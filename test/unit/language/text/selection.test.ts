import { expect } from 'chai';
import { selectionRanges } from '../../../../src/language/text/selection';
import { changed, GOOD } from '../../study/texts';
import { atCursor } from '../places';

describe('growing a selection', () => {
  it('goes from the value over its entry and what holds it to the file', () => {
    const { document, position } = atCursor(changed('{frame: loss}', '{frame: lo│ss}'));
    const { lines } = document.yaml;
    const texts = selectionRanges(document, position).map(({ start, end }) =>
      document.text.slice(lines.offset(start), lines.offset(end)),
    );
    expect(texts.slice(0, 4)).to.deep.equal([
      'loss',
      'frame: loss',
      '{frame: loss}',
      'factors: {frame: loss}',
    ]);
    expect(texts.at(-1)).to.equal(GOOD);
  });
});
