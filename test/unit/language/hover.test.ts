import { expect } from 'chai';
import { hover } from '../../../src/language/hover';
import { aBinaryCell, anEvaluation, aResults } from '../../fakes/resultsBuilders';
import { changed, GOOD } from '../study/texts';
import { anEnvironment, atCursor, textAt } from './places';

const cells = ['gain', 'loss'].map((condition) =>
  aBinaryCell({ condition, conditionLabel: condition, outcome: 'choice' }),
);
const results = {
  name: 'run',
  results: aResults({ evaluation: anEvaluation({ cells, stamp: 'demonstration engine, not evidence' }) }),
  stale: ['loss'],
};

describe('hover', () => {
  it('explains a key', () => {
    const { document, position } = atCursor(changed('    question: Which', '    ques│tion: Which'));
    const found = hover(document, position, anEnvironment());
    expect(found?.markdown).to.contain('What the respondent is asked');
    expect(found && textAt(document, found.range)).to.equal('question');
  });

  it('shows a condition’s chart with its numbers in words, and says that it is out of date', () => {
    const { document, position } = atCursor(changed('  loss: {', '  lo│ss: {'));
    const found = hover(document, position, anEnvironment({ results }), 'file:///s.study.yaml');
    expect(found?.markdown).to.match(/W \.048 \(floor \.019\) · out of date/);
    expect(found?.markdown).to.match(
      /!\[.*demonstration engine.*\]\(data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+\)/,
    );
    const link = /command:vignette\.showDistributions\?(\S+?)\)/.exec(found?.markdown ?? '')?.[1] ?? '';
    expect(JSON.parse(decodeURIComponent(link))).to.deep.equal([
      { study: 'file:///s.study.yaml', condition: 'loss' },
    ]);
    expect(found?.commands).to.deep.equal(['vignette.showDistributions', 'vignette.previewPrompt']);
  });

  it('shows an outcome in every condition', () => {
    const { document, position } = atCursor(changed('  choice:', '  cho│ice:'));
    expect(
      hover(document, position, anEnvironment({ results }))?.markdown.match(/data:image/g),
    ).to.have.length(2);
  });

  it('shows what is read in a condition while there are no results', () => {
    const { document, position } = atCursor(changed('  loss: {', '  lo│ss: {'));
    expect(hover(document, position, anEnvironment())?.markdown).to.contain(
      '    If A is adopted, 400 people will die.',
    );
  });

  it('shows what a name stands for', () => {
    const { document, position } = atCursor(changed('scale: agree7', 'scale: agr│ee7'));
    expect(hover(document, position, anEnvironment())?.markdown).to.equal(
      '**agree7** · scale\n\nordinal: Answer with one whole number from 1 to 7 only.\n\n    1: Disagree\n    7: Agree',
    );
  });

  it('lets no text of the study become a link or an image', () => {
    const { document, position } = atCursor(changed('  loss: {', '  lo│ss: {label: "![x](command:evil)", '));
    const markdown = hover(document, position, anEnvironment({ results }))?.markdown ?? '';
    expect(markdown).to.contain('\\!\\[x\\]\\(command:evil\\)');
  });

  it('says nothing over text', () => {
    const { document, position } = atCursor(changed('title: Gain', 'title: Ga│in'));
    expect(hover(document, position, anEnvironment())).to.equal(undefined);
    expect(GOOD).to.contain('title');
  });
});
