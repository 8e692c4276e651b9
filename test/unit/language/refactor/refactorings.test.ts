import { expect } from 'chai';
import { refactorings } from '../../../../src/language/refactor/refactorings';
import { readStudy } from '../../../../src/study/read';
import { changed, GOOD } from '../../study/texts';
import { edited } from '../edits';
import { CROSSED, WRITTEN } from '../full';
import { atCursor } from '../places';

interface Changed {
  readonly title: string;
  readonly text: string;
}

function offered(text: string): readonly Changed[] {
  const { document, position } = atCursor(text);
  return refactorings(document, position).map(({ title, edits }) => ({
    title,
    text: edited(document.text, edits),
  }));
}

describe('extracting a scale', () => {
  it('names it under `scales`, and nothing that is asked changes', () => {
    const [found] = offered(changed('scale: {type: binary', 'scale: {ty│pe: binary'));
    expect(found?.title).to.equal('Extract the scale into `scales` as `choiceScale`');
    expect(found?.text).to.equal(
      changed(
        'scale: {type: binary, options: {1: Program A, 2: Program B}}',
        'scale: choiceScale',
        changed(
          'scales:\n',
          'scales:\n  choiceScale: {type: binary, options: {1: Program A, 2: Program B}}\n',
        ),
      ),
    );
    expect(readStudy(found?.text ?? '').study.outcomes).to.deep.equal(readStudy(GOOD).study.outcomes);
  });

  it('makes `scales` where there is none, and moves a block with its indentation', () => {
    const block = `    scale:\n      type: ordinal\n      points: 5\n      labels:\n        1: No\n        5: Yes it is\n    role: primary\n`;
    const text = changed('    scale: {type: binary, options: {1: A, 2: B}}\n', block, CROSSED);
    const [found] = offered(text.replace('points: 5', 'po│ints: 5'));
    expect(found?.text).to.contain(
      'scales:\n  ordinal5:\n    type: ordinal\n    points: 5\n    labels:\n      1: No\n      5: Yes it is\noutcomes:\n',
    );
    expect(found?.text).to.contain('    scale: ordinal5\n    role: primary\n');
    expect(readStudy(found?.text ?? '').study.outcomes).to.deep.equal(readStudy(text).study.outcomes);
  });

  it('is not offered for a matrix, a name, or a scale with an anchor', () => {
    expect(offered(changed('type: matrix', 'ty│pe: matrix', WRITTEN))).to.deep.equal([]);
    expect(
      offered(changed('scale: agree7', 'sc│ale: agree7')).map(({ title }) => title),
    ).to.not.include.members(['Extract']);
    expect(offered(changed('scale: {type: binary', 'scale: &a {ty│pe: binary'))).to.deep.equal([]);
  });
});

describe('wording a question differently', () => {
  it('adds `in:` with the question as it is', () => {
    const found = offered(changed('    question: Which program?', '    ques│tion: Which program?'));
    expect(found.map(({ title }) => title)).to.deep.equal([
      'Word `choice` differently in `gain`',
      'Word `choice` differently in `loss`',
    ]);
    expect(found[1]?.text).to.equal(
      changed(
        'options: {1: Program A, 2: Program B}}\n',
        'options: {1: Program A, 2: Program B}}\n    in:\n      loss:\n        question: Which program?\n',
      ),
    );
    expect(readStudy(found[1]?.text ?? '').diagnostics).to.deep.equal([]);
  });

  it('adds to the `in:` that is there, for conditions in which it is asked', () => {
    const found = offered(changed('    question: Which?', '    ques│tion: Which?', CROSSED));
    expect(found.map(({ title }) => title)).to.deep.equal([
      'Word `choice` differently in `none.absent`',
      'Word `choice` differently in `v1.2.present`',
    ]);
    expect(found[0]?.text).to.contain(
      '      gain.present: {question: Which of these?}\n      none.absent:\n        question: Which?\nrespondents:',
    );
  });
});

describe('writing contrasts out', () => {
  it('lists those made by default, with the same ids', () => {
    for (const [text, marked] of [
      [GOOD, 'outc│omes:'],
      [CROSSED, 'cros│sed:'],
    ] as const) {
      const [found] = offered(changed(marked.replace('│', ''), marked, text));
      expect(found?.title).to.equal('Write the default contrasts out');
      const after = readStudy(found?.text ?? '').study.contrasts;
      expect(after).to.deep.equal(readStudy(text).study.contrasts);
    }
    expect(offered(changed('outcomes:', 'outc│omes:', WRITTEN))).to.deep.equal([]);
  });
});
