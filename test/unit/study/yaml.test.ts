import { expect } from 'chai';
import { readStudy } from '../../../src/study/read';
import { changed, GOOD, mended, problemsIn } from './texts';

describe('broken YAML', () => {
  it('does not hide what is wrong elsewhere', () => {
    const text = changed('id: disease', 'id: "disease', changed('scale: agree7', 'scale: agree8'));
    expect(problemsIn(text)).to.deep.equal(['yaml/syntax 2: e', 'reference/unknown 18: agree8']);
  });

  it('is confined to the condition in which it stands', () => {
    const text = changed(
      'gain: {control: true,',
      'gain: {control: true',
      changed('{frame: loss}', '{frame: lost}'),
    );
    const { study } = readStudy(text);
    expect(problemsIn(text).map((problem) => problem.split(':')[0])).to.deep.equal([
      'yaml/syntax 10',
      'reference/unknown 11',
    ]);
    expect(study.conditions.map(({ id }) => id)).to.deep.equal(['gain', 'loss']);
    expect(study.outcomes).to.have.length(2);
  });

  it('never names a name unknown because its section cannot be read', () => {
    const text = changed('scales:\n  agree7: {', 'scales: {agree7: {');
    expect(problemsIn(text).map((problem) => problem.split(' ')[0])).to.deep.equal(['yaml/syntax']);
  });

  it('says which quote is not closed, near its end', () => {
    const [first] = readStudy(changed('title: Gain', 'title: "Gain')).diagnostics;
    expect(first?.message).to.contain('closing');
    expect(first?.range.start.line).to.equal(2);
  });

  it('names a colon in unquoted text and says to quote it', () => {
    const [first] = readStudy(changed('question: Which program?', 'question: Which: A or B?')).diagnostics;
    expect(first?.code).to.equal('yaml/syntax');
    expect(first?.help).to.contain('double quotes');
  });

  it('reports a tab as indentation', () => {
    expect(problemsIn(changed('  choice:', '\tchoice:'))[0]).to.match(/^yaml\/syntax 13/);
  });

  it('refuses tags, further documents and unknown aliases', () => {
    expect(problemsIn(`${GOOD}---\na: 1\n`).some((p) => p.startsWith('yaml/syntax'))).to.equal(true);
    expect(problemsIn(changed('title: Gain', 'title: !x Gain'))[0]).to.match(/^yaml\/syntax 3/);
    expect(problemsIn(changed('title: Gain and loss framing', 'title: *gone'))[0]).to.match(
      /^yaml\/syntax 3: \*gone/,
    );
  });
});

describe('keys that stand twice', () => {
  it('are reported at the second, and the first is used', () => {
    const text = `${GOOD}title: Other\n`;
    expect(problemsIn(text)).to.deep.equal(['yaml/duplicate-key 19: title']);
    expect(readStudy(text).study.title).to.equal('Gain and loss framing');
  });
});

describe('aliases', () => {
  it('stand for what their anchor holds', () => {
    const text = changed(
      'question: Which program?',
      'question: &q Which program?',
      changed('question: How much do you trust this?', 'question: *q'),
    );
    const { study, diagnostics } = readStudy(text);
    expect(diagnostics).to.deep.equal([]);
    expect(study.outcomes[1]?.question).to.equal('Which program?');
  });

  it('are limited to a hundred', () => {
    const list = Array.from({ length: 101 }, () => '*a').join(', ');
    const text = `${GOOD}population: &a x\nrespondents: {data: d.csv, missing: [${list}]}\n`;
    expect(problemsIn(text)).to.deep.equal(['yaml/alias-limit 20: *a']);
  });

  it('cannot grow to more than ten thousand values', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    const start = performance.now();
    expect(problemsIn(lines.join('\n')).some((p) => p.startsWith('yaml/alias-limit'))).to.equal(true);
    expect(performance.now() - start).to.be.below(2000);
  });
});

describe('templates without quotes', () => {
  it('are one problem, with a fix that quotes the whole text', () => {
    const text = changed('question: Which program?', 'question: {{ frame }} is "it"  # which', GOOD);
    expect(problemsIn(text)).to.deep.equal(['yaml/unquoted-template 14: {{ frame }} is "it"']);
    const fixed = mended(text, 'yaml/unquoted-template');
    expect(fixed).to.contain('question: "{{ frame }} is \\"it\\""  # which');
    expect(problemsIn(fixed)).to.deep.equal([]);
  });

  it('are found inside braces', () => {
    const text = changed('text: "If A is adopted, {{ frame }}."}\n  loss', 'text: {{ frame }}}\n  loss');
    expect(problemsIn(text)).to.deep.equal(['yaml/unquoted-template 10: {{ frame }}']);
    expect(problemsIn(mended(text, 'yaml/unquoted-template'))).to.deep.equal([]);
  });

  it('are named where plain text before them hides them from YAML', () => {
    const text = changed(
      'text: "If A is adopted, {{ frame }}."}\n  loss',
      'text: If {{ frame }} then}\n  loss',
    );
    expect(problemsIn(text).map((p) => p.slice(0, 27))).to.deep.equal(['yaml/unquoted-template 10: ']);
  });
});

describe('words that other programs read otherwise', () => {
  it('are kept as written, with a warning and a fix', () => {
    const text = changed('1: Program A', '1: Yes');
    expect(problemsIn(text)).to.deep.equal(['yaml/ambiguous-scalar 15: Yes']);
    const { study } = readStudy(text);
    const scale = study.outcomes[0]?.scale;
    expect(scale?.type === 'binary' && scale.options[0]?.label).to.equal('Yes');
    expect(problemsIn(mended(text, 'yaml/ambiguous-scalar'))).to.deep.equal([]);
  });
});

describe('texts without bounds', () => {
  it('are refused above five megabytes', () => {
    const { diagnostics } = readStudy(`#${' '.repeat(5_000_001)}`);
    expect(diagnostics.map(({ code }) => code)).to.deep.equal(['study/limit']);
  });

  for (const [name, text] of [
    ['flow lists', '['.repeat(200_000)],
    ['flow maps', '{a: '.repeat(100_000)],
    ['block lists', '- '.repeat(100_000)],
    ['explicit keys', '? '.repeat(100_000)],
  ] as const) {
    it(`nested in ${name} without end are refused at once`, () => {
      const start = performance.now();
      expect(readStudy(text).diagnostics.map(({ code }) => code)).to.deep.equal(['yaml/syntax']);
      expect(performance.now() - start).to.be.below(1000);
    });
  }

  it('of ten thousand conditions and no more are read', () => {
    const many = Array.from({ length: 10_001 }, (_, i) => `  c${i}: {text: t${i}}`).join('\n');
    const { study, diagnostics } = readStudy(
      `vignette: 1\nid: a\ntitle: A\nconditions:\n${many}\noutcomes:\n  q: {question: Why?, scale: {type: ordinal, points: 3}}\n`,
    );
    expect(study.conditions).to.have.length(10_000);
    expect(diagnostics.map(({ code }) => code)).to.deep.equal(['conditions/no-control', 'study/limit']);
  }).timeout(20_000);
});
