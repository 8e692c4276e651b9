import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { readProjectFile } from '../../../src/study/project';
import { readStudy } from '../../../src/study/read';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

function snippetsOf(file: string): readonly Snippet[] {
  const text = readFileSync(`syntaxes/${file}.snippets.json`, 'utf8');
  return Object.values(JSON.parse(text) as Record<string, Snippet>);
}

/** A snippet as it stands in the text when every place is left as it was offered. */
function expanded({ body }: Snippet): readonly string[] {
  const texts = new Map<string, string>();
  const text = body
    .join('\n')
    .replace(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, (_, _place, first: string) => first)
    .replace(/\$\{(\d+):([^}]*)\}/g, (_, place: string, offered: string) => {
      texts.set(place, offered);
      return offered;
    })
    .replace(/\$\{(\d+)\}/g, (_, place: string) => texts.get(place) ?? '')
    .replace('$0', '');
  return text.split('\n').filter((line) => line !== '');
}

/** The section in which a snippet belongs; others stand at the top. */
const sections: Readonly<Record<string, string>> = {
  condition: 'conditions',
  outcome: 'outcomes',
  contrast: 'contrasts',
  score: 'scores',
};
const outcome = ['outcomes:', '  x: {question: Q, scale: {type: ordinal, points: 5}}'];

function studyWith(snippet: Snippet): string {
  const section = sections[snippet.prefix.split(' ')[0] ?? ''];
  const lines = expanded(snippet);
  const placed = section === undefined ? lines : [`${section}:`, ...lines.map((line) => `  ${line}`)];
  const rest = section === 'outcomes' ? [] : outcome;
  return ['vignette: 1', 'id: a', 'title: A', ...rest, ...placed, ''].join('\n');
}

describe('snippets', () => {
  for (const snippet of snippetsOf('study'))
    it(`${snippet.prefix} is a part of a study as it stands`, () => {
      const errors = readStudy(studyWith(snippet)).diagnostics.filter(
        // What a contrast or a score names is not in this small study.
        ({ severity, code }) => severity === 'error' && code !== 'reference/unknown',
      );
      expect(errors.map(({ code, message }) => `${code} ${message}`)).to.deep.equal([]);
    });
  for (const snippet of snippetsOf('project'))
    it(`${snippet.prefix} is a part of a project file as it stands`, () => {
      const text = ['models:', ...expanded(snippet).map((line) => `  ${line}`), ''].join('\n');
      const errors = readProjectFile(text).diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors).to.deep.equal([]);
    });
});
