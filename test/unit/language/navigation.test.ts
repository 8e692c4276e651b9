import { expect } from 'chai';
import { definition, references } from '../../../src/language/definitions';
import { links, webLinks } from '../../../src/language/links';
import { symbols } from '../../../src/language/symbols';
import type { Symbol } from '../../../src/language/types';
import { readProjectFile } from '../../../src/study/project';
import { readStudy } from '../../../src/study/read';
import { changed, GOOD } from '../study/texts';
import { CROSSED, WRITTEN } from './full';
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

  it('leads from a part of a compound id, and from an expectation, to what is meant', () => {
    const at = (text: string, marked: string): string | undefined => {
      const { document, position } = atCursor(text.replace(marked.replace('│', ''), () => marked));
      return definition(document, position)?.path.join('.');
    };
    expect(at(CROSSED, 'ask: [none.abs│ent')).to.equal('factors.expert.absent');
    expect(at(WRITTEN, 'reverse: [trust.cou│rts')).to.equal('outcomes.trust.scale.items.courts');
    expect(at(WRITTEN, "contrast: 'label: red-pl│ain'")).to.equal('contrasts.0');
    expect(at(WRITTEN, 'contrast: fa│ke')).to.equal('contrasts.1.id');
    expect(at(WRITTEN, '{{ profile.a│ge }}')).to.equal('respondents.profile.0.field');
    expect(at(WRITTEN, 'adjust: [age, hob│by]')).to.equal('respondents.profile.1.column');
  });

  it('leads from a model into the project file', () => {
    const { document, position } = atCursor(WRITTEN.replace('model: local', 'model: lo│cal'));
    const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } };
    const modelPlaces = [{ name: 'local', uri: 'file:///vignette.yaml', range }];
    expect(definition(document, position, { modelPlaces })).to.deep.equal({
      uri: 'file:///vignette.yaml',
      range,
      path: ['models', 'local'],
    });
    expect(definition(document, position)).to.equal(undefined);
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

  it('outline items, scores, contrasts, margins and what is crossed or made of several', () => {
    const outline = (text: string): readonly string[] => {
      const said = (symbol: Symbol): string =>
        symbol.name + (symbol.children.length > 0 ? ` (${symbol.children.map(said).join(', ')})` : '');
      return (symbols(readStudy(text))[0]?.children ?? []).map(said);
    };
    expect(outline(WRITTEN)).to.deep.equal([
      'scales (agree7)',
      'factors (tone (calm, loud), colour (none, red))',
      'conditions (plain, label: red)',
      'items (first, second)',
      'outcomes (share, trust (police, courts), gate, tax (rate, plan))',
      'respondents',
      'contrasts (label: red-plain, fake, loud-calm, high-low, inst)',
      'scores (institutions)',
      'expect',
      'simulate',
    ]);
    expect(outline(CROSSED)[1]).to.equal(
      'crossed (none.absent, none.present, gain.absent, gain.present, v1.2.present)',
    );
    const margins = outline(`${GOOD}panel: {size: 9, margins: {gender: {Male: 0.5, Female: 0.5}}}\n`);
    expect(margins.at(-1)).to.equal('panel (gender)');
  });

  it('outline the models of the project file', () => {
    const text = 'models:\n  gpt: {baseUrl: "https://x.org", model: gpt-4o}\nbudget: {usd: 1}\n';
    const [project] = symbols(readProjectFile(text));
    expect(project?.children.map(({ name }) => name)).to.deep.equal(['models', 'budget']);
    expect(project?.children[0]?.children.map(({ name, detail }) => `${name} ${detail}`)).to.deep.equal([
      'gpt gpt-4o',
    ]);
  });

  it('link pictures and the sample of the panel, and the address of the source outside', () => {
    const document = readStudy(`${WRITTEN}panel: {size: 9, sample: people.csv}\n`);
    expect(links(document).map(({ path }) => path)).to.deep.equal(['a.png', 'd.csv', 'people.csv']);
    expect(webLinks(document).map(({ url }) => url)).to.deep.equal(['https://doi.org/10.1/x']);
    expect(
      webLinks(readStudy(GOOD.replace('title:', 'source: {url: "command:evil"}\ntitle:'))),
    ).to.deep.equal([]);
    const project = readProjectFile('models: {a: {engine: embedded, file: m.gguf}}\n');
    expect(links(project).map(({ path }) => path)).to.deep.equal(['m.gguf']);
  });
});
