import { expect } from 'chai';
import type { HumanChoice } from '../../../../src/data/types';
import { evaluate } from '../../../../src/evaluate/evaluate';
import type { AnswerRecord } from '../../../../src/simulate/types';
import type { ChoiceScale, Contrast } from '../../../../src/study/types';
import { aContrast, anOutcome, aPerson, aStudy, humanData } from '../../../fakes/builders';
import { aRecord, aRun } from '../builders';

const attributes = ['price', 'brand'].map((id) => ({
  id,
  label: `The ${id}`,
  levels: ['low', 'high'].map((level) => ({ id: level, text: `${level} ${id}` })),
}));
const scale: ChoiceScale = { type: 'choice', tasks: 2, alternatives: 2, attributes, restrict: [] };

/** Who was shown which two alternatives, in which task; the first was chosen. */
const tasks: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
  ['a', 1, ['low', 'low'], ['high', 'high']],
  ['a', 2, ['low', 'high'], ['high', 'low']],
  ['b', 1, ['high', 'low'], ['low', 'high']],
  ['b', 2, ['low', 'low'], ['high', 'high']],
  ['c', 1, ['low', 'high'], ['high', 'low']],
  ['c', 2, ['high', 'high'], ['low', 'low']],
];

const choices = (
  condition = 'gain',
  weights: Readonly<Record<string, number>> = {},
): readonly HumanChoice[] =>
  tasks.map(([person, task, first, second]) => ({
    person: aPerson(person, {}, weights[person] ?? 1),
    condition,
    outcome: 'choice',
    task,
    alternatives: [
      { levels: first, chosen: true },
      { levels: second, chosen: false },
    ],
  }));

/** Predictions of the same tasks: the alternative each takes, from 1. */
const predictions = (chosen: readonly number[]): readonly AnswerRecord[] =>
  tasks.map(([person, task, first, second], index) => ({
    ...aRecord(index, person, 'gain', {
      kind: 'answer',
      code: chosen[index] ?? 1,
      probabilities: undefined,
      mass: undefined,
    }),
    draw: task - 1,
    profiles: [first, second],
  }));

const of: Contrast['of'] = { kind: 'attribute', attribute: 'price' };
const study = aStudy({
  outcomes: [anOutcome('choice', { scale })],
  contrasts: [aContrast({ of, treatment: 'low', control: 'high' })],
});

