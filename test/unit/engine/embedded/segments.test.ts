import { expect } from 'chai';
import { segmentsOf, sharedSegments } from '../../../../src/engine/embedded/segments';

const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const cut = (text: string, alone = false): readonly string[] =>
  segmentsOf(letters(text), (token) => String.fromCharCode(token), alone).map((segment) =>
    String.fromCharCode(...segment),
  );

describe('cutting a prompt into segments', () => {
  it('cuts after a blank line', () => {
    expect(cut('a story\n\na question\n\na person')).to.deep.equal([
      'a story\n\n',
      'a question\n\n',
      'a person',
    ]);
  });

  it('cuts after the heading of a list, which many lists share', () => {
    expect(cut('The person:\n- age: 30')).to.deep.equal(['The person:\n', '- age: 30']);
  });

  it('cuts a long paragraph at a line break, a short one not', () => {
    const line = 'x'.repeat(50);
    expect(cut(`${line}\nshort\nshort`)).to.deep.equal([`${line}\n`, 'short\nshort']);
  });

  it('keeps the last token by itself to sample after it again', () => {
    expect(cut('a story\n\nabc', true)).to.deep.equal(['a story\n\n', 'ab', 'c']);
  });

  it('cuts the same beginning in the same places whatever follows', () => {
    const [first] = cut('the same story\n\nperson one');
    const [again] = cut('the same story\n\nsomebody quite different\nwith more lines');
    expect(first).to.equal(again);
  });
});

describe('the beginning that two prompts share', () => {
  it('counts whole segments only', () => {
    expect(
      sharedSegments(
        [[1, 2], [3], [4]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).to.equal(1);
  });

  it('is all of the shorter one when the longer one begins with it', () => {
    expect(sharedSegments([[1, 2], [3]], [[1, 2], [3], [4]])).to.equal(2);
  });
});
