import { expect } from 'chai';
import { makePlan } from '../../../src/simulate/plan';
import { runSettings } from '../../../src/simulate/settings';
import type { RunSettings } from '../../../src/simulate/types';
import type { HumanData } from '../../../src/data/types';
import type { Study } from '../../../src/study/types';
import {
  aCondition,
  aHumanRow,
  aNumericScale,
  anItem,
  anOutcome,
  aPerson,
  aStudy,
  humanData,
} from '../../fakes/builders';

function planOf(human: HumanData | undefined, overrides: Partial<RunSettings> = {}, study: Study = aStudy()) {
  return makePlan(study, human, runSettings(study, overrides));
}

/** Person i answered in gain (even) or loss (odd). */
function between(n: number): HumanData {
  return humanData(
    Array.from({ length: n }, (_, i) =>
      aHumanRow(aPerson(`p${i}`, { age: String(20 + i) }), i % 2 === 0 ? 'gain' : 'loss', { choice: 3 }),
    ),
  );
}

function names(plan: ReturnType<typeof planOf>): readonly string[] {
  return [...plan.tasks()].map(({ person, condition, outcome }) => `${person.id} ${condition} ${outcome}`);
}

describe('a plan', () => {
  it('asks each person only what that person was asked in reality', () => {
    expect(names(planOf(between(4)))).to.deep.equal([
      'p0 gain choice',
      'p2 gain choice',
      'p1 loss choice',
      'p3 loss choice',
    ]);
  });

  it('asks everything of everyone when told to', () => {
    const plan = planOf(between(4), { assign: 'all' });
    expect(plan.total).to.equal(8);
    expect(plan.cells.map(({ condition, outcome, answers }) => [condition, outcome, answers])).to.deep.equal([
      ['gain', 'choice', 4],
      ['loss', 'choice', 4],
    ]);
  });

  it('asks each person about the items that person saw, and of everyone about all when told to', () => {
    const study = aStudy({ items: [anItem('tax'), anItem('jobs')] });
    const [a, b] = [aPerson('a'), aPerson('b')];
    const human = humanData([
      aHumanRow(a, 'gain', { choice: 1 }, { item: 'tax' }),
      aHumanRow(a, 'gain', { choice: 2 }, { item: 'jobs' }),
      aHumanRow(b, 'loss', { choice: 3 }, { item: 'jobs' }),
    ]);
    const items = (plan: ReturnType<typeof planOf>) =>
      plan.cells.map(({ condition, item, answers }) => [condition, item, answers]);
    expect(items(planOf(human, { conditions: ['gain'] }, study))).to.deep.equal([
      ['gain', 'tax', 1],
      ['gain', 'jobs', 1],
    ]);
    expect(planOf(human, { assign: 'all' }, study).total).to.equal(8);
    expect(items(planOf(human, { conditions: ['gain'], items: ['jobs'] }, study))).to.deep.equal([
      ['gain', 'jobs', 1],
    ]);
  });

  it('refuses an item that the study does not have, and says which it has', () => {
    for (const study of [aStudy({ items: [anItem('tax')] }), aStudy()])
      expect(() => planOf(undefined, { items: ['x'] }, study))
        .to.throw()
        .with.property('code', 'reference/unknown');
  });

  it('asks everyone about a cell that nobody answered', () => {
    const study = aStudy({ conditions: ['gain', 'loss', 'new'].map((id) => aCondition(id)) });
    const cells = planOf(between(4), {}, study).cells;
    expect(cells.map(({ answers }) => answers)).to.deep.equal([2, 2, 4]);
  });

  it('leaves out people who did not answer a question that others answered', () => {
    const [a, b] = [aPerson('a'), aPerson('b')];
    const human = humanData([aHumanRow(a, 'gain', { choice: 1 }), aHumanRow(b, 'gain', {})]);
    expect(names(planOf(human, { conditions: ['gain'] }))).to.deep.equal(['a gain choice']);
  });

  it('has 100 nameless people without human data, or as many as told', () => {
    expect(planOf(undefined).total).to.equal(200);
    expect(names(planOf(undefined, { respondents: 1 }))).to.deep.equal([
      'Person 1 gain choice',
      'Person 1 loss choice',
    ]);
  });

  it('samples people by seed without replacement, and a larger sample holds the smaller', () => {
    const idsOf = (respondents: number, seed = 1) =>
      planOf(between(100), { respondents, seed }).people.map(({ id }) => id);
    expect(new Set(idsOf(20)).size).to.equal(20);
    expect(idsOf(20)).to.deep.equal(idsOf(20));
    expect(idsOf(20, 2)).not.to.deep.equal(idsOf(20));
    expect(idsOf(40)).to.include.members(idsOf(20));
    expect(idsOf(1000)).to.have.length(100);
  });

  it('lets cells take turns in batches of 25', () => {
    const conditions = names(planOf(undefined, { respondents: 60 })).map((name) => name.split(' ')[2]);
    const runs = conditions.reduce<[string, number][]>((all, condition = '') => {
      const last = all.at(-1);
      if (last?.[0] === condition) last[1] += 1;
      else all.push([condition, 1]);
      return all;
    }, []);
    expect(runs).to.deep.equal([
      ['gain', 25],
      ['loss', 25],
      ['gain', 25],
      ['loss', 25],
      ['gain', 10],
      ['loss', 10],
    ]);
  });

  it('gives the same task by its place as in the row, in any order', () => {
    const plan = planOf(between(200), { assign: 'all' });
    const all = [...plan.tasks()];
    for (const index of [399, 0, 51, 25, 24, 200]) expect(plan.task(index)).to.deep.equal(all[index]);
    expect(() => plan.task(400)).to.throw(RangeError);
  });

  it('can be restricted to conditions and outcomes, and refuses unknown ones', () => {
    expect(planOf(between(4), { conditions: ['loss'] }).total).to.equal(2);
    expect(() => planOf(between(4), { conditions: ['lost'] }))
      .to.throw()
      .with.property('code', 'reference/unknown');
    const study = aStudy({ outcomes: [anOutcome('choice', { ask: ['gain'] })] });
    expect(() => planOf(undefined, { conditions: ['loss'] }, study))
      .to.throw()
      .with.property('code', 'plan/empty');
  });

  it('uses the scale of the condition', () => {
    const scale = aNumericScale();
    const variants = [{ condition: 'loss', question: 'Q', scale }];
    const study = aStudy({ outcomes: [anOutcome('choice', { variants })] });
    expect(planOf(undefined, {}, study).cells[1]?.scale).to.equal(scale);
  });

  it('refuses option probabilities on scales without a short list of levels', () => {
    for (const scale of [aNumericScale({ max: 200 }), aNumericScale({ max: undefined })])
      for (const strategy of ['logprob', 'baseline'] as const) {
        const study = aStudy({ outcomes: [anOutcome('choice', { scale })] });
        expect(() => planOf(undefined, { strategy }, study))
          .to.throw()
          .with.property('code', 'strategy/levels');
      }
  });

  it('holds a million tasks without making them', () => {
    const plan = planOf(undefined, { respondents: 500_000 });
    expect(plan.total).to.equal(1_000_000);
    expect(plan.task(999_999).person.id).to.equal('Person 500000');
  });
});

