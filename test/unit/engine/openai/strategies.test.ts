import { expect } from 'chai';
import { noUsage } from '../../../../src/simulate/running/answered';
import type { RunSettings } from '../../../../src/simulate/types';
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
import { text } from '../../../fakes/scriptedReplies';
import { askingOf, callsOf, planOf } from '../../simulate/strategies/asked';
import { never, withModel } from './answering';

const study = aStudy({
  outcomes: [anOutcome('choice', { scale: anOrdinalScale({ points: 3 }) })],
  respondents: someRespondents({ profile: [aProfileField('age')] }),
});
const human = humanData([aHumanRow(aPerson('a', { age: '30' }), 'gain', { choice: 2 })]);

/** The first task of a strategy, asked over HTTP of a server that says one thing. */
function overHttp(settings: Partial<RunSettings>, said: string) {
  const plan = planOf(study, human, settings);
  const [call] = callsOf(plan);
  if (call === undefined) throw new Error('nothing to ask');
  return withModel({ answer: () => text(said) }, async ({ model, server }) => {
    const reply = await model.ask(call, never);
    expect(reply.usage).not.to.deep.equal(noUsage);
    return { sent: server.requests[0]?.json ?? {}, answer: askingOf(plan).answer(reply, plan.task(0)) };
  });
}

describe('strategies over a server of the OpenAI protocol', () => {
  it('reason: thoughts and the number come back in one reply', async () => {
    const { sent, answer } = await overHttp({ strategy: 'reason' }, 'I like the middle.\n2');
    expect(sent).to.include({ max_tokens: 512 });
    expect(JSON.stringify(sent.messages)).to.contain('First think');
    expect(answer).to.deep.include({ kind: 'answer', code: 2 });
  });

  for (const settings of [
    { strategy: 'verbalize' },
    { strategy: 'marginal' },
    { strategy: 'group', group: { by: ['age'], strategy: 'verbalize' } },
  ] as const)
    it(`${settings.strategy}: shares come as JSON, and nothing else is read`, async () => {
      const { sent, answer } = await overHttp(settings, '{"1": 0, "2": 0, "3": 1}');
      expect(JSON.stringify(sent.messages)).to.contain('Reply with nothing but a JSON object');
      expect(answer).to.deep.include({ kind: 'answer', code: 3, probabilities: [0, 0, 1] });
      const loose = await overHttp(settings, 'Mostly 3.');
      expect(loose.answer).to.include({ kind: 'failure', reason: 'malformed' });
    });
});
