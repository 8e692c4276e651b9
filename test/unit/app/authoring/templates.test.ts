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

describe('templates of a new study', () => {
  it('are the files of their folder', () => {
    expect(templates.map(({ file }) => file)).to.have.members(readdirSync(folder));
  });
  for (const { id, file } of templates) {
    it(`${id} is valid as it stands, without a warning`, () => {
      expect(readStudy(textOf(file)).diagnostics).to.deep.equal([]);
    });
    it(`${id} gets the id that the user gave`, () => {
      const { study, diagnostics } = readStudy(studyFromTemplate(textOf(file), 'bus-lane'));
      expect(study.id).to.equal('bus-lane');
      expect(diagnostics).to.deep.equal([]);
    });
  }
  it('begin with the one that is made when nobody says which', () => {
    expect(templates[0]?.id).to.equal(defaultTemplate);
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
