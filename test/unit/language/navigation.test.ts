import { expect } from 'chai';
import { definition, references } from '../../../src/language/definitions';
import { links } from '../../../src/language/links';
import { symbols } from '../../../src/language/symbols';
import { readStudy } from '../../../src/study/read';
import { changed, GOOD } from '../study/texts';
import { atCursor, textAt } from './places';

describe('going to a definition', () => {
  it('leads from a use to the name given', () => {
    const { document, position } = atCursor(changed('scale: agree7', 'scale: agr│ee7'));
    expect(definition(document, position)?.path).to.deep.equal(['scales', 'agree7']);
  });

  it('leads from a template to its factor, and from a level to its text', () => {
    const template = atCursor(changed('If A is adopted, {{ frame }}', 'If A is adopted, {{ fr│ame }}'));
    expect(definition(template.document, template.position)?.path).to.deep.equal(['factors', 'frame']);
    const level = atCursor(changed('{frame: loss}', '{frame: lo│ss}'));
    expect(definition(level.document, level.position)?.path).to.deep.equal(['factors', 'frame', 'loss']);
  });

  it('leads nowhere from plain text', () => {
    const { document, position } = atCursor(changed('title: Gain', 'title: Ga│in'));
    expect(definition(document, position)).to.equal(undefined);
  });
});

describe('finding references', () => {
  it('gives the definition and every use, templates too', () => {
    const { document, position } = atCursor(changed('  frame: {gain', '  fr│ame: {gain'));
    const found = references(document, position).map(
      ({ range }) => `${range.start.line + 1} ${textAt(document, range)}`,
    );
    expect(found).to.deep.equal(['8 frame', '10 frame', '10 frame', '11 frame', '11 frame']);
  });

  it('keeps levels of different factors apart', () => {
    const { document, position } = atCursor(
      changed('{gain: "200', '{ga│in: "200', changed('  frame: {', '  tone: {gain: Calm}\n  frame: {')),
    );
    expect(references(document, position).map(({ path }) => path.join('.'))).to.deep.equal([
      'factors.frame.gain',
      'conditions.gain.factors.frame',
    ]);
  });
});

describe('links and outline', () => {
  it('link the data file, but nothing absolute or of another scheme', () => {
    const link = (file: string): readonly string[] =>
      links(readStudy(`${GOOD}respondents: {data: "${file}"}\n`)).map(({ path }) => path);
    expect(link('data/d.csv')).to.deep.equal(['data/d.csv']);
    expect(link('/etc/passwd')).to.deep.equal([]);
    expect(link('command:evil')).to.deep.equal([]);
    expect(link('C:\\\\x.csv')).to.deep.equal([]);
  });

  it('outline the study with what it defines', () => {
    const [study] = symbols(readStudy(GOOD));
    expect(study?.name).to.equal('disease');
    expect(
      study?.children.map(({ name, children }) => `${name}: ${children.map((c) => c.name).join(' ')}`),
    ).to.deep.equal(['scales: agree7', 'factors: frame', 'conditions: gain loss', 'outcomes: choice trust']);
    expect(study?.children[3]?.children[0]?.detail).to.equal('Which program?');
  });
});
