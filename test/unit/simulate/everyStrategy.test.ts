import { expect } from 'chai';
import { calibrated } from '../../../src/simulate/calibrate/apply';
import { fitCalibration } from '../../../src/simulate/calibrate/fit';
import { makePlan, type Plan } from '../../../src/simulate/plan';
import { run } from '../../../src/simulate/run';
import { runSettings } from '../../../src/simulate/settings';
import type { AnswerRecord, ModelCall, ModelReply, RunSettings } from '../../../src/simulate/types';
import { plainGroup, strategyNames } from '../../../src/study/strategies';
import type { StrategyName } from '../../../src/study/types';
import { rng } from '../../../src/util/rng';
import {
  aHumanRow,
  anOutcome,
  anOrdinalScale,
  aPerson,
  aProfileField,
  aStudy,
  humanData,
  someRespondents,
} from '../../fakes/builders';
import { fakeClock } from '../../fakes/fakeClock';
import { aText, fakeModel, someOptions } from '../../fakes/fakeModel';
import { memoryCache, memoryJournal } from '../../fakes/memoryRun';
import { rejection } from '../../fakes/rejection';

const codes = [1, 2, 3, 4, 5];
const scale = anOrdinalScale({
  points: 5,
  labels: { 1: 'never', 2: 'rarely', 3: 'at times', 4: 'often', 5: 'always' },
});
const study = aStudy({
  design: 'within',
  respondents: someRespondents({ profile: [aProfileField('sex'), aProfileField('age')] }),
  outcomes: ['choice', 'mood'].map((id) => anOutcome(id, { question: `What of ${id}?`, scale })),
});

/** Four people who answered both outcomes in both conditions: sixteen answers. */
const human = humanData(
  [0, 1, 2, 3].flatMap((i) =>
    ['gain', 'loss'].map((condition, arm) =>
      aHumanRow(aPerson(`p${i}`, { sex: i % 2 === 0 ? 'f' : 'm', age: String(20 + i) }), condition, {
        choice: 1 + ((i * 2 + arm) % 5),
        mood: 1 + ((i * 3 + arm * 2 + 1) % 5),
      }),
    ),
  ),
);

/** A model whose replies follow from the messages and the seed alone, in whatever form they are asked for. */
function scripted(call: ModelCall): ModelReply {
  const text = call.messages.map(({ content }) => content).join('\n');
  const random = rng(text, call.kind === 'text' ? call.sampling.seed : 0);
  const weights = codes.map(() => 0.1 + random.uniform());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (call.kind === 'options') return someOptions(weights.map((weight) => (weight / total) * 0.9));
  if (call.schema !== undefined)
    return aText(
      JSON.stringify(Object.fromEntries(codes.map((code, i) => [code, (weights[i] ?? 0) / total]))),
    );
  const code = String(1 + random.below(5));
  return aText(/last line/.test(text) ? `It seems so.\n${code}` : code);
}

function planOf(strategy: StrategyName, overrides: Partial<RunSettings>): Plan {
  const group = { ...plainGroup, by: ['sex'] };
  const model = strategy === 'baseline' ? 'pooled' : 'local';
  return makePlan(study, human, runSettings(study, { strategy, model, group, ...overrides }));
}

interface Done {
  readonly plan: Plan;
  /** In plan order. */
  readonly records: readonly AnswerRecord[];
  /** Each distinct prompt. */
  readonly prompts: readonly string[];
}

async function done(strategy: StrategyName, overrides: Partial<RunSettings> = {}): Promise<Done> {
  const plan = planOf(strategy, overrides);
  const journal = memoryJournal();
  const ports = {
    model: strategy === 'baseline' ? undefined : fakeModel({ reply: scripted }),
    cache: memoryCache(),
    journal,
    clock: fakeClock({ auto: true }),
    budget: { usd: undefined, calls: undefined, tokens: undefined },
    concurrency: undefined,
  };
  const never = new AbortController().signal;
  for await (const event of run(plan, ports, { stop: never, force: never }))
    if (event.kind === 'end') expect(event.complete).to.equal(true);
  const records = [...journal.records].sort((a, b) => a.index - b.index);
  return {
    plan,
    records,
    prompts: [...journal.prompts.values()].map((prompt) => JSON.stringify(prompt)).sort(),
  };
}

