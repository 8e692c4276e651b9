import { expect } from 'chai';
import type { HumanChoice, HumanData } from '../../../../src/data/types';
import { messageWriter } from '../../../../src/simulate/messages';
import { makePlan, type Plan } from '../../../../src/simulate/plan';
import { runSettings } from '../../../../src/simulate/settings';
import type { RunSettings } from '../../../../src/simulate/types';
import type { ChoiceScale } from '../../../../src/study/types';
import { anOutcome, aPerson, aStudy, humanData } from '../../../fakes/builders';
import { aChoiceScale } from '../../../fakes/scales';

function planOf(scale: Partial<ChoiceScale>, overrides: Partial<RunSettings> = {}, human?: HumanData): Plan {
  const study = aStudy({ outcomes: [anOutcome('vote', { scale: aChoiceScale(scale) })] });
  return makePlan(study, human, runSettings(study, { respondents: 200, ...overrides }));
}

const profilesOf = (plan: Plan) => [...plan.tasks()].flatMap(({ profiles }) => profiles ?? []);

describe('the tasks of a conjoint that is simulated', () => {
  it('are as many answers of each person, with alternatives drawn evenly from all levels', () => {
    const plan = planOf({ tasks: 3 });
    expect(plan.total).to.equal(200 * 2 * 3);
    const profiles = profilesOf(plan);
    expect(profiles).to.have.length(2400);
    const share = (level: string) =>
      profiles.filter((levels) => levels.includes(level)).length / profiles.length;
    for (const level of ['low', 'high']) expect(share(level)).to.be.closeTo(1 / 2, 0.05);
    for (const level of ['red', 'green', 'blue']) expect(share(level)).to.be.closeTo(1 / 3, 0.05);
  });

  it('are the same for a person in every condition, and differ between people, draws and seeds', () => {
    const plan = planOf({ tasks: 2 }, { draws: 2 });
    const of = (condition: string, id: string) =>
      [...plan.tasks()]
        .filter((task) => task.condition === condition && task.person.id === id)
        .map(({ profiles }) => JSON.stringify(profiles));
    expect(of('gain', 'Person 1')).to.have.length(4);
    expect(of('gain', 'Person 1')).to.deep.equal(of('loss', 'Person 1'));
    expect(of('gain', 'Person 1')).not.to.deep.equal(of('gain', 'Person 2'));
    expect(profilesOf(planOf({}, { seed: 2 }))).not.to.deep.equal(profilesOf(planOf({})));
  });

  it('never show what a restriction forbids', () => {
    const restrict = [
      [
        { attribute: 'price', levels: ['low'] },
        { attribute: 'colour', levels: ['red', 'blue'] },
      ],
    ];
    const shown = new Set(profilesOf(planOf({ restrict })).map(String));
    expect([...shown].sort()).to.deep.equal(['high,blue', 'high,green', 'high,red', 'low,green']);
  });

  it('are refused before anything is asked where restrictions leave nothing', () => {
    const restrict = [[{ attribute: 'price', levels: ['low', 'high'] }]];
    expect(() => planOf({ restrict }))
      .to.throw()
      .with.property('code', 'plan/restrict');
  });

  it('are those that people had in reality, as many as each had', () => {
    const [a, b] = [aPerson('a'), aPerson('b')];
    const choice = (person: typeof a, task: number, ...levels: readonly string[]): HumanChoice => ({
      person,
      condition: 'gain',
      outcome: 'vote',
      task,
      alternatives: levels.map((price, i) => ({ levels: [price, 'red'], chosen: i === 0 })),
    });
    const choices = [choice(a, 2, 'high', 'low'), choice(a, 1, 'low', 'low'), choice(b, 1, 'high', 'high')];
    const human = humanData([], { choices, people: [a, b] });
    const tasks = [...planOf({}, { conditions: ['gain'], respondents: undefined }, human).tasks()];
    expect(tasks.map(({ person, draw, profiles }) => [person.id, draw, profiles?.map(String)])).to.deep.equal(
      [
        ['a', 0, ['low,red', 'low,red']],
        ['b', 0, ['high,red', 'high,red']],
        ['a', 1, ['high,red', 'low,red']],
      ],
    );
  });

  it('stand in the prompt, an alternative a block', () => {
    const plan = planOf({}, { respondents: 1 });
    const [, user] = messageWriter(
      plan.study,
      plan.settings,
      plan.strategy,
    )({
      ...plan.task(0),
      profiles: [
        ['low', 'red'],
        ['high', 'blue'],
      ],
    });
    expect(user?.content).to.contain(
      'Alternative 1:\nPrice: text of low\nColour: text of red\n\nAlternative 2:\nPrice: text of high\nColour: text of blue',
    );
  });
});
