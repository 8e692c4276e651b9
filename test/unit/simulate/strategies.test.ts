import { expect } from 'chai';
import { makePlan } from '../../../src/simulate/plan';
import { runSettings } from '../../../src/simulate/settings';
import type { AnswerResult, ModelReply, RunSettings, Task } from '../../../src/simulate/types';
import type { HumanData } from '../../../src/data/types';
import { aHumanRow, anOrdinalScale, anOutcome, aPerson, aStudy, humanData } from '../../fakes/builders';
import { aText, someOptions } from '../../fakes/fakeModel';

const study = aStudy({
  outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 4 }) })],
});

function planned(overrides: Partial<RunSettings>, human?: HumanData) {
  return makePlan(study, human, runSettings(study, { respondents: 2, ...overrides }));
}

function answerTo(plan: ReturnType<typeof planned>, reply: ModelReply, index = 0): AnswerResult {
  if (plan.strategy.kind === 'host') throw new Error('asks no model');
  return plan.strategy.answer(reply, plan.task(index));
}

function hostAnswer(plan: ReturnType<typeof planned>, task: Task): AnswerResult {
  if (plan.strategy.kind !== 'host') throw new Error('asks a model');
  return plan.strategy.answer(task);
}

describe('the strategy direct', () => {
  const plan = planned({ strategy: 'direct', temperature: 0.7 });
  const request = { messages: [], persona: 'p', replicate: 0, attempt: 0 };

  it('sends every sampling parameter', () => {
    if (plan.strategy.kind === 'host') throw new Error('asks no model');
    const call = plan.strategy.call({ task: plan.task(0), ...request });
    expect(call).to.have.nested.include({
      kind: 'text',
      'sampling.temperature': 0.7,
      'sampling.topK': 0,
      'sampling.topP': 1,
      'sampling.minP': 0,
      'sampling.maxTokens': 16,
    });
  });

  it('sends the same seed for the same persona in both arms, another for a replicate', () => {
    const { strategy } = plan;
    if (strategy.kind === 'host') throw new Error('asks no model');
    const seedOf = (index: number, replicate: number) => {
      const call = strategy.call({ task: plan.task(index), ...request, replicate });
      return call.kind === 'text' ? call.sampling.seed : undefined;
    };
    expect(plan.task(0).condition).not.to.equal(plan.task(2).condition);
    expect(seedOf(0, 0)).to.equal(seedOf(2, 0));
    expect(seedOf(0, 0)).not.to.equal(seedOf(0, 1));
  });

  it('reads a bare number', () => {
    expect(answerTo(plan, aText('4'))).to.deep.include({ kind: 'answer', code: 4 });
    expect(answerTo(plan, aText('5'))).to.deep.include({ kind: 'failure', reason: 'out-of-range' });
  });
});

describe('the strategy logprob', () => {
  const plan = planned({ strategy: 'logprob' });

  it('asks for the codes of the scale', () => {
    if (plan.strategy.kind === 'host') throw new Error('asks no model');
    const call = plan.strategy.call({
      task: plan.task(0),
      messages: [],
      persona: '',
      replicate: 1,
      attempt: 0,
    });
    expect(call).to.deep.equal({ kind: 'options', messages: [], codes: [1, 2, 3, 4] });
  });

  it('asks for "don\'t know" too where it is offered, and can draw it', () => {
    const offered = aStudy({
      outcomes: [
        anOutcome('choice', {
          scale: {
            ...anOrdinalScale({ points: 3 }),
            dontKnow: { code: 98, label: "Don't know", as: 'option' },
          },
        }),
      ],
    });
    const plan = makePlan(offered, undefined, runSettings(offered, { respondents: 1, strategy: 'logprob' }));
    if (plan.strategy.kind === 'host') throw new Error('asks no model');
    const task = plan.task(0);
    const call = plan.strategy.call({ task, messages: [], persona: '', replicate: 0, attempt: 0 });
    expect(call).to.deep.include({ kind: 'options', codes: [1, 2, 3, 98] });
    const usage = { in: 1, out: 1, cachedIn: 0 };
    const reply = { kind: 'options', probabilities: [0, 0, 0, 0.5], mass: 0.5, usage } as const;
    expect(plan.strategy.answer(reply, task)).to.deep.equal({
      kind: 'answer',
      code: 98,
      probabilities: [0, 0, 0, 1],
      mass: 0.5,
    });
  });

  it('normalises the probabilities, keeps the mass and draws an answer', () => {
    const result = answerTo(plan, someOptions([0.1, 0.1, 0, 0.2]));
    expect(result).to.deep.include({ kind: 'answer', probabilities: [0.25, 0.25, 0, 0.5] });
    expect(result.kind === 'answer' && result.mass).to.be.closeTo(0.4, 1e-12);
    expect(result.kind === 'answer' && result.code).to.be.oneOf([1, 2, 4]);
  });

  it('draws the same answer for the same person in both arms when the probabilities agree', () => {
    const reply = someOptions([0.25, 0.25, 0.25, 0.25]);
    expect(answerTo(plan, reply, 0)).to.deep.equal(answerTo(plan, reply, 2));
  });

  it('fails without mass on the options and with a reply of another shape', () => {
    for (const reply of [
      someOptions([0, 0, 0, 0]),
      someOptions([1]),
      someOptions([NaN, 1, 0, 0]),
      aText('3'),
    ])
      expect(answerTo(plan, reply)).to.include({ kind: 'failure', reason: 'empty' });
  });
});

describe('the baseline', () => {
  const human = humanData([
    aHumanRow(aPerson('a', {}, 1), 'gain', { choice: 1 }),
    aHumanRow(aPerson('b', {}, 3), 'gain', { choice: 2 }),
    aHumanRow(aPerson('c', {}, 1), 'loss', { choice: 4 }),
  ]);
  const sharesIn = (model: string, condition: string, data?: HumanData) => {
    const plan = planned({ strategy: 'baseline', model, assign: 'all' }, data);
    const task = [...plan.tasks()].find((each) => each.condition === condition);
    const result = hostAnswer(plan, task as Task);
    return result.kind === 'answer' ? result.probabilities : undefined;
  };

  it('gives every level the same probability when uniform', () => {
    expect(sharesIn('uniform', 'gain')).to.deep.equal([0.25, 0.25, 0.25, 0.25]);
  });

  it('gives the weighted shares of the other conditions when pooled', () => {
    expect(sharesIn('pooled', 'loss', human)).to.deep.equal([0.25, 0.75, 0, 0]);
    expect(sharesIn('pooled', 'gain', human)).to.deep.equal([0, 0, 0, 1]);
  });

  it('is uniform and says so where pooled has nothing to look at', () => {
    const alone = humanData([aHumanRow(aPerson('a'), 'gain', { choice: 1 })]);
    expect(sharesIn('pooled', 'gain', alone)).to.deep.equal([0.25, 0.25, 0.25, 0.25]);
    expect(planned({ strategy: 'baseline', model: 'pooled' }, alone).warnings).to.deep.equal([
      'The pooled baseline of choice in gain has no other condition to look at; it is uniform there.',
    ]);
    expect(planned({ strategy: 'baseline', model: 'pooled' }, human).warnings).to.deep.equal([]);
  });
});
