import { expect } from 'chai';
import { checkData } from '../../../src/data/check';
import { joinStudy } from '../../../src/data/join';
import { profileTable } from '../../../src/data/profiling/profile';
import { wantedOf } from '../../../src/data/profiling/wanted';
import { readStudy } from '../../../src/study/read';
import type { Diagnostic } from '../../../src/util/diagnostic';
import { aTable } from '../../fakes/builders';

function studyWith(respondents: string, outcomes = ''): string {
  return `vignette: 1
id: s
title: S
conditions:
  gain: {control: true, text: One.}
  loss: {text: Two.}
outcomes:
  choice:
    question: Which?
    scale: {type: ordinal, points: 7}
${outcomes}respondents:
  data: data.csv
${respondents}`;
}

async function found(text: string, data: string): Promise<readonly Diagnostic[]> {
  const document = readStudy(text);
  return checkData(document, await profileTable(aTable(data), 'data.csv', wantedOf(document.study)));
}

/** Only what is asked for: small test data is full of small cells. */
async function foundOf(code: string, text: string, data: string): Promise<readonly Diagnostic[]> {
  return (await found(text, data)).filter((each) => each.code === code);
}

/** The text that a diagnostic underlines. */
function marked(text: string, { range }: Diagnostic): string {
  expect(range.start.line).to.equal(range.end.line);
  return (text.split('\n')[range.start.line] ?? '').slice(range.start.character, range.end.character);
}

function fixed(text: string, diagnostic: Diagnostic | undefined): string {
  const edits = [...(diagnostic?.fixes[0]?.edits ?? [])].reverse();
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits.reduce(
    (all, { range, newText }) =>
      all.slice(0, offsetOf(range.start)) + newText + all.slice(offsetOf(range.end)),
    text,
  );
}

const arm = '  condition: arm\n';

