import { expect } from 'chai';
import {
  aHumanRow,
  anOrdinalScale,
  anOutcome,
  aPerson,
  aProfileField,
  aStudy,
  humanData,
  someRespondents,
} from '../../../fakes/builders';
import { aText } from '../../../fakes/fakeModel';
import { askingOf, callsOf, planOf, readBy, textsOf } from './asked';

const study = aStudy({
  population: 'US adults.',
  respondents: someRespondents({ profile: [aProfileField('age'), aProfileField('party')] }),
  outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 3 }) })],
});
const people = [
  aPerson('a', { age: '30', party: 'Green' }),
  aPerson('b', { age: '30', party: 'Grey' }),
  aPerson('c', { age: '70', party: 'Grey' }),
];
const human = humanData(people.map((person) => aHumanRow(person, 'gain', { choice: 2 })));
const verbalize = planOf(study, human, { strategy: 'verbalize' });
const marginal = planOf(study, human, { strategy: 'marginal' });
const groups = { by: ['age'], strategy: 'direct' } as const;

describe('the strategy verbalize', () => {
  it('asks each persona for the probability of each answer, as JSON', () => {
    const texts = textsOf(verbalize);
    expect(texts[0]).to.contain('Say how probable each answer is for this respondent.');
    expect(texts[0]).to.contain('{"1": …, "2": …, "3": …}').and.to.contain('- party: Green');
    expect(texts[0]).not.to.contain('Answer with one number only');
    expect(new Set(texts).size).to.equal(6);
  });

  it('names the form of the JSON as a schema, for endpoints that hold replies to one', () => {
    const [call] = callsOf(verbalize);
    expect(call).to.have.deep.nested.property('schema', {
      type: 'object',
      properties: { '1': { type: 'number' }, '2': { type: 'number' }, '3': { type: 'number' } },
      required: ['1', '2', '3'],
      additionalProperties: false,
    });
  });

  it('draws the answer from what was said, by the number that every strategy draws with', () => {
    const answer = readBy(verbalize, aText('{"1": 0, "2": 0.25, "3": 0.75}'));
    expect(answer).to.deep.include({ kind: 'answer', probabilities: [0, 0.25, 0.75], mass: undefined });
    expect(answer).to.have.property('code').that.is.oneOf([2, 3]);
    expect(readBy(verbalize, aText('{"1": 100, "2": 0, "3": 0}'))).to.include({ code: 1 });
    expect(readBy(verbalize, aText('{"1": 0, "2": 0, "3": 1}'))).to.include({ code: 3 });
  });

  it('uses nothing that is not the whole JSON', () => {
    for (const [reply, reason] of [
      ['{"1": 0.5, "2": 0.5}', 'malformed'],
      ['{"1": 0.5, "2": 0.5, "3": 0.5}', 'malformed'],
      ['Sure! {"1": 0.5, "2": 0.5, "3": 0}', 'malformed'],
      ['2', 'malformed'],
      ['', 'empty'],
      ["I'm sorry, but I cannot do that.", 'refusal'],
    ] as const)
      expect(readBy(verbalize, aText(reply)), reply).to.include({ kind: 'failure', reason, raw: reply });
  });

  it('shows the form in the order of the options that a task has', () => {
    const reversed = planOf(study, human, { strategy: 'verbalize', orders: 'reversed' });
    expect(textsOf(reversed)[0]).to.contain('{"3": …, "2": …, "1": …}');
    expect(readBy(reversed, aText('{"3": 1, "2": 0, "1": 0}'))).to.include({ code: 3 });
  });

  it('refuses answers that are no list', () => {
    const several = aStudy({ outcomes: [anOutcome('why', { scale: { type: 'text' } as never })] });
    for (const strategy of ['verbalize', 'marginal'] as const)
      expect(() => planOf(several, undefined, { strategy }))
        .to.throw()
        .with.property('code', 'strategy/scale');
  });
});

describe('the strategy marginal', () => {
  it('asks once a cell for the share of the population, and says nothing of any person', () => {
    const texts = textsOf(marginal);
    expect(new Set(texts).size).to.equal(2);
    expect(texts[0]).to.contain('Say which share of the respondents gives each answer.');
    expect(texts[0]).to.contain('The respondents are: US adults.');
    expect(texts.join()).not.to.match(/Green|Grey|age:/);
    const alike = [...marginal.tasks()].map(({ index }) => marginal.likeness(index).alike);
    expect(alike).to.deep.equal([3, 3, 3, 3, 3, 3]);
  });

  it('asks once a subgroup where fields make some', () => {
    const plan = planOf(study, human, { strategy: 'marginal', group: groups });
    const texts = new Set(textsOf(plan));
    expect(texts.size).to.equal(4);
    expect(
      [...texts].filter((text) => text.includes('Only the respondents with all of this')),
    ).to.have.length(4);
    expect([...texts].join()).not.to.match(/Green|Grey/);
  });

  it('draws for each respondent from the shares of the cell', () => {
    const reply = aText('{"1": 0.4, "2": 0.3, "3": 0.3}');
    const many = humanData(
      Array.from({ length: 300 }, (_, i) => aHumanRow(aPerson(`p${i}`), 'gain', { choice: 2 })),
    );
    const plan = planOf(study, many, { strategy: 'marginal', conditions: ['gain'] });
    const answers = [...plan.tasks()].map((task) => askingOf(plan).answer(reply, task));
    const ones = answers.filter((answer) => answer.kind === 'answer' && answer.code === 1);
    expect(ones.length / 300).to.be.closeTo(0.4, 0.08);
  });

  it('refuses a text that says something of each person, and names the field', () => {
    const personal = aStudy({
      outcomes: [anOutcome('choice', { question: 'As one of {{ profile.age }}?' })],
    });
    expect(() => planOf(personal, human, { strategy: 'marginal' }))
      .to.throw(/age/)
      .with.property('code', 'strategy/person-text');
  });
});

describe('the strategy group', () => {
  it('asks another strategy about the group instead of the person', () => {
    const plan = planOf(study, human, { strategy: 'group', group: groups });
    const texts = textsOf(plan);
    expect(texts[0]).to.contain('is one of the people with:\n- age: 30');
    expect(texts.join()).not.to.match(/Green|Grey/);
    expect(new Set(texts).size).to.equal(4);
    expect(askingOf(plan)).to.include({ name: 'group', merges: false });
  });

  it('asks once a group where the strategy reads probabilities', () => {
    const plan = planOf(study, human, { strategy: 'group', group: { by: ['age'], strategy: 'verbalize' } });
    expect(new Set(textsOf(plan)).size).to.equal(4);
    expect(askingOf(plan).merges).to.equal(true);
    expect([...plan.tasks()].map(({ index }) => plan.likeness(index).alike).sort()).to.deep.equal([
      1, 1, 2, 2, 2, 2,
    ]);
  });

  it('needs to be told which fields make a group, and that people have them', () => {
    expect(() => planOf(study, human, { strategy: 'group' }))
      .to.throw()
      .with.property('code', 'strategy/group-by');
    expect(() => planOf(study, human, { strategy: 'group', group: { by: ['shoes'], strategy: 'direct' } }))
      .to.throw(/shoes/)
      .with.property('code', 'strategy/unknown-field');
  });
});
