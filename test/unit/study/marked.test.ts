import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticCodes } from '../../../src/study/diagnostics';
import { readStudy } from '../../../src/study/read';
import { marked } from './marked';
import { changed, GOOD, problemsIn } from './texts';

/** What is said about a text in which `⟦…⟧` marks a range. */
function found(text: string): { readonly said: readonly string[]; readonly wanted: string } {
  const start = text.indexOf('⟦');
  const wanted = text.slice(start + 1, text.indexOf('⟧'));
  const document = readStudy(text.replace(/[⟦⟧]/g, ''));
  const said = document.diagnostics.map(({ code, range }) => {
    const from = document.yaml.lines.offset(range.start);
    const source = document.text.slice(from, document.yaml.lines.offset(range.end));
    return `${code} at ${from}: ${source}`;
  });
  return { said, wanted: `at ${start}: ${wanted}` };
}

describe('a mistake is said once, where it stands:', () => {
  for (const { code, says, text } of marked) {
    it(`${code}, ${says}`, () => {
      const { said, wanted } = found(text);
      expect(said).to.deep.equal([`${code} ${wanted}`]);
    });
  }
});

describe('ten mistakes in ten places', () => {
  const text = `vignette: 1
id: disease
⟦tilte⟧: Gain and loss framing
scales:
  agree7: {type: ordinal, points: 7, labels: {1: Disagree, ⟦9⟧: Agree}}
  broken: {type: nominal, options: ⟦{1: A}⟧}
factors:
  frame: {gain: "200 people will be saved", loss: "400 people will die"}
conditions:
  gain: {control: true, factors: {frame: gain}, text: "If A is adopted, {{ ⟦fram⟧ }}. {{ frame }}"}
  loss: {factors: {frame: ⟦lost⟧}, text: "If A is adopted, {{ frame }}."}
  third: {text: Nothing is done., ⟦colour⟧: red}
outcomes:
  choice: {question: Which?, scale: {type: binary, options: {1: A, 2: B}}, ask: [gain, ⟦los⟧]}
  trust: {question: How much?, scale: ⟦agre7⟧}
  hope: {question: What?, scale: broken}
contrasts:
  - {outcome: hope, treatment: loss, published: {estimate: ⟦much⟧}}
panel: {size: 9, margins: {⟦age⟧: {1: 0.5, 2: 0.6}}}
`;

  it('are ten problems, each at its own', () => {
    const wanted = [...text.matchAll(/⟦(.*?)⟧/g)].map((match) => match[1]);
    const said = problemsIn(text.replace(/[⟦⟧]/g, '')).map((problem) => problem.replace(/^.*?: /, ''));
    expect(wanted).to.have.length(10);
    expect(said).to.deep.equal(wanted);
  });
});

describe('a scale that cannot be read', () => {
  const using = `${GOOD}contrasts:
  - {outcome: trust, treatment: loss, share: [6, 7]}
scores: {all: {of: [trust], reverse: [trust]}}
expect: [{outcome: trust, w1: {below: 0.2}}]
respondents: {data: d.csv, condition: arm, outcomes: {trust: q1}}
`;

  it('is not blamed on what uses it', () => {
    expect(problemsIn(using)).to.deep.equal([]);
    expect(problemsIn(changed('type: ordinal', 'type: ordnal', using))).to.deep.equal([
      'study/type 6: ordnal',
    ]);
    expect(
      problemsIn(changed('points: 7, labels: {1: Disagree, 7: Agree}', 'points: many', using)),
    ).to.deep.equal(['study/type 6: many']);
  });

  it('is one syntax error where a brace is missing', () => {
    const open = changed('7: Agree}}', '7: Agree}', using);
    expect(problemsIn(open).map((problem) => problem.split(' ')[0])).to.deep.equal(['yaml/syntax']);
  });
});

describe('a file of a newer version', () => {
  it('says that alone, whatever else is wrong', () => {
    const text = changed('vignette: 1', 'vignette: 3', changed('title:', 'tilte:'));
    expect(problemsIn(text)).to.deep.equal(['study/version 1: 3']);
    expect(
      problemsIn(changed('vignette: 1', 'vignette: "2"', text.replace('vignette: 3', 'vignette: 1'))),
    ).to.deep.equal(['study/version 1: "2"']);
    expect(problemsIn(`${changed('vignette: 1', 'vignette: 2')}new: {shape: [1, 2}\n`)).to.deep.equal([
      'study/version 1: 2',
    ]);
  });
});

/** The tests in which other rooms raise the codes that a study alone cannot. */
const ELSEWHERE = [
  'data/check.test.ts',
  'data/checkFormat.test.ts',
  'formats/csv.test.ts',
  'app/authoring/modelDiagnostics.test.ts',
];

describe('the catalogue', () => {
  it('has no code that no test raises', () => {
    const raised = new Set(marked.map(({ code }) => code));
    const others = ELSEWHERE.map((file) => readFileSync(join(__dirname, '..', file), 'utf8')).join('\n');
    expect(diagnosticCodes.filter((code) => !raised.has(code) && !others.includes(code))).to.deep.equal([]);
  });
});