describe('checking a data file against its study', () => {
  it('has nothing to say about data that fits, but for small cells', async () => {
    const codes = (await found(studyWith(arm), 'arm,choice\ngain,1\nloss,7')).map(({ code }) => code);
    expect(codes).to.deep.equal(['data/small-cell', 'data/small-cell']);
    const many = ['arm,choice', ...Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'gain' : 'loss'},1`)];
    expect(await found(studyWith(arm), many.join('\n'))).to.deep.equal([]);
  });

  it('says that the file is not there, at its name', () => {
    const text = studyWith(arm);
    const [missing, ...others] = checkData(readStudy(text), null);
    expect(missing).to.include({ code: 'data/missing-file', severity: 'error' });
    expect(marked(text, missing as Diagnostic)).to.equal('data.csv');
    expect(others).to.deep.equal([]);
  });

  it('finds columns that are not there, with the nearest name as a fix', async () => {
    const text = studyWith(
      '  id: respondant\n  condition: {column: arms}\n  outcomes: {choice: q1}\n  where: {done: [1]}\n  profile: [{column: Age}]\n',
    );
    const diagnostics = await foundOf('data/column', text, 'respondent,arm,choice,q11,age\n1,gain,1,1,30');
    expect(
      diagnostics.map((each) => [marked(text, each), each.severity, each.fixes[0]?.edits[0]?.newText]),
    ).to.deep.equal([
      ['respondant', 'error', 'respondent'],
      ['arms', 'error', 'arm'],
      ['q1', 'error', 'q11'],
      ['done', 'error', undefined],
      ['Age', 'error', 'age'],
    ]);
  });

  it('warns of an outcome without a column that the study does not name', async () => {
    const text = studyWith(arm);
    const [only, ...others] = await foundOf('data/column', text, 'arm,other\ngain,1');
    expect(only?.severity).to.equal('warning');
    expect(marked(text, only as Diagnostic)).to.equal('choice');
    expect(others).to.deep.equal([]);
  });

  it('says which value is no condition, how often and where first', async () => {
    const text = studyWith(arm);
    const [only] = await foundOf('data/condition-value', text, 'arm,choice\ngain,1\nLoss,2\nLoss,2');
    expect(only?.message).to.equal('"Loss" in arm is no condition (2 rows, first in row 2).');
    expect(only?.severity).to.equal('error');
    expect(marked(text, only as Diagnostic)).to.equal('arm');
  });

  it('maps a value that is almost the name of a condition without rows, in every form', async () => {
    const data = 'arm,choice\n0,1\nLoss,2';
    for (const [form, expected] of [
      ['arm', '  condition: {column: arm, values: {Loss: loss, gain: gain}}'],
      ['{column: arm}', '  condition: {values: {Loss: loss, gain: gain}, column: arm}'],
      ['{column: arm, values: {gain: gain}}', '  condition: {column: arm, values: {Loss: loss, gain: gain}}'],
    ] as const) {
      const text = studyWith(`  condition: ${form}\n`);
      const [only, ...others] = await foundOf('data/condition-value', text, data.replace('0', 'gain'));
      expect(fixed(text, only)).to.contain(`${expected}\n`);
      expect(others).to.deep.equal([]);
      expect(
        await foundOf('data/condition-value', fixed(text, only), data.replace('0', 'gain')),
      ).to.deep.equal([]);
    }
  });

  it('leaves out what where leaves out, and is only a warning when other columns decide', async () => {
    const data = 'arm,choice,done\npilot,1,0\ngain,2,1';
    const own = studyWith(`${arm}  where: {arm: {not: [pilot]}}\n`);
    expect(await foundOf('data/condition-value', own, data)).to.deep.equal([]);
    const other = studyWith(`${arm}  where: {done: [1]}\n`);
    expect(
      (await foundOf('data/condition-value', other, data)).map(({ severity }) => severity),
    ).to.deep.equal(['warning']);
  });

  it('says which answer is outside the scale', async () => {
    const text = studyWith(`${arm}  outcomes: {choice: q1}\n`);
    const [only] = await foundOf('data/outside-scale', text, 'arm,q1\ngain,8\ngain,1\ngain,8.0');
    expect(only?.message).to.equal(
      '"8" in q1 is no answer on the scale of `choice` (1 row, first in row 1).',
    );
    expect(only?.severity).to.equal('error');
    expect(marked(text, only as Diagnostic)).to.equal('q1');
  });

  it('takes a usual missing code for what it is and offers to declare it', async () => {
    const data = 'arm,choice\ngain,99\nloss,-99\nloss,1';
    for (const [declared, expected] of [
      ['', '  missing: [99]\n  data: data.csv'],
      ['  missing: [98]\n', '  missing: [99, 98]'],
      ['  missing:\n    - 98\n', '  missing:\n    - 99\n    - 98'],
    ] as const) {
      const text = studyWith(arm + declared);
      const diagnostics = await foundOf('data/undeclared-missing', text, data);
      expect(diagnostics.map(({ severity }) => severity)).to.deep.equal(['warning', 'warning']);
      expect(await foundOf('data/outside-scale', text, data)).to.deep.equal([]);
      const mended = fixed(text, diagnostics[0]);
      expect(mended).to.contain(expected);
      expect(await foundOf('data/undeclared-missing', mended, data)).to.have.length(1);
    }
    const human = await joinStudy(readStudy(studyWith(arm)).study, aTable(data), 'hash');
    expect(human.dropped.map(({ reason }) => reason)).to.deep.equal([
      'choice: 99 read as missing',
      'choice: -99 read as missing',
    ]);
  });

  it('warns of conditions that no row or hardly any row has', async () => {
    const text = studyWith(arm);
    const rows = Array.from({ length: 29 }, () => 'gain,1').join('\n');
    const diagnostics = await found(text, `arm,choice\n${rows}`);
    expect(diagnostics.map((each) => [each.code, marked(text, each)])).to.deep.equal([
      ['data/small-cell', 'gain'],
      ['data/empty-cell', 'loss'],
    ]);
  });

  it('warns of persona columns that identify people, and of no others', async () => {
    const columns = ['pid', 'contact', 'addr', 'worker', 'age', 'phone_service', 'region_name'];
    const profile = columns.map((column) => `    - {column: ${column}}\n`).join('');
    const text = studyWith(`${arm}  profile:\n${profile}`);
    const data = `arm,choice,${columns.join(',')}\ngain,1,7,a@b.org,10.0.0.1,A2ZXCVBNMASDF1,30,Cellphone only,North`;
    const diagnostics = await foundOf('data/identifying', text, data);
    expect(diagnostics.map((each) => marked(text, each))).to.deep.equal(['pid', 'contact', 'addr', 'worker']);
  });

  it('warns of what was measured afterwards', async () => {
    const text = studyWith(
      `${arm}  profile:\n    - {column: gender, field: gender, values: {1: Male}}\n    - {column: mood, measured: post}\n`,
    );
    const data = 'arm,choice,gender,mood\ngain,1,1,3\ngain,1,Woman,3';
    expect(
      (await foundOf('profile/post-treatment', text, data)).map((each) => marked(text, each)),
    ).to.deep.equal(['mood']);
  });

  it('has nothing to say about a study without human data', () => {
    expect(checkData(readStudy(studyWith('').replace(/respondents:[^]*/, '')), null)).to.deep.equal([]);
  });
});
