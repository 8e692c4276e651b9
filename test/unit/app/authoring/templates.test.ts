import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readStudy } from '../../../../src/study/read';
import {
  defaultTemplate,
  nameProblem,
  studyFromTemplate,
  templates,
  titlePlace,
} from '../../../../src/app/authoring/templates';

const folder = 'syntaxes/templates';
const textOf = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');

function said(text: string): readonly string[] {
  return readStudy(text).diagnostics.map(
    ({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`,
  );
}

describe('templates of a new study', () => {
  it('are the files of their folder', () => {
    expect(templates.map(({ file }) => file)).to.have.members(readdirSync(folder));
  });
  for (const { id, file } of templates) {
    it(`${id} is valid as it stands, without a warning`, () => {
      expect(said(textOf(file))).to.deep.equal([]);
    });
    it(`${id} gets the id that the user gave`, () => {
      const text = studyFromTemplate(textOf(file), 'bus-lane');
      expect(readStudy(text).study.id).to.equal('bus-lane');
      expect(said(text)).to.deep.equal([]);
    });
  }
  it('use the parts of the format that they are about', () => {
    const of = (file: string) => readStudy(textOf(`${file}.study.yaml`)).study;
    expect(of('factorial').conditions.map(({ id }) => id)).to.deep.equal([
      'numbers.none',
      'numbers.doubled',
      'story.none',
      'story.doubled',
    ]);
    expect(of('battery').outcomes.map(({ id }) => id)).to.include.members(['work.ease', 'work.watch']);
    expect(of('items').items.map(({ id }) => id)).to.deep.equal(['octopus', 'banana', 'brain', 'wall']);
    expect(of('conjoint').outcomes.map(({ scale }) => scale.type)).to.deep.equal(['choice']);
  });
  it('begin with the one that is made when nobody says which', () => {
    expect(templates[0]?.id).to.equal(defaultTemplate);
  });
  it('are all offered where there is no study yet', () => {
    const { 'welcome.noStudies': welcome } = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<
      string,
      string
    >;
    const offered = [...(welcome ?? '').matchAll(/command:vignette\.newStudy\?([^)]+)\)/g)].map(
      ([, given = '']) => (JSON.parse(decodeURIComponent(given)) as [{ template: string }])[0].template,
    );
    expect(offered).to.deep.equal(templates.map(({ id }) => id));
  });
  it('say where their title is, to be written over', () => {
    const text = 'id: a\ntitle: Bus lane \nlanguage: en\n';
    const { start, end } = titlePlace(text) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).to.equal('Bus lane');
    expect(titlePlace('id: a\n')).to.equal(undefined);
  });
  it('take a name that is a file name and an id everywhere', () => {
    expect(nameProblem('bus-lane-2')).to.equal(undefined);
  });
  for (const name of ['', 'Bus', '2nd', '../up', 'a b', 'a$&', 'x'.repeat(61)]) {
    it(`refuse the name ${JSON.stringify(name.slice(0, 8))}`, () => {
      expect(nameProblem(name)).to.be.a('string');
    });
  }
});