const modifiers: Readonly<Record<string, Partial<RunSettings>>> = {
  draws: { draws: 2 },
  'reversed options': { orders: 'reversed' },
  'both orders': { orders: 'both' },
  'permuted options': { orders: 'permuted' },
  frames: { frames: 3 },
  'the first person': { person: 1 },
  'no persona': { persona: { kind: 'none' } },
  'randomised assignment': { randomised: true },
};

/** Whether a modifier is to change what a strategy sends. */
function changesPrompts(strategy: StrategyName, modifier: string): boolean {
  if (strategy === 'baseline' || modifier === 'draws') return false;
  const ofThePerson = ['frames', 'the first person', 'no persona'].includes(modifier);
  return !(ofThePerson && (strategy === 'marginal' || strategy === 'group'));
}

for (const strategy of strategyNames)
  describe(`the strategy ${strategy}`, () => {
    for (const [name, overrides] of Object.entries(modifiers))
      it(`answers everything with ${name}, records how it asked, and does so again to the byte`, async () => {
        const { plan, records, prompts } = await done(strategy, overrides);
        expect(records.map(({ index }) => index)).to.deep.equal(
          Array.from({ length: 16 * (overrides.draws ?? 1) }, (_, index) => index),
        );
        for (const record of records) {
          const task = plan.task(record.index);
          expect(record.result.kind).to.equal('answer');
          expect([record.person, record.draw]).to.deep.equal([task.person.id, task.draw]);
          expect([record.order, record.frame ?? 0]).to.deep.equal([task.order, task.frame]);
        }
        expect(JSON.stringify((await done(strategy, overrides)).records)).to.equal(JSON.stringify(records));
        const plain = await done(strategy);
        if (changesPrompts(strategy, name)) expect(prompts).not.to.deep.equal(plain.prompts);
        else expect(prompts).to.deep.equal(plain.prompts);
      });

    if (['verbalize', 'logprob', 'marginal', 'baseline'].includes(strategy))
      it('is calibrated by the other condition', async () => {
        const { plan, records } = await done(strategy, { calibrate: 'shrinkage' });
        const about = { kind: 'shrinkage', people: plan.people } as const;
        const calibration = fitCalibration(study, human, records, about);
        expect(calibration.cells.map(({ condition, on }) => `${condition} by ${on.join()}`)).to.have.members([
          'gain by loss',
          'loss by gain',
          'gain by loss',
          'loss by gain',
        ]);
        const after = calibrated(study, records, calibration, plan.settings.seed);
        for (const [i, { result }] of after.entries()) {
          const before = records[i]?.result;
          if (result.kind !== 'answer' || before?.kind !== 'answer') throw new Error('no answer');
          const spread = (shares: readonly number[] = []) => Math.max(...shares) - Math.min(...shares);
          expect(spread(result.probabilities)).to.be.at.most(spread(before.probabilities) + 1e-9);
        }
      });
    else
      it('is not calibrated, having no probabilities', async () => {
        const refused = await rejection(done(strategy, { calibrate: 'shrinkage' }));
        expect(refused.code).to.equal('calibrate/no-probabilities');
      });
  });

describe('few-shot', () => {
  it('records what it showed with every answer', async () => {
    const { records } = await done('few-shot');
    for (const { shown, person, condition, outcome } of records) {
      expect(shown?.length).to.be.greaterThan(0);
      expect(shown?.every((id) => id.startsWith(`${person} `))).to.equal(true);
      expect(shown).not.to.include(`${person} ${condition} ${outcome}`);
    }
  });
});
