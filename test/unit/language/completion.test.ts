import { expect } from 'chai';
import { completions } from '../../../src/language/completion';
import type { Environment } from '../../../src/language/types';
import { ordersNames, strategyNames } from '../../../src/study/strategies';
import { changed, GOOD } from '../study/texts';
import { aColumn, aDataProfile, anEnvironment, atCursor } from './places';

const data = aDataProfile([
  aColumn('arm', ['0', '1']),
  aColumn('sex', ['1', '2']),
  aColumn('status', ['done', 'not yet: waiting']),
]);

function labels(text: string, environment: Partial<Environment> = {}): readonly string[] {
  const { document, position } = atCursor(text);
  return completions(document, position, anEnvironment(environment)).map(({ label }) => label);
}

/** The text after the first proposal with this label was taken, the rest unchanged. */
function taken(text: string, label: string, environment: Partial<Environment> = {}): string {
  const { document, position } = atCursor(text);
  const found = completions(document, position, anEnvironment(environment)).find(
    (one) => one.label === label,
  );
  if (!found) throw new Error(`No ${label}`);
  const lines = document.text.split('\n');
  const line = lines[found.range.start.line] ?? '';
  lines[found.range.start.line] =
    line.slice(0, found.range.start.character) + found.insert + line.slice(found.range.end.character);
  return lines.join('\n');
}

describe('completion of keys', () => {
  it('offers at the top what is not there yet', () => {
    const found = labels(`${GOOD}│`);
    expect(found).to.include.members(['respondents', 'contrasts', 'population']);
    expect(found).to.not.include.members(['title', 'panel']);
  });

  it('offers in an empty file what a study must have first', () => {
    expect(labels('│').slice(0, 4)).to.deep.equal(['vignette', 'id', 'title', 'outcomes']);
  });

  it('works on an unfinished line between others', () => {
    expect(labels(changed('    question: Which', '    ro│\n    question: Which'))).to.include('role');
  });

  it('works inside braces', () => {
    expect(labels(changed('{control: true,', '{control: true, │,'))).to.include.members(['label', 'pages']);
    expect(labels(changed('type: ordinal, points: 7,', 'type: ordinal, │')))
      .to.include('points')
      .and.not.include('step');
  });

  it('continues a mapping on the next line, and in braces on the same', () => {
    expect(taken(`${GOOD}resp│`, 'respondents')).to.equal(`${GOOD}respondents:\n  data: \$0`);
    expect(taken(changed('loss: {factors', 'loss: {la│, factors'), 'label')).to.contain(
      'loss: {label: $0, factors',
    );
  });

  it('names the conditions that a question can differ in', () => {
    expect(labels(changed('    scale: agree7\n', '    scale: agree7\n    in:\n      │\n'))).to.deep.equal([
      'gain',
      'loss',
    ]);
  });

  it('offers the values of the condition column', () => {
    const text = `${GOOD}respondents:\n  data: d.csv\n  condition: {column: arm, values: {0: gain, │}}\n`;
    expect(labels(text, { data })).to.deep.equal(['1']);
  });
});

describe('completion of values', () => {
  it('offers what a key can be', () => {
    expect(labels(`${GOOD}design: │`)).to.deep.equal(['between', 'within', 'mixed']);
    expect(labels(`${GOOD}simulate: {strategy: │}`)).to.have.members([...strategyNames]);
    expect(labels(`${GOOD}simulate: {orders: │}`)).to.deep.equal([...ordersNames]);
  });

  it('offers scales by name and by type', () => {
    const found = labels(changed('scale: agree7', 'scale: │'));
    expect(found[0]).to.equal('agree7');
    expect(found).to.include('{type: binary, …}');
  });

  it('offers conditions, outcomes and levels where they are referred to', () => {
    expect(labels(`${GOOD}contrasts:\n  - {outcome: │}\n`)).to.deep.equal(['choice', 'trust']);
    expect(labels(`${GOOD}contrasts:\n  - {outcome: choice, treatment: l│}\n`)).to.deep.equal([
      'gain',
      'loss',
    ]);
    expect(labels(changed('{frame: loss}', '{frame: │}'))).to.deep.equal(['gain', 'loss']);
    expect(labels(changed('    scale: agree7\n', '    scale: agree7\n    ask: [│]\n'))).to.deep.equal([
      'gain',
      'loss',
    ]);
  });

  it('offers models, data files and columns from around the study', () => {
    expect(labels(`${GOOD}simulate: {model: │}`, { models: ['local', 'gpt'] })).to.deep.equal([
      'local',
      'gpt',
    ]);
    expect(labels(`${GOOD}respondents:\n  data: │\n`, { dataFiles: ['d.csv'] })).to.deep.equal(['d.csv']);
    expect(labels(`${GOOD}respondents:\n  data: d.csv\n  weight: │\n`, { data })).to.deep.equal([
      'arm',
      'sex',
      'status',
    ]);
  });

  it('offers profile fields and the words of their vocabulary', () => {
    const entry = (written: string): string =>
      `${GOOD}respondents:\n  data: d.csv\n  profile:\n    - ${written}\n`;
    expect(labels(entry('{column: sex, field: │}')))
      .to.have.length(16)
      .and.include('party_id');
    expect(labels(entry('{column: sex, field: gender, values: {1: │}}'))).to.deep.equal(['Male', 'Female']);
    expect(labels(entry('│'), { data })).to.include('column');
  });

  it('offers the distinct values of a filtered column, quoted where YAML needs it', () => {
    const text = `${GOOD}respondents:\n  data: d.csv\n  where: {status: [│]}\n`;
    expect(labels(text, { data })).to.deep.equal(['done', 'not yet: waiting']);
    expect(taken(text, 'not yet: waiting', { data })).to.contain(
      '[“not yet: waiting”]'.replace(/[“”]/g, '"'),
    );
  });

  it('offers factors and profile fields inside a template, those of the condition first', () => {
    const text = changed(
      'If A is adopted, {{ frame }}."}\nout',
      'If A is adopted, {{ │ }}."}\nout',
      `${GOOD}respondents: {data: d.csv, profile: [{column: a, field: age}]}\n`,
    );
    expect(labels(text)).to.deep.equal(['frame', 'profile.age']);
  });

  it('offers nothing where any text may stand', () => {
    expect(labels(changed('title: Gain', 'title: │Gain'))).to.deep.equal([]);
  });
});
