import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readProjectFile } from '../../../src/study/project';
import { readStudy } from '../../../src/study/read';

const FOLDERS = ['examples', join('syntaxes', 'templates')];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);

describe('studies that ship', () => {
  for (const file of files.filter((name) => name.endsWith('.study.yaml'))) {
    it(`${file} has nothing wrong`, () => {
      const { diagnostics } = readStudy(readFileSync(file, 'utf8'));
      const wrong = diagnostics.filter(({ severity }) => severity !== 'hint');
      expect(wrong.map(({ code, message }) => `${code}: ${message}`)).to.deep.equal([]);
    });
  }

  for (const file of files.filter((name) => name.endsWith('vignette.yaml'))) {
    it(`${file} has nothing wrong`, () => {
      expect(readProjectFile(readFileSync(file, 'utf8')).diagnostics).to.deep.equal([]);
    });
  }
});
