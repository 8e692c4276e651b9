import { expect } from 'chai';
import { evaluate } from '../../../src/evaluate/evaluate';
import type { Contrast, Study } from '../../../src/study/types';
import type { HumanRow } from '../../../src/data/types';
import {
  aBinaryScale,
  aCondition,
  aContrast,
  aHumanRow,
  anOrdinalScale,
  anOutcome,
  aPerson,
  aStudy,
  humanData,
} from '../../fakes/builders';
import { anAnswer, aRun } from './builders';

/** Frame (plain, loss) × expert (no, yes); each cell with its answers of people who answer once. */
const conditions = [
  ['plain', 'no'],
  ['plain', 'yes'],
  ['loss', 'no'],
  ['loss', 'yes'],
].map(([frame = '', expert = '']) =>
  aCondition(`${frame}.${expert}`, {
    control: frame === 'plain' && expert === 'no',
    levels: [
      { factor: 'frame', level: frame },
      { factor: 'expert', level: expert },
    ],
  }),
);
const answers: Readonly<Record<string, readonly number[]>> = {
  'plain.no': [1, 2, 3, 2],
  'plain.yes': [2, 4],
  'loss.no': [5, 6, 7],
  'loss.yes': [3, 5, 4, 4, 6, 2],
};

function factorial(contrast: Partial<Contrast>): Study {
  return aStudy({
    conditions,
    crossed: true,
    factors: ['frame', 'expert'].map((id) => ({ id, levels: [] })),
    contrasts: [aContrast(contrast)],
  });
}

function rowsOf(
  change: (person: number) => Readonly<Record<string, string>> = () => ({}),
): readonly HumanRow[] {
  let number = 0;
  return Object.entries(answers).flatMap(([condition, codes]) =>
    codes.map((code) => {
      number += 1;
      return aHumanRow(aPerson(`p${number}`, change(number)), condition, { choice: code });
    }),
  );
}

function effectOf(study: Study, rows: readonly HumanRow[], change: Parameters<typeof humanData>[1] = {}) {
  const records = rows.flatMap(({ person, condition, item, answers: own }, index) =>
    [...own].map(([outcome, code]) => ({ ...anAnswer(index, person.id, condition, code, outcome), item })),
  );
  const human = humanData(rows, change);
  const { effects, warnings } = evaluate(study, human, records, aRun({ people: human.people }));
  const [effect] = effects;
  if (effect === undefined) throw new Error('there is no effect');
  return { ...effect, warnings };
}

describe('a contrast of two levels of a factor', () => {
  const levels = { id: 'frame', treatment: 'loss', control: 'plain' };

  it('is the mean of the differences in the cells of the others, with their variances', () => {
    const of = { kind: 'factor', factor: 'frame', estimator: 'cells' } as const;
    const { observed, predicted, form, kind } = effectOf(factorial({ ...levels, of }), rowsOf());
    expect(observed?.estimate).to.be.closeTo((6 - 2 + (4 - 3)) / 2, 1e-12);
    const variances = [2 / 3 / 4, 2 / 2, 1 / 3, 2 / 6];
    expect(observed?.se).to.be.closeTo(Math.sqrt(variances.reduce((a, b) => a + b) / 4), 1e-12);
    expect(predicted?.estimate).to.be.closeTo(2.5, 1e-12);
    expect([form, kind]).to.deep.equal(['frame, mean over the other factors', 'factor']);
  });

  it('leaves out a cell of the others in which only one of the levels was shown', () => {
    const of = { kind: 'factor', factor: 'frame', estimator: 'cells' } as const;
    const rows = rowsOf().filter(({ condition }) => condition !== 'plain.yes');
    expect(effectOf(factorial({ ...levels, of }), rows).observed?.estimate).to.be.closeTo(4, 1e-12);
  });

  it('is the coefficient of the level where only main effects are assumed', () => {
    const of = { kind: 'factor', factor: 'frame', estimator: 'additive' } as const;
    const { observed, predicted, method } = effectOf(factorial({ ...levels, of }), rowsOf());
    // Differences in the cells, weighted by n₁n₂/(n₁ + n₂): 12/7 and 12/8.
    const expected = (4 * (12 / 7) + 1 * (12 / 8)) / (12 / 7 + 12 / 8);
    expect(observed?.estimate).to.be.closeTo(expected, 1e-12);
    expect(predicted?.estimate).to.be.closeTo(expected, 1e-12);
    expect(method).to.equal('HC2');
  });
});