describe('a conjoint', () => {
  const human = humanData([], { choices: choices() });
  const records = predictions([1, 1, 1, 2, 2, 2]);
  const { conjoint, effects, warnings, conventions } = evaluate(study, human, records, aRun());
  const [cell] = conjoint;
  const level = (attribute: string, id: string) =>
    cell?.levels.find((each) => each.attribute === attribute && each.level === id);

  it('has the share of alternatives with each level that is chosen, observed and predicted', () => {
    // People take the low price in tasks 1, 2, 4 and 5 of six; the model in 1, 2 and 6.
    expect(level('price', 'low')?.mean.observed?.estimate).to.be.closeTo(4 / 6, 1e-12);
    expect(level('price', 'low')?.mean.predicted).to.equal(3 / 6);
    expect(level('price', 'high')?.mean.predicted).to.equal(3 / 6);
    // The low brand is taken by people in 1, 3 and 4; by the model in 1, 3, 5 and 6.
    expect(level('brand', 'low')?.mean.observed?.estimate).to.equal(3 / 6);
    expect(level('brand', 'low')?.mean.predicted).to.be.closeTo(4 / 6, 1e-12);
    expect(level('brand', 'high')).to.include({ shownObserved: 6, shownPredicted: 6, label: 'high brand' });
  });

  it('has the standard error of a marginal mean by respondent', () => {
    // Of the low price: a takes 2 of 2, b 1 of 2, c 1 of 2; deviations from 2/3 sum to 2/3, −1/3, −1/3.
    const se = Math.sqrt((3 / 2) * (4 / 9 + 1 / 9 + 1 / 9)) / 6;
    const observed = level('price', 'low')?.mean.observed;
    expect(observed?.se).to.be.closeTo(se, 1e-12);
    // t with 2 degrees of freedom at .975 is 4.3027.
    expect(observed?.ci?.[0]).to.be.closeTo(4 / 6 - 4.302653 * se, 1e-6);
  });

  it('has average marginal effects against the first level, with an interval for people alone', () => {
    // The attributes are balanced over each other, so that the effect is the difference of the marginal means.
    expect(level('price', 'low')?.amce).to.equal(null);
    expect(level('price', 'high')?.amce?.observed?.estimate).to.be.closeTo(-1 / 3, 1e-12);
    expect(level('price', 'high')?.amce?.predicted).to.be.closeTo(0, 1e-12);
    expect(level('brand', 'high')?.amce?.predicted).to.be.closeTo(-1 / 3, 1e-12);
    expect(cell?.method).to.equal('CR2 by respondent, 3 clusters');
  });

  it('is compared by its marginal means, with a floor and baselines', () => {
    expect(cell?.distance).to.be.closeTo(1 / 6, 1e-12);
    expect(cell?.baselines['uniform']?.distance).to.be.closeTo(1 / 12, 1e-12);
    expect(cell?.floor?.mean).to.be.greaterThan(0);
    expect(cell?.floor?.excess).to.be.closeTo(1 / 6 - (cell?.floor?.mean ?? NaN), 1e-12);
    expect(cell).to.deep.include({ nObserved: 3, nPredicted: 3, tasks: { observed: 6, predicted: 6 } });
    expect(conventions.conjoint).to.include('marginal means');
  });

  it('compares the choices of the same person in the same task', () => {
    expect(cell?.agreement).to.deep.equal({ n: 6, share: 0.5 });
  });

  it('has the effect of a contrast of its levels, observed and predicted', () => {
    expect(effects[0]?.observed?.estimate).to.be.closeTo(1 / 3, 1e-12);
    expect(effects[0]).to.include({ form: 'price, AMCE', method: 'CR2 by respondent, 3 clusters' });
    expect(effects[0]?.predicted?.estimate).to.be.closeTo(0, 1e-12);
    expect(effects[0]?.predicted).to.include({ se: null, ci: null });
    expect(warnings.filter((warning) => warning.startsWith('evaluate/'))).to.deep.equal([]);
  });

  it('takes probabilities as they are', () => {
    const sure = predictions([1, 1, 1, 1, 1, 1]).map((record) => ({
      ...record,
      result: { kind: 'answer', code: 1, probabilities: [0.75, 0.25], mass: 0.9 } as const,
    }));
    const [own] = evaluate(study, human, sure, aRun()).conjoint;
    const low = own?.levels.find((each) => each.attribute === 'price' && each.level === 'low');
    expect(low?.mean.predicted).to.be.closeTo((4 * 0.75 + 2 * 0.25) / 6, 1e-12);
    expect(own?.mass).to.be.closeTo(0.9, 1e-12);
    expect(own?.agreement?.share).to.be.closeTo(0.75, 1e-12);
  });

  it('counts people by their weights and leaves those without one out', () => {
    const weighted = humanData([], { choices: choices('gain', { a: 1, b: 3, c: 0 }), weighted: true });
    const [own] = evaluate(study, weighted, records, aRun()).conjoint;
    const low = own?.levels.find((each) => each.attribute === 'price' && each.level === 'low');
    expect(low?.mean.observed?.estimate).to.be.closeTo((2 * 1 + 1 * 3) / (2 * 1 + 2 * 3), 1e-12);
    expect(own?.nObserved).to.equal(2);
  });

  it('has predictions alone without people, and counts failures', () => {
    const failed = aRecord(9, 'd', 'gain', { kind: 'failure', reason: 'refusal', raw: 'no' });
    const [own] = evaluate(study, undefined, [...records, failed], aRun()).conjoint;
    expect(own).to.deep.include({ nObserved: 0, distance: null, floor: null, baselines: {}, method: '' });
    expect(own?.parseRate).to.be.closeTo(6 / 7, 1e-12);
    expect(own?.levels[0]?.mean).to.deep.equal({ observed: null, predicted: 0.5 });
  });

  it('has no effect of levels that were only shown together', () => {
    const together = predictions([1, 1, 1, 1, 1, 1])
      .slice(0, 1)
      .map((record) => ({
        ...record,
        profiles: [
          ['low', 'low'],
          ['high', 'high'],
        ],
      }));
    const [own] = evaluate(study, undefined, together, aRun()).conjoint;
    expect(own?.levels.map(({ amce }) => amce?.predicted)).to.deep.equal([undefined, null, undefined, null]);
    expect(own?.levels.map(({ mean }) => mean.predicted)).to.deep.equal([1, 0, 1, 0]);
  });

  it('says that restrictions limit what its effects mean', () => {
    const restrict = [
      [
        { attribute: 'price', levels: ['low'] },
        { attribute: 'brand', levels: ['high'] },
      ],
    ];
    const restricted = aStudy({ outcomes: [anOutcome('choice', { scale: { ...scale, restrict } })] });
    const said = evaluate(restricted, undefined, records, aRun()).warnings;
    expect(said.join()).to.include('The restrictions of choice keep some levels apart');
  });

  it('refuses choices between alternatives that the study does not have', () => {
    const wrong = records.map((record) => ({ ...record, profiles: [['low'], ['high']] }));
    expect(() => evaluate(study, undefined, wrong, aRun())).to.throw('other alternatives than the study has');
  });
});
