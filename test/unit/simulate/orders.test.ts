import { expect } from 'chai';
import { messageWriter } from '../../../src/simulate/messages';
import { makePlan, type Plan } from '../../../src/simulate/plan';
import { runSettings } from '../../../src/simulate/settings';
import type { ModelStrategy } from '../../../src/simulate/strategies';
import type { AnswerResult, ModelReply, RunSettings, Task } from '../../../src/simulate/types';
import type { Scale } from '../../../src/study/types';
import { anOrdinalScale, anOutcome, aStudy } from '../../fakes/builders';
import { aMultiselectScale, anAllocateScale, aRankScale } from '../../fakes/scales';

const labels = { 1: 'Never', 2: 'Rarely', 3: 'Often', 4: 'Always' };
const ordinal = anOrdinalScale({ points: 4, labels });
const noUsage = { in: 0, out: 0, cachedIn: 0 };

function planOf(scale: Scale, change: Partial<RunSettings>): Plan {
  const study = aStudy({ outcomes: [anOutcome('choice', { scale, ask: ['gain'] })] });
  return makePlan(study, undefined, runSettings(study, { respondents: 40, ...change }));
}

function asking({ strategy }: Plan): ModelStrategy {
  if (strategy.kind === 'model') return strategy;
  throw new Error('It asks no model.');
}

/** The options as they are read in the messages of a task, from the first to the last. */
function read(plan: Plan, task: Task): readonly { readonly code: string; readonly label: string }[] {
  const text = messageWriter(plan.study, plan.settings, plan.strategy)(task).at(-1)?.content ?? '';
  return [...text.matchAll(/^(\d+): (.+)$/gm)].map(([, code = '', label = '']) => ({ code, label }));
}

/** What comes of the replies of somebody who goes by what is written beside the numbers, one result a task. */
function answersTo(
  scale: Scale,
  change: Partial<RunSettings>,
  reply: (options: ReturnType<typeof read>) => string,
): readonly AnswerResult[] {
  const plan = planOf(scale, change);
  const strategy = asking(plan);
  return [...plan.tasks()].map((task) =>
    strategy.answer({ kind: 'text', text: reply(read(plan, task)), usage: noUsage }, task),
  );
}

const codeOf = (options: ReturnType<typeof read>, label: string): string =>
  options.find((option) => option.label === label)?.code ?? '';

/** Replies by content: the same option is meant whatever the order. */
const cases: readonly (readonly [string, Scale, (options: ReturnType<typeof read>) => string])[] = [
  ['one option', ordinal, (options) => codeOf(options, 'Often')],
  [
    'several options',
    aMultiselectScale(),
    (options) => [codeOf(options, 'Option 2'), codeOf(options, 'Option 4')].join(', '),
  ],
  [
    'a ranking',
    aRankScale({ top: 2 }),
    (options) => [codeOf(options, 'Option 3'), codeOf(options, 'Option 1')].join(', '),
  ],
  [
    'an allocation, in the order that is read',
    anAllocateScale(),
    (options) => options.map(({ label }) => (label === 'Option 2' ? 70 : 15)).join(', '),
  ],
];

describe('options that are read in other orders', () => {
  for (const [name, scale, reply] of cases)
    it(`give the same answer for the same content: ${name}`, () => {
      const [plain] = answersTo(scale, {}, reply);
      expect(plain?.kind).not.to.equal('failure');
      for (const orders of ['reversed', 'both', 'permuted'] as const)
        for (const result of answersTo(scale, { orders, draws: 2 }, reply))
          expect(result).to.deep.equal(plain);
    });

  it('are read as the task says, each code with its label', () => {
    const plan = planOf(ordinal, { orders: 'permuted' });
    const seen = [...plan.tasks()].map((task) => {
      const options = read(plan, task);
      expect(options.map(({ code }) => Number(code))).to.deep.equal(task.order);
      for (const { code, label } of options) expect(label).to.equal(labels[Number(code) as 1 | 2 | 3 | 4]);
      return String(task.order);
    });
    expect(new Set(seen).size).to.be.greaterThan(10);
  });

  it('leave probabilities with their codes, and the draw with its probability', () => {
    const reply: ModelReply = { kind: 'options', probabilities: [0, 0, 1, 0], mass: 1, usage: noUsage };
    const plan = planOf(ordinal, { orders: 'permuted', strategy: 'logprob' });
    for (const task of plan.tasks()) {
      expect(asking(plan).answer(reply, task)).to.include({ kind: 'answer', code: 3 });
    }
  });
});

describe('a plan of many tasks', () => {
  it('is made and walked through without a list of them', () => {
    const plan = planOf(ordinal, { respondents: 10_000, draws: 10, orders: 'both', frames: 5 });
    expect(plan.total).to.equal(100_000);
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    let reversed = 0;
    for (const task of plan.tasks()) if (task.order !== undefined) reversed += 1;
    expect(reversed).to.equal(50_000);
    // Whatever was not collected yet counts too, so that this is an upper bound.
    expect(process.memoryUsage().heapUsed - before).to.be.lessThan(60e6);
  });
});