describe('a contrast of a share', () => {
  it('is a difference of proportions in points of per cent', () => {
    const study = factorial({ treatment: 'loss.yes', control: 'plain.no', share: [3, 4] });
    const { observed, predicted, form } = effectOf(study, rowsOf());
    expect(observed?.estimate).to.be.closeTo(3 / 6 - 1 / 4, 1e-12);
    expect(observed?.points).to.be.closeTo(25, 1e-9);
    expect(predicted?.points).to.be.closeTo(25, 1e-9);
    expect(form).to.equal('share answering 3 or 4');
  });

  it('works on answers that have no order', () => {
    const scale = { ...aBinaryScale(['Tea', 'Coffee']), type: 'nominal' as const };
    const study = aStudy({
      outcomes: [anOutcome('choice', { scale })],
      contrasts: [aContrast({ share: [1] })],
    });
    const rows = [1, 1, 0, 1].map((code, index) =>
      aHumanRow(aPerson(`p${index}`), index < 2 ? 'loss' : 'gain', { choice: code }),
    );
    const { observed, form } = effectOf(study, rows);
    expect([observed?.estimate, form]).to.deep.equal([0.5, 'share answering Coffee']);
  });

  it('takes a published figure in points as points of per cent', () => {
    const published = { estimate: -11.4, se: undefined, ci: [-17, -5.9] as const, unit: 'points' as const };
    const study = factorial({ treatment: 'loss.yes', control: 'plain.no', share: [3, 4], published });
    const { published: found } = effectOf(study, rowsOf());
    expect(found?.points).to.be.closeTo(-11.4, 1e-12);
    expect(found?.pointsCi?.[0]).to.be.closeTo(-17, 1e-12);
  });
});

describe('a contrast that is adjusted', () => {
  const study = (adjust: readonly string[]) =>
    factorial({ treatment: 'loss.no', control: 'plain.no', adjust });

  it('holds a number constant as a slope and is HC2', () => {
    const rows = rowsOf((person) => ({ age: String(person) }));
    const { observed, predicted, method, form } = effectOf(study(['age']), rows);
    // Ages 1 to 4 with answers 1 2 3 2, and 7 to 9 with 5 6 7: within the arms 4/7 of an answer a year.
    expect(observed?.estimate).to.be.closeTo(6 - 2 - (4 / 7) * (8 - 2.5), 1e-9);
    expect(predicted?.estimate).to.be.closeTo(observed?.estimate ?? NaN, 1e-9);
    expect([method, form]).to.deep.equal(['HC2', 'adjusted for age']);
  });

  it('holds any other column constant value by value, and says who has none', () => {
    const rows = rowsOf((person): Readonly<Record<string, string>> =>
      person === 1 ? {} : { region: person % 2 === 0 ? 'north' : 'south' },
    );
    // Without p1: plain 2 (north), 3 (south), 2 (north); loss p7 5 (south), p8 6 (north), p9 7 (south).
    // Within regions: north 6 − 2 weighs 2/3, south 6 − 3 weighs 2/3.
    const { observed, warnings } = effectOf(study(['region']), rows);
    expect(observed?.estimate).to.be.closeTo((4 + 3) / 2, 1e-12);
    expect(warnings).to.include('loss-gain: 1 answer is left out, for want of region.');
  });
});

describe('a contrast that ignores the weights', () => {
  const weights = [1, 3, 1, 3];
  const rows = [1, 2, 5, 7].map((code, index) =>
    aHumanRow(aPerson(`p${index}`, {}, weights[index] ?? 1), index < 2 ? 'gain' : 'loss', { choice: code }),
  );
  const effect = (weighted: boolean) =>
    effectOf(aStudy({ contrasts: [aContrast({ weighted })] }), rows, { weighted: true });

  it('has plain means on both sides', () => {
    expect(effect(true).observed?.estimate).to.be.closeTo(6.5 - 1.75, 1e-12);
    expect(effect(true).predicted?.estimate).to.be.closeTo(6.5 - 1.75, 1e-12);
    expect(effect(false).observed?.estimate).to.be.closeTo(6 - 1.5, 1e-12);
    expect(effect(false).predicted?.estimate).to.be.closeTo(6 - 1.5, 1e-12);
    expect(effect(false).form).to.equal('unweighted');
  });
});

describe('people who stand in a contrast more than once', () => {
  it('give the paired t interval where everybody answers both', () => {
    const before = [3, 4, 2, 5, 4, 3];
    const after = [4, 4, 3, 6, 6, 3];
    const rows = before.flatMap((code, index) => [
      aHumanRow(aPerson(`p${index}`), 'gain', { choice: code }),
      aHumanRow(aPerson(`p${index}`), 'loss', { choice: after[index] ?? NaN }),
    ]);
    const { observed, method } = effectOf(aStudy({ contrasts: [aContrast()], design: 'within' }), rows);
    expect(observed?.estimate).to.be.closeTo(0.8333333333333334, 1e-12);
    expect(observed?.se).to.be.closeTo(0.3073181485764296, 1e-12);
    expect(observed?.ci?.[0]).to.be.closeTo(0.04334688284138144, 1e-9);
    expect(method).to.equal('CR2 by respondent, 6 clusters');
  });

  it('are clusters of a column that was assigned as a whole', () => {
    const rows = rowsOf((person) => ({ school: `s${Math.floor(person / 2)}` }));
    const assignment = { unit: 'school', probabilities: [], blocks: [] };
    const study = { ...factorial({ treatment: 'loss.yes', control: 'plain.no' }), assignment };
    expect(effectOf(study, rows).method).to.equal('CR2 by school, 6 clusters');
    const without = effectOf(study, rowsOf());
    expect(without.method).to.equal('');
    expect(without.warnings.join('\n')).to.contain('evaluate/unsupported: The clusters of school');
  });
});

