import { expect } from 'chai';
import { cacheKey } from '../../../../src/simulate/cacheKey';
import { messageWriter, promptHash } from '../../../../src/simulate/messages';
import { makePlan, type Plan } from '../../../../src/simulate/plan';
import { questionWriter } from '../../../../src/simulate/running/question';
import { runSettings } from '../../../../src/simulate/settings';
import type { RunSettings, Task } from '../../../../src/simulate/types';
import type { HumanData } from '../../../../src/data/types';
import type { Study } from '../../../../src/study/types';
import {
  aHumanRow,
  aNumericScale,
  anOrdinalScale,
  anOutcome,
  aPerson,
  aStudy,
  humanData,
} from '../../../fakes/builders';
import { fakeIdentity } from '../../../fakes/fakeModel';

const labels = { 1: 'Never', 2: 'Rarely', 3: 'Always' };
const study = aStudy({ outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 3, labels }) })] });

/** Six people of two profiles, everybody asked in both conditions. */
const human = humanData(
  Array.from({ length: 6 }, (_, i) =>
    aHumanRow(aPerson(`p${i}`, { age: String(30 + (i % 2)) }), 'gain', { choice: 1 }),
  ),
);

function planOf(overrides: Partial<RunSettings>, of: Study = study, data: HumanData = human): Plan {
  return makePlan(of, data, runSettings(of, { assign: 'all', ...overrides }));
}

const orders = (plan: Plan): readonly Task['order'][] => [...plan.tasks()].map(({ order }) => order);