describe('the likeness of tasks', () => {
  const same = (id: string) => aPerson(id, { age: '30' });
  const human = humanData([
    aHumanRow(same('a'), 'gain', { choice: 1 }),
    aHumanRow(aPerson('b', { age: '31' }), 'gain', { choice: 1 }),
    aHumanRow(same('c'), 'gain', { choice: 1 }),
    aHumanRow(same('d'), 'loss', { choice: 1 }),
  ]);

  it('counts the respondents of a cell who have the same persona', () => {
    const plan = planOf(human);
    const found = [...plan.tasks()].map(({ index }) => plan.likeness(index));
    expect(found.map(({ replicate }) => replicate)).to.deep.equal([0, 0, 1, 0]);
    expect(found.map(({ alike }) => alike)).to.deep.equal([2, 1, 2, 1]);
    expect(new Set(found.map(({ call }) => call)).size).to.equal(3);
  });

  it('counts on over conditions that show the same', () => {
    const conditions = [aCondition('gain', { text: 'Same.' }), aCondition('loss', { text: 'Same.' })];
    const plan = planOf(human, {}, aStudy({ conditions }));
    const found = [...plan.tasks()].map(({ index }) => plan.likeness(index));
    expect(found.map(({ replicate }) => replicate)).to.deep.equal([0, 0, 1, 2]);
    expect(found[0]?.call).to.equal(found[3]?.call);
  });
});

describe('the settings of a run', () => {
  const study = aStudy();

  it('are those of the study where nothing else is said', () => {
    expect(runSettings(study)).to.include({
      model: 'local',
      strategy: 'direct',
      respondents: undefined,
      assign: 'data',
      seed: 1,
      temperature: 1,
    });
    expect(runSettings(study, { seed: 5, model: 'gpt' })).to.include({ seed: 5, model: 'gpt' });
  });

  it('name a baseline by its kind', () => {
    expect(runSettings(study, { strategy: 'baseline' }).model).to.equal('uniform');
    expect(runSettings(study, { strategy: 'baseline', model: 'pooled' }).model).to.equal('pooled');
    expect(() => runSettings(study, { strategy: 'baseline', model: 'gpt' }))
      .to.throw()
      .with.property('code', 'model/unknown');
  });
});