describe('a contrast of items by their fields', () => {
  const item = (id: string, veracity: string) => ({
    id,
    text: id,
    fields: [{ name: 'veracity', value: veracity }],
    wording: 'verbatim' as const,
    variants: [],
  });
  const study = (change: Partial<Study> = {}) =>
    aStudy({
      outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 7 }) })],
      items: [item('a', 'true'), item('b', 'true'), item('c', 'false')],
      contrasts: [
        aContrast({
          items: {
            plus: [{ field: 'veracity', values: ['true'] }],
            minus: [{ field: 'veracity', values: ['false'] }],
          },
        }),
      ],
      ...change,
    });
  const seen: readonly (readonly [string, string, string, number])[] = [
    ['p1', 'gain', 'a', 4],
    ['p1', 'gain', 'b', 5],
    ['p1', 'gain', 'c', 3],
    ['p2', 'gain', 'a', 6],
    ['p2', 'gain', 'c', 2],
    ['p3', 'loss', 'a', 7],
    ['p3', 'loss', 'c', 1],
    ['p4', 'loss', 'b', 6],
    ['p4', 'loss', 'c', 2],
  ];
  const rows = seen.map(([person, condition, id, code]) =>
    aHumanRow(aPerson(person), condition, { choice: code }, { item: id }),
  );

  it('is the difference of the differences over the rows of each side, by respondent', () => {
    const { observed, predicted, form, method } = effectOf(study(), rows);
    expect(observed?.estimate).to.be.closeTo(6.5 - 5 - (1.5 - 2.5), 1e-12);
    expect(predicted?.estimate).to.be.closeTo(2.5, 1e-12);
    expect(form).to.equal('items veracity true − veracity false');
    expect(method).to.equal('CR2 by respondent, 4 clusters');
  });

  it('is the effect on the items of one side where there is no other', () => {
    const contrast = aContrast({
      items: { plus: [{ field: 'veracity', values: ['false'] }], minus: undefined },
    });
    const { observed } = effectOf(study({ contrasts: [contrast] }), rows);
    expect(observed?.estimate).to.be.closeTo(-1, 1e-12);
  });

  it('reads the fields that an item has in a condition', () => {
    const [a, b, c] = [item('a', 'true'), item('b', 'true'), item('c', 'false')];
    const turned = {
      ...c,
      variants: [{ condition: 'loss', text: '', fields: [{ name: 'veracity', value: 'true' }] }],
    };
    const { observed } = effectOf(study({ items: [a, b, turned] }), rows);
    expect(observed).to.equal(null);
  });

  it('has a cell for each item, named with it', () => {
    const human = humanData(rows);
    const records = rows.map(({ person, condition, item: id }, index) => ({
      ...anAnswer(index, person.id, condition, 1),
      item: id,
    }));
    const { cells, warnings } = evaluate(study(), human, records, aRun());
    expect(cells.map(({ condition, item: id, nObserved }) => [condition, id, nObserved])).to.deep.equal([
      ['gain', 'a', 2],
      ['gain', 'b', 1],
      ['gain', 'c', 2],
      ['loss', 'a', 1],
      ['loss', 'b', 1],
      ['loss', 'c', 2],
    ]);
    expect(warnings.join('\n')).to.contain(
      'Fewer than 30 human answers in gain · choice · a, gain · choice · b',
    );
  });
});

describe('contrasts that this version does not work out', () => {
  const said = (contrast: Partial<Contrast>, change: Partial<Study> = {}) =>
    effectOf({ ...aStudy({ contrasts: [aContrast(contrast)] }), ...change }, [
      aHumanRow(aPerson('p'), 'gain', { choice: 1 }),
      aHumanRow(aPerson('q'), 'loss', { choice: 2 }),
    ]);

  it('are attributes of what is no conjoint', () => {
    const { observed, predicted, warnings } = said({ of: { kind: 'attribute', attribute: 'rate' } });
    expect([observed, predicted]).to.deep.equal([null, null]);
    expect(warnings).to.include(
      'evaluate/unsupported: No effect of loss-gain: choice is no conjoint, so it has no attribute.',
    );
  });

  it('are published log-odds ratios, which have no raw unit', () => {
    const published = { estimate: 0.5, se: 0.1, ci: undefined, unit: 'logit' as const };
    const { published: found, warnings } = said({ published });
    expect(found).to.equal(null);
    expect(warnings.join('\n')).to.contain('evaluate/unsupported: The published effect of loss-gain');
  });
});