describe('draws', () => {
  it('are several answers of each person in each cell, round after round', () => {
    const tasks = [...planOf({ draws: 2, conditions: ['gain'] }).tasks()];
    expect(tasks.map(({ person, draw }) => `${person.id} ${draw}`)).to.deep.equal([
      ...['p0 0', 'p1 0', 'p2 0', 'p3 0', 'p4 0', 'p5 0'],
      ...['p0 1', 'p1 1', 'p2 1', 'p3 1', 'p4 1', 'p5 1'],
    ]);
  });

  it('count as replicates of their own, and begin with those of fewer draws', () => {
    const replicates = (draws: number) => {
      const plan = planOf({ draws, conditions: ['gain'] });
      return [...plan.tasks()].map(({ index }) => plan.likeness(index).replicate);
    };
    expect(replicates(1)).to.deep.equal([0, 0, 1, 1, 2, 2]);
    expect(replicates(2)).to.deep.equal([0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });
});

describe('the order of options', () => {
  it('is that of the scale, turned around, or turned around for half of the people', () => {
    expect(orders(planOf({}))).to.deep.equal(Array(12).fill(undefined));
    expect(orders(planOf({ orders: 'reversed' }))).to.deep.equal(Array(12).fill([3, 2, 1]));
    const both = orders(planOf({ orders: 'both', conditions: ['gain'] }));
    expect(both.filter((order) => order !== undefined)).to.deep.equal([
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
    ]);
  });

  it('is one of all permutations, of its own for each person', () => {
    const permuted = orders(planOf({ orders: 'permuted', respondents: 60 }, study, humanData([]))).slice(
      0,
      60,
    );
    for (const order of permuted) expect([...(order ?? [])].sort()).to.deep.equal([1, 2, 3]);
    expect(new Set(permuted.map(String)).size).to.equal(6);
  });

  it('stays with a person over conditions and samples, and turns with each draw', () => {
    for (const kind of ['both', 'permuted'] as const) {
      const plan = planOf({ orders: kind });
      const of = (condition: string) =>
        [...plan.tasks()].filter((task) => task.condition === condition).map(({ order }) => order);
      expect(of('gain')).to.deep.equal(of('loss'));
      const all = new Map([...plan.tasks()].map(({ person, order }) => [person.id, order]));
      for (const { person, order } of planOf({ orders: kind, respondents: 3 }).tasks())
        expect(order).to.deep.equal(all.get(person.id));
    }
    const [first, second] = [0, 1].map((draw) =>
      [...planOf({ orders: 'both', draws: 2, conditions: ['gain'] }).tasks()]
        .filter((task) => task.draw === draw)
        .map(({ order }) => order !== undefined),
    );
    expect(second).to.deep.equal(first?.map((reversed) => !reversed));
  });

  it('is nothing where options are no list', () => {
    const of = aStudy({ outcomes: [anOutcome('choice', { scale: aNumericScale() })] });
    expect(orders(planOf({ orders: 'permuted' }, of))).to.deep.equal(Array(12).fill(undefined));
  });
});

describe('frames', () => {
  it('are taken in turn over the people, crossed with orders', () => {
    const tasks = [...planOf({ frames: 3, conditions: ['gain'] }).tasks()];
    expect(tasks.map(({ frame }) => frame).sort()).to.deep.equal([0, 0, 1, 1, 2, 2]);
    const crossed = [...planOf({ frames: 3, orders: 'both', conditions: ['gain'] }).tasks()];
    const pairs = crossed.map(
      ({ frame, order }) => `${frame} ${order === undefined ? 'forward' : 'reversed'}`,
    );
    expect(new Set(pairs).size).to.equal(6);
  });
});

describe('a plan that varies', () => {
  const varied: Partial<RunSettings>[] = [
    { orders: 'both', draws: 3 },
    { orders: 'permuted', draws: 2, frames: 5 },
    { orders: 'both', frames: 2, strategy: 'logprob', draws: 2 },
    { persona: { kind: 'none' }, draws: 2 },
    { persona: { kind: 'only', fields: ['age'] }, person: 1, frames: 4, randomised: true },
  ];

  it('gives no two answers one cache key, but those that may share a reply', () => {
    for (const overrides of varied) {
      const plan = planOf(overrides);
      const { strategy } = plan;
      if (strategy.kind !== 'model') throw new Error('It asks a model.');
      const ask = questionWriter(plan, strategy, fakeIdentity);
      const keys = [...plan.tasks()].map((task) => ask(task).attempt(0).key);
      if (!strategy.merges) expect(new Set(keys).size).to.equal(plan.total);
      else
        expect(new Set(keys).size).to.equal(
          new Set([...plan.tasks()].map(({ index }) => plan.likeness(index).call)).size,
        );
    }
  });

  it('calls alike only what has equal messages, and numbers those apart', () => {
    for (const overrides of varied) {
      const plan = planOf(overrides);
      const write = messageWriter(study, plan.settings, plan.strategy);
      const hashes = new Map<number | string, string>();
      const seen = new Set<string>();
      for (const task of plan.tasks()) {
        const { call, replicate, persona } = plan.likeness(task.index);
        const hash = promptHash(write(task));
        expect(hashes.get(call) ?? hash).to.equal(hash);
        hashes.set(call, hash);
        const name = [persona, task.condition, replicate].join('\n');
        expect(seen.has(name)).to.equal(false);
        seen.add(name);
      }
    }
  });

  it('keeps the draw in the cache key', () => {
    const call = {
      kind: 'text',
      messages: [],
      sampling: { temperature: 1, topK: 0, topP: 1, minP: 0, maxTokens: 1, seed: 1 },
    } as const;
    expect(cacheKey(fakeIdentity, call, 0)).not.to.equal(cacheKey(fakeIdentity, call, 1));
  });

  it('is the same rule at any place, for a million tasks', () => {
    const plan = planOf({ respondents: 50_000, draws: 10, orders: 'both', frames: 5 }, study, humanData([]));
    expect(plan.total).to.equal(1_000_000);
    expect(plan.task(999_999)).to.deep.include({ draw: 9, condition: 'loss' });
    expect(plan.task(500_000)).to.deep.equal(plan.task(500_000));
  });
});
