import { expect } from 'chai';
import { plan } from '../../../src/app/plan';
import { prompt } from '../../../src/app/prompt';
import { simulate } from '../../../src/app/simulate';
import type { PromptResult, SimulateOptions, SimulateResult } from '../../../src/app/types';
import { readResults } from '../../../src/results/file';
import type { AnswerRecord, Message, Model, ModelCall } from '../../../src/simulate/types';
import type { Modifiers } from '../../../src/study/types';
import { readAnswers } from '../../../src/workspace/answers';
import { appWorld, framingStudy, type AppWorld } from '../../fakes/appServices';
import { steadyModel } from '../../fakes/steadyModel';

const study = 'framing.study.yaml';

function textOf(messages: readonly Message[]): string {
  return messages.map(({ content }) => content).join('\n\n');
}

/** What is sent in a run, call after call. */
async function sent(options: Partial<SimulateOptions>): Promise<readonly string[]> {
  const calls: ModelCall[] = [];
  const model = (): Model => {
    const steady = steadyModel();
    return {
      ...steady,
      ask: (call, signal) => {
        calls.push(call);
        return steady.ask(call, signal);
      },
    };
  };
  const world = appWorld({ model });
  await run(world, options);
  return calls.map(({ messages }) => textOf(messages));
}

function run(world: AppWorld, options: Partial<SimulateOptions> = {}): Promise<SimulateResult> {
  return simulate(world.services, { study, ...options }, world.signals, world.report);
}

async function recordsOf(
  world: AppWorld,
  { dir, answers }: SimulateResult,
): Promise<readonly AnswerRecord[]> {
  return readAnswers(world.services.files, dir, answers, world.signals.stop);
}

function preview(world: AppWorld, modifiers: Partial<Modifiers>, respondent?: string): Promise<PromptResult> {
  const who = respondent === undefined ? {} : { respondent };
  const options = { study, condition: 'gain', outcome: 'choice', modifiers, ...who };
  return prompt(world.services, options, world.signals.stop);
}

/** Each modifier with what shows it in the texts that are sent. */
const shows: readonly (readonly [name: string, modifiers: Partial<Modifiers>, words: RegExp])[] = [
  ['orders reversed', { orders: 'reversed' }, /1: B\n0: A/],
  ['frames', { frames: 3 }, /You fill in a questionnaire|Somebody fills in a questionnaire/],
  ['the first person', { person: 1 }, /About me, who answers/],
  ['the second person', { person: 2 }, /About you, who answer/],
  ['the third person', { person: 3 }, /How does this respondent answer/],
  ['randomised', { randomised: true }, /decided at random/],
];

describe('a modifier that is given for a run', () => {
  for (const [name, modifiers, words] of shows)
    it(`is in what is sent: ${name}`, async () => {
      expect((await sent({ strategy: 'direct' })).join()).not.to.match(words);
      for (const strategy of ['direct', 'logprob'] as const)
        expect((await sent({ strategy, modifiers })).join()).to.match(words);
    });

  it('leaves out what is not to be told of a person', async () => {
    const all = (await sent({ strategy: 'direct' })).join();
    expect(all)
      .to.match(/- Age: /)
      .and.to.match(/Party/);
    const demographics = (
      await sent({ strategy: 'direct', modifiers: { persona: { kind: 'demographics' } } })
    ).join();
    expect(demographics)
      .to.match(/- Age: /)
      .and.not.to.match(/Party/);
    const none = (await sent({ strategy: 'direct', modifiers: { persona: { kind: 'none' } } })).join();
    expect(none).not.to.match(/Age: |Party/);
  });

  it('asks so often as there are draws, each answer recorded with its draw', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const result = await run(world, { strategy: 'direct', modifiers: { draws: 3 } });
    expect(result).to.include({ answers: 36, requests: 36 });
    const draws = (await recordsOf(world, result)).map(({ draw }) => draw);
    expect([0, 1, 2].map((draw) => draws.filter((one) => one === draw).length)).to.deep.equal([12, 12, 12]);
  });

  it('asks only for the draws that are new when there are more', async () => {
    const world = appWorld({ model: () => steadyModel() });
    await run(world, { strategy: 'direct' });
    const more = await run(world, { strategy: 'direct', modifiers: { draws: 2 } });
    expect(more).to.include({ answers: 24, requests: 12, cached: 12 });
  });

  it('records the order and the frame in which each was asked', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const result = await run(world, { strategy: 'direct', modifiers: { orders: 'both', frames: 2 } });
    const records = await recordsOf(world, result);
    expect(records.filter(({ order }) => order !== undefined).map(({ order }) => order)).to.deep.equal(
      Array(6).fill([1, 0]),
    );
    expect(records.filter(({ frame }) => frame === 1)).to.have.length(6);
  });

  it('is in the name of the run and in the set-up of its results file', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const modifiers = { orders: 'both', draws: 2, persona: { kind: 'only', fields: ['age'] } } as const;
    const { results } = await run(world, { modifiers, temperature: 0.5 });
    expect(results).to.equal(
      '/p/results/framing/fake.logprob.t0.5.draws2.both-orders.persona-only-age.results.yaml',
    );
    expect(readResults(world.files.text(results ?? '')).setup.modifiers).to.deep.equal([
      { id: 'draws', text: '2' },
      { id: 'orders', text: 'both' },
      { id: 'persona', text: 'only:age' },
    ]);
    const plain = await run(world);
    expect(readResults(world.files.text(plain.results ?? '')).setup.modifiers).to.deep.equal([]);
    expect(world.files.text(plain.results ?? '')).not.to.contain('modifiers');
  });

  it('is in a run of its own beside one without', async () => {
    const world = appWorld({ model: () => steadyModel() });
    const plain = await run(world);
    const varied = await run(world, { modifiers: { randomised: true } });
    expect(plain.run.slice(0, -4)).to.equal(varied.run.slice(0, -4));
    expect(plain.run).not.to.equal(varied.run);
  });

  it('overrides that of the study', async () => {
    const files = {
      '/p/framing.study.yaml': framingStudy.replace(
        'strategy: logprob',
        'strategy: direct, orders: reversed, draws: 2',
      ),
    };
    const world = appWorld({ files, model: () => steadyModel() });
    const { answers } = await plan(world.services, { study }, world.signals.stop);
    expect(answers).to.equal(24);
    const one = await plan(world.services, { study, modifiers: { draws: 1 } }, world.signals.stop);
    expect(one.answers).to.equal(12);
    expect((await preview(world, {})).order).to.deep.equal([1, 0]);
    expect((await preview(world, { orders: 'forward' })).order).to.equal(null);
  });
});

describe('the preview of a prompt', () => {
  it('is the text that is sent, modifiers included', async () => {
    const world = appWorld();
    const modifiers: Partial<Modifiers> = { orders: 'both', frames: 3, person: 2, randomised: true };
    const previews = ['p0', 'p2', 'p4', 'p6', 'p8', 'p10'].map((id) => preview(world, modifiers, id));
    const texts = (await Promise.all(previews)).map(({ messages }) => textOf(messages));
    const calls = await sent({ strategy: 'logprob', modifiers, conditions: ['gain'] });
    expect([...texts].sort()).to.deep.equal([...calls].sort());
  });

  it('says which order and which wording it shows, of a person who is not asked too', async () => {
    const asked = await preview(appWorld(), { orders: 'reversed', frames: 1 });
    expect(asked).to.deep.include({ order: [1, 0], frame: 0, shown: [] });
    const other = await preview(appWorld(), { orders: 'reversed' }, 'p1');
    expect(other).to.deep.include({ respondent: 'p1', order: [1, 0] });
  });
});
