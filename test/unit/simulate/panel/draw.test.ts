import { expect } from 'chai';
import { drawPanel } from '../../../../src/simulate/panel/draw';
import type { PanelSample } from '../../../../src/simulate/panel/sample';
import type { Person } from '../../../../src/data/types';
import type { Panel } from '../../../../src/study/types';
import { aMargin, aPanel, aPerson, aProfileField } from '../../../fakes/builders';

/** Rows with one gender each, of these weights. */
function rows(genders: readonly string[], weights: readonly number[] = []): PanelSample {
  const people = genders.map((gender, i) => aPerson(`panel-${i + 1}`, { gender }, weights[i] ?? 1));
  return { rows: people, unweighted: 0 };
}

function many(n: number, weightOf: (i: number) => number = () => 1): PanelSample {
  return rows(
    Array.from({ length: n }, (_, i) => (i % 4 === 0 ? 'Male' : 'Female')),
    Array.from({ length: n }, (_, i) => weightOf(i)),
  );
}

const fromRows = (size: number, margins: Panel['margins'] = []): Panel =>
  aPanel({ size, margins, sample: { file: 'm.csv', profile: [aProfileField('gender')], weight: undefined } });

const ids = (people: readonly Person[]): readonly string[] => people.map(({ id }) => id);

function share(people: readonly Person[], field: string, value: string): number {
  const has = people.filter(({ profile }) =>
    profile.some((entry) => entry.column === field && entry.value === value),
  );
  return has.length / people.length;
}

describe('a panel drawn from rows', () => {
  it('has each row at most once while there are rows enough', () => {
    const { people, warnings } = drawPanel(fromRows(40), many(100), 1);
    expect(people).to.have.length(40);
    expect(new Set(ids(people)).size).to.equal(40);
    expect(warnings).to.deep.equal([]);
  });

  it('has every row once when it is as large as the file, in file order', () => {
    expect(ids(drawPanel(fromRows(5), many(5), 3).people)).to.deep.equal(ids(many(5).rows));
  });

  it('repeats rows evenly when it is larger, each copy under its own name', () => {
    const drawn = ids(drawPanel(fromRows(5), rows(['Male', 'Female']), 1).people);
    expect(drawn).to.have.length(5);
    expect(new Set(drawn).size).to.equal(5);
    expect(drawn).to.include.members(['panel-1', 'panel-1-2', 'panel-2', 'panel-2-2']);
  });

  it('has rows as often as their weights say, and those of weight 0 never', () => {
    const drawn = ids(drawPanel(fromRows(6), rows(['a', 'b', 'c'], [4, 2, 0]), 1).people);
    expect(drawn).to.deep.equal(['panel-1', 'panel-1-2', 'panel-1-3', 'panel-1-4', 'panel-2', 'panel-2-2']);
  });

  it('uses the weights up: all its people count alike', () => {
    const { people } = drawPanel(
      fromRows(10),
      many(30, (i) => 1 + i),
      1,
    );
    expect(people.map(({ weight }) => weight)).to.deep.equal(Array(10).fill(1));
  });

  it('is the same for a seed and another for another', () => {
    const of = (seed: number) => ids(drawPanel(fromRows(20), many(100), seed).people);
    expect(of(1)).to.deep.equal(of(1));
    expect(of(1)).not.to.deep.equal(of(2));
  });

  it('gives every row its chance, over many seeds', () => {
    const weights = [1, 2, 3, 4];
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 2_000; seed += 1)
      for (const { id } of drawPanel(fromRows(2), rows(['a', 'b', 'c', 'd'], weights), seed).people)
        counts[Number(id.split('-')[1]) - 1]! += 1;
    counts.forEach((count, i) => expect(count / 4_000).to.be.closeTo((weights[i] ?? 0) / 10, 0.02));
  });

  it('is raked to margins', () => {
    const panel = fromRows(4_000, [aMargin('gender', { Male: 0.6, Female: 0.4 })]);
    expect(share(drawPanel(panel, many(400), 1).people, 'gender', 'Male')).to.be.closeTo(0.6, 0.01);
  });

  it('leaves rows out that lack a field with a margin, and says so', () => {
    const panel = fromRows(2, [aMargin('gender', { Male: 1 })]);
    const sample = { rows: [aPerson('panel-1', { gender: 'Male' }), aPerson('panel-2')], unweighted: 2 };
    const { people, warnings } = drawPanel(panel, sample, 1);
    expect(ids(people)).to.deep.equal(['panel-1', 'panel-1-2']);
    expect(warnings).to.deep.equal([
      "2 rows of the panel's file have no weight and are left out.",
      "1 row of the panel's file lacks a field with a margin and is left out.",
    ]);
  });

  const refused: readonly (readonly [string, Panel, PanelSample, string])[] = [
    ['no row has a weight', fromRows(2), rows(['Male'], [0]), 'panel/empty'],
    [
      'no row stands for a value with a share',
      fromRows(2, [aMargin('gender', { Male: 0.5, Other: 0.5 })]),
      rows(['Male']),
      'stats/empty-target-cell',
    ],
    [
      'a row has a value without a share',
      fromRows(2, [aMargin('gender', { Male: 1 })]),
      rows(['Male', 'Female']),
      'stats/category-without-target',
    ],
    [
      'a margin is no field of the rows',
      fromRows(2, [aMargin('age', { 20: 1 })]),
      rows(['Male']),
      'panel/margin-field',
    ],
  ];
  for (const [why, panel, sample, code] of refused)
    it(`is refused when ${why}`, () => {
      expect(() => drawPanel(panel, sample, 1))
        .to.throw()
        .with.property('code', code);
    });
});

describe('a panel drawn from margins alone', () => {
  const panel = aPanel({
    size: 4_000,
    margins: [
      aMargin('gender', { Male: 0.3, Female: 0.7, Other: 0 }),
      aMargin('tenure', { Rents: 0.5, Owns: 0.5 }),
    ],
  });

  it('has the shares of each field', () => {
    const { people } = drawPanel(panel, undefined, 1);
    expect(share(people, 'gender', 'Male')).to.be.closeTo(0.3, 0.03);
    expect(share(people, 'tenure', 'Owns')).to.be.closeTo(0.5, 0.03);
    expect(share(people, 'gender', 'Other')).to.equal(0);
  });

  it('names known fields as personas do, and others by their own name', () => {
    const [person] = drawPanel(panel, undefined, 1).people;
    expect(person?.profile.map(({ field, label }) => [field, label])).to.deep.equal([
      ['gender', 'Gender'],
      [undefined, 'tenure'],
    ]);
  });

  it('says that combinations are not those of a population', () => {
    expect(drawPanel(panel, undefined, 1).warnings.join()).to.match(
      /drawn independently of each other \(gender, tenure\)/,
    );
  });
});
