import { expect } from 'chai';
import { checkData } from '../../../src/data/check';
import { profileTable } from '../../../src/data/profiling/profile';
import { wantedOf } from '../../../src/data/profiling/wanted';
import { readStudy } from '../../../src/study/read';
import type { Diagnostic } from '../../../src/util/diagnostic';
import { aTable } from '../../fakes/builders';

/** What is found, without errors of the study itself. */
async function found(text: string, data: string, codes?: readonly string[]): Promise<readonly Diagnostic[]> {
  const document = readStudy(text);
  expect(document.diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
  const profile = await profileTable(aTable(data), 'data.csv', wantedOf(document.study));
  return checkData(document, profile).filter(({ code }) => codes?.includes(code) ?? true);
}

function told(text: string, diagnostics: readonly Diagnostic[]): readonly (readonly string[])[] {
  return diagnostics.map(({ code, severity, range, message }) => {
    const line = text.split('\n')[range.start.line] ?? '';
    return [code, severity, line.slice(range.start.character, range.end.character), message];
  });
}

/** The same row many times. */
function times(n: number, ...rows: readonly string[]): string {
  return rows.flatMap((row) => Array.from({ length: n }, () => row)).join('\n');
}

const head = `vignette: 1
id: s
title: S
`;
const arms = `conditions:
  gain: {control: true, text: One.}
  loss: {text: Two.}
`;
const choice = `outcomes:
  choice:
    question: Which?
    scale: {type: ordinal, points: 7}
`;

describe('checking cells against the data', () => {
  const items = `items:
  a: {text: A}
  b: {text: B}
`;
  const text = `${head}${arms}${choice}${items}respondents:
  data: data.csv
  condition: arm
  item: item
`;

  it('counts the answers in each cell of condition, outcome and item', async () => {
    const data = `arm,item,choice\n${times(30, 'gain,a,1', 'gain,b,1', 'loss,a,1')}\n${times(12, 'loss,b,2')}`;
    expect(told(text, await found(text, data))).to.deep.equal([
      [
        'data/small-cell',
        'warning',
        'loss',
        '1 of 2 items have fewer than 30 answers to `choice` in the condition `loss`; `b` has the fewest, 12.',
      ],
    ]);
  });

  it('says that a cell has rows and no answers', async () => {
    const plain = text.replace(items, '').replace('  item: item\n', '');
    const data = `arm,choice\n${times(40, 'gain,1', 'loss,')}`;
    expect(told(plain, await found(plain, data))).to.deep.equal([
      ['data/empty-cell', 'warning', 'loss', 'The data has no answer to `choice` in the condition `loss`.'],
    ]);
  });

  it('counts only rows that where keeps', async () => {
    const plain = `${text.replace(items, '').replace('  item: item\n', '')}  where: {done: [1]}\n`;
    const data = `arm,choice,done\n${times(40, 'gain,1,1', 'loss,1,0')}`;
    expect(told(plain, await found(plain, data, ['data/empty-cell', 'data/small-cell']))).to.deep.equal([
      ['data/empty-cell', 'warning', 'loss', 'The data has no row of the condition `loss`.'],
    ]);
  });

  it('says nothing about cells while values name none, or their columns are not there', async () => {
    const cells = ['data/empty-cell', 'data/small-cell'];
    expect(await found(text, 'arm,item,choice\ngain,a,1\nlost,a,1', cells)).to.deep.equal([]);
    expect(await found(text, 'arm,item,choice\ngain,c,1', cells)).to.deep.equal([]);
    expect(await found(text, 'arms,item,choice\ngain,a,1', cells)).to.deep.equal([]);
    const unanswered = await found(text, `arm,item\n${times(40, 'gain,a', 'loss,a')}`);
    expect(unanswered.map(({ code }) => code)).to.deep.equal(['data/column']);
  });

  it('says which value is no item, with the nearest free one as a fix', async () => {
    const [only, ...others] = await found(text, 'arm,item,choice\ngain,a,1\nloss,B,1', ['data/item-value']);
    expect(only).to.deep.include({
      severity: 'error',
      message: '"B" in item is no item (1 row, first in row 2).',
    });
    expect(only?.fixes[0]?.edits[0]?.newText).to.equal('{column: item, values: {B: b, a: a}}');
    expect(others).to.deep.equal([]);
  });

  it('asks for the columns of conditions and items', async () => {
    const bare = text.replace('  condition: arm\n  item: item\n', '');
    expect(told(bare, await found(bare, 'choice\n1')).map(([code, , at]) => [code, at])).to.deep.equal([
      ['data/no-condition', 'respondents'],
    ]);
    const armed = text.replace('  item: item\n', '');
    expect((await found(armed, 'arm,choice\ngain,1')).map(({ code }) => code)).to.deep.equal([
      'data/no-item',
    ]);
  });
});

describe('checking a crossed study against the data', () => {
  const text = `${head}factors:
  frame: {gain: G, loss: L}
  expert: {no: "", yes: E}
crossed: {text: "{{ frame }} {{ expert }}", control: {frame: gain, expert: no}, omit: [{frame: loss, expert: yes}]}
${choice}respondents:
  data: data.csv
  condition: {factors: {frame: f, expert: e}}
`;

  it('finds values that are no levels, and levels that are together no condition', async () => {
    const level = await found(text, 'f,e,choice\ngain,maybe,1', ['data/condition-value']);
    expect(told(text, level).map(([, severity, at, message]) => [severity, at, message])).to.deep.equal([
      ['error', 'e', '"maybe" in e is no level of expert (1 row, first in row 1).'],
    ]);
    const both = await found(text, 'f,e,choice\nloss,yes,1', ['data/condition-value']);
    expect(both.map(({ message }) => message)).to.deep.equal([
      '"loss × yes" in f × e is no condition (1 row).',
    ]);
  });

  it('asks for a column for each factor', async () => {
    const half = text.replace('{factors: {frame: f, expert: e}}', '{factors: {frame: f}}');
    expect((await found(half, 'f,choice\ngain,1')).map(({ code }) => code)).to.deep.equal([
      'data/no-condition',
    ]);
  });

  it('counts cells of crossed conditions', async () => {
    const data = `f,e,choice\n${times(30, 'gain,no,1', 'loss,no,1')}`;
    expect(told(text, await found(text, data))).to.deep.equal([
      ['data/empty-cell', 'warning', 'crossed', 'The data has no row of the condition `gain.yes`.'],
    ]);
  });
});

describe('checking answers on several options against the data', () => {
  const text = `${head}outcomes:
  media:
    question: Which?
    scale: {type: multiselect, options: {1: TV, 2: Web}}
  order:
    question: In which order?
    scale: {type: rank, options: {1: TV, 2: Web}}
respondents:
  data: data.csv
  outcomes:
    media: {columns: {1: m1, 2: m2}}
    order: {columns: {1: o1, 2: o2}}
`;
  const others = ['data/column', 'data/outside-scale', 'data/undeclared-missing'];

  it('finds values that are no marks and no ranks', async () => {
    const data = 'm1,m2,o1,o2\n1,2,1,2\n0,-99,2,3\nx,,2,1';
    expect(told(text, await found(text, data, others)).map(([code, , at]) => [code, at])).to.deep.equal([
      ['data/undeclared-missing', 'm2'],
      ['data/outside-scale', 'm2'],
      ['data/outside-scale', 'o2'],
    ]);
  });

  it('finds columns that are not there, and options without a column', async () => {
    const data = 'm1,o1,o2\n1,1,2';
    expect(told(text, await found(text, data, others)).map(([code, , at]) => [code, at])).to.deep.equal([
      ['data/column', 'm2'],
    ]);
    const half = text.replace('{1: m1, 2: m2}', '{1: m1}');
    expect(
      told(half, await found(half, data, others)).map(([, , at, message]) => [at, message]),
    ).to.deep.equal([['{1: m1}', 'No column is named for 2 (Web) of `media`.']]);
  });

  it('reads a list of codes in one column, but no ranking', async () => {
    const listed = text.replace('{columns: {1: m1, 2: m2}}', 'm').replace('{columns: {1: o1, 2: o2}}', 'o');
    const diagnostics = await found(listed, 'm,o\n1;2,2;1\n3,1', others);
    expect(told(listed, diagnostics).map(([code, , at]) => [code, at])).to.deep.equal([
      ['data/outside-scale', 'm'],
      ['data/column', 'o'],
    ]);
  });
});

describe('checking a conjoint against the data', () => {
  const text = `${head}outcomes:
  plan:
    question: Which?
    scale:
      type: choice
      tasks: 2
      alternatives: 2
      attributes:
        rate: {label: Rate, levels: {5: "5%", 15: "15%", 25: "25%"}}
respondents:
  data: data.csv
  conjoint: {task: task, chosen: chosen, attributes: {rate: top}}
`;

  it('finds unknown levels and choices, and levels without alternatives', async () => {
    const data = `task,chosen,top\n${times(30, '1,1,5.0', '1,0,15')}`;
    expect(told(text, await found(text, data))).to.deep.equal([
      ['data/empty-cell', 'warning', '25', 'The data has no alternative with the level `25` of `rate`.'],
    ]);
    const odd = await found(text, `${data}\n2,2,35`);
    expect(told(text, odd).map(([code, , at]) => [code, at])).to.deep.equal([
      ['data/outside-scale', 'chosen'],
      ['data/attribute-level', 'top'],
    ]);
  });

  it('finds columns that are not there', async () => {
    const diagnostics = await found(text, 'tasks,chosen,topp\n1,1,5');
    expect(told(text, diagnostics).map(([code, , at]) => [code, at])).to.deep.equal([
      ['data/column', 'task'],
      ['data/column', 'top'],
    ]);
  });
});

describe('checking personas against the data', () => {
  const text = `${head}${arms}${choice}respondents:
  data: data.csv
  id: id
  condition: arm
  profile:
    - {column: seen}
    - {column: age, field: age}
    - {column: gender, field: gender, values: {1: Male}}
    - {column: copy}
`;
  const rows = Array.from({ length: 80 }, (_, i) => {
    const answer = 1 + (Math.floor(i / 2) % 7);
    return `${i},${i % 2 ? 'gain' : 'loss'},${answer},${i % 2 ? 'film' : 'none'},${20 + (i % 37)},${1 + (i % 3)},c${answer}`;
  });
  const data = ['id,arm,choice,seen,age,gender,copy', ...rows].join('\n');

  it('warns of columns that tell the condition or the answer, and of no others', async () => {
    const telling = await found(text, data, ['profile/predicts-condition', 'profile/predicts-outcome']);
    expect(told(text, telling).map(([code, , at]) => [code, at])).to.deep.equal([
      ['profile/predicts-condition', 'seen'],
      ['profile/predicts-outcome', 'copy'],
    ]);
    const few = data.split('\n').slice(0, 29).join('\n');
    expect(await found(text, few, ['profile/predicts-condition'])).to.deep.equal([]);
  });

  it('takes many rows of few people for few people', async () => {
    const ten = rows.map((row, i) => row.replace(/^\d+/, `${i % 10}`));
    const same = [data.split('\n')[0], ...ten].join('\n');
    expect(await found(text, same, ['profile/predicts-condition'])).to.deep.equal([]);
  });

  it('hints at words that a fine-tuned model has not read, in the words of the persona', async () => {
    const hints = await found(text, data, ['profile/vocabulary']);
    expect(told(text, hints)).to.deep.equal([
      ['profile/vocabulary', 'hint', 'gender', '"2", "3" are outside of the vocabulary of `gender`.'],
    ]);
  });

  it('finds weights that are none', async () => {
    const weighted = text.replace('  id: id\n', '  survey: {weight: w}\n');
    const [only] = await found(weighted, 'arm,choice,w\ngain,1,-2\nloss,1,0', ['data/weight']);
    expect(only?.message).to.equal('"-2" in w is no weight (1 row of this kind, first in row 1).');
  });

  it('finds columns that other sections name', async () => {
    const asking = `${text.replace('points: 7}', 'points: 7}\n    askIf: {column: owner, is: [1]}')}assignment: {unit: village, blocks: [region]}
`;
    const columns = await found(asking, data, ['data/column']);
    expect(told(asking, columns).map(([, , at]) => at)).to.deep.equal(['owner', 'village', 'region']);
  });
});

describe('checking the sample of a panel', () => {
  const text = `${head}${choice}panel:
  size: 10
  sample: people.csv
  weight: w
  profile:
    - {column: sex, field: gender, values: {1: Male, 2: Female}}
    - {column: email}
  margins:
    gender: {Male: 0.5, Female: 0.4, Other: 0.1}
    age: {old: 1}
`;

  async function sampled(data: string | null): Promise<readonly (readonly string[])[]> {
    const document = readStudy(text);
    const sample = data === null ? null : await profileTable(aTable(data), 'people.csv');
    return told(text, checkData(document, undefined, sample)).map(([code = '', severity = '', at = '']) => [
      code,
      severity,
      at,
    ]);
  }

  it('says that the file is not there', async () => {
    expect(await sampled(null)).to.deep.equal([['data/missing-file', 'error', 'people.csv']]);
  });

  it('finds columns, weights and personas that are wrong, and shares of values that nobody has', async () => {
    expect(await sampled('sex,email,w\n1,a@b.org,1\n2,b@b.org,-1\n3,c@b.org,1')).to.deep.equal([
      ['data/weight', 'error', 'w'],
      ['profile/vocabulary', 'hint', 'sex'],
      ['data/identifying', 'warning', 'email'],
      ['data/margin-value', 'error', 'gender'],
      ['data/margin-value', 'warning', 'gender'],
      ['data/column', 'error', 'age'],
    ]);
    expect(await sampled('sexe,email\n1,x')).to.deep.include(['data/column', 'error', 'w']);
  });
});
