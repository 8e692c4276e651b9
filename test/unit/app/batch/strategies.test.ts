import { expect } from 'chai';
import { everyScaleStudy, surveyReply } from '../../../fakes/everyScale';
import { text, tokens, type Behaviour } from '../../../fakes/scriptedReplies';
import { rejection } from '../../../fakes/rejection';
import { rng } from '../../../../src/util/rng';
import type { Message } from '../../../../src/simulate/types';
import { callsOf, type CallLine } from '../../../fakes/batchEndpoint';
import { asked, resultsOf, study, throughBatches, withBatches } from './batching';

const path = `/p/${study}`;

/** People of two groups who answered two questions in two conditions. */
const survey = `vignette: 1
id: framing
title: A survey
design: within
conditions:
  plain: {control: true, text: "The city plans its budget."}
  tight: {text: "Money is tight."}
outcomes:
  tax: {question: Should taxes rise?, scale: {type: ordinal, points: 3}}
  bus: {question: Do you take the bus?, scale: {type: ordinal, points: 3}}
respondents:
  data: survey.csv
  id: id
  condition: arm
  outcomes: {tax: tax, bus: bus}
  profile: [{column: sex, field: gender}]
simulate: {model: fake, assign: all, fewShot: {k: 1}, group: {by: [gender], strategy: direct}}
`;

const rows = ['a,f,1,3', 'b,m,2,2', 'c,f,3,1', 'd,m,2,3'].flatMap((row, i) => {
  const [id, sex, tax, bus] = row.split(',');
  return [`${id},plain,${sex},${tax},${bus}`, `${id},tight,${sex},${1 + ((i + 1) % 3)},${bus}`];
});
const data = `id,arm,sex,tax,bus\n${rows.join('\n')}\n`;
const files = { [path]: survey, '/p/survey.csv': data };

/** Without an experiment, in which answers of the same person to other questions may be shown. */
const poll = survey
  .replace(/design: within\nconditions:\n(.*\n){2}/, '')
  .replace('  condition: arm\n', '')
  .replaceAll('points: 3', 'points: 7');
const pollData = 'id,sex,tax,bus\na,f,1,3\nb,m,5,2\nc,f,3,6\nd,m,7,5\n';
const pollFiles = { [path]: poll, '/p/survey.csv': pollData };
const filesOf = (strategy: string): Readonly<Record<string, string>> =>
  strategy === 'few-shot' ? pollFiles : files;

/** In the form that is asked for; it follows from the body, and one text of four cannot be read. */
function surveyed(body: CallLine['body']): Behaviour {
  const said = JSON.stringify(body.messages);
  const random = rng(said, Number(body.seed ?? 0));
  if (body.logprobs === true) return tokens({ '1': 0.2, '2': 0.1 + random.uniform() / 2, '3': 0.1 });
  if (random.below(4) === 0) return text('It depends.');
  if (said.includes('JSON')) return text(`{"1": 0.5, "2": ${random.below(3) / 10}, "3": 0.3}`);
  const code = String(1 + random.below(3));
  return text(said.includes('last line') ? `It seems so.\n${code}` : code);
}

const strategies = ['direct', 'reason', 'few-shot', 'verbalize', 'logprob', 'marginal', 'group'] as const;

describe('a strategy through batches', () => {
  for (const strategy of strategies)
    it(`${strategy} ends as asked call by call, byte for byte`, async () => {
      const script = { answer: surveyed };
      const whole = await asked(script, { strategy }, { files: filesOf(strategy) });
      await withBatches(
        script,
        async (one) => {
          const rounds = await throughBatches(one, { strategy });
          if (strategy === 'logprob') expect(rounds).to.equal(1);
          else expect(rounds).to.be.within(2, 4);
          expect(resultsOf(one, strategy)).to.equal(whole);
          expect(one.endpoint.chats).to.deep.equal([]);
        },
        { files: filesOf(strategy) },
      );
    });

  it('shows the examples of few-shot in the lines that it writes', async () => {
    await withBatches(
      {},
      async (one) => {
        const exported = await one.export(study, { strategy: 'few-shot' });
        const lines = callsOf(one.world.files.text(exported.files[0]?.path ?? ''));
        const shown = lines.filter(({ body }) => {
          const said = JSON.stringify(body.messages);
          return said.includes('Should taxes rise?') && said.includes('Do you take the bus?');
        });
        expect(shown).to.have.lengthOf(8);
      },
      { files: pollFiles },
    );
  });

  it('writes few-shot lines by embeddings once a run has brought them, and none before', async () => {
    const wanted = poll.replace('fewShot: {k: 1}', 'fewShot: {k: 1, similarity: embeddings}');
    await withBatches(
      { answer: () => text('4') },
      async (one) => {
        const error = await rejection(one.export(study, { strategy: 'few-shot' }));
        expect(error).to.include({ code: 'strategy/no-embeddings' });
        expect(one.endpoint.requests).to.deep.equal([]);
        const begun = await one.simulate({ strategy: 'few-shot', budget: { calls: 2 } });
        expect(begun).to.include({ complete: false, answers: 1 });
        const calls = { budget: { calls: 20 } };
        expect(await one.export(begun.run, calls)).to.include({ calls: 7, answered: 1, complete: true });
        await one.submit(begun.run);
        one.endpoint.finish();
        expect(await one.collect(begun.run)).to.include({ complete: true, answers: 8 });
      },
      { files: { ...pollFiles, [path]: wanted } },
    );
  });
});

describe('every type of scale through batches', () => {
  const everyScale = { files: { [path]: everyScaleStudy.replace('id: every-scale', 'id: framing') } };
  const answer = (body: CallLine['body']): Behaviour => {
    const sampling = { temperature: 1, topP: 1, topK: 0, minP: 0, maxTokens: 0, seed: Number(body.seed) };
    const reply = surveyReply({ kind: 'text', messages: body.messages as readonly Message[], sampling });
    return text(reply.kind === 'text' ? reply.text : '');
  };

  it('ends as asked call by call; a rubric is asked in the round after the words came', async () => {
    const whole = await asked({ answer }, {}, everyScale);
    await withBatches(
      { answer },
      async (one) => {
        const { run } = await one.export();
        const rubricLines = (file: string): number => file.split('How positive is this text?').length - 1;
        const lines: number[] = [];
        for (let round = 0, complete = false; !complete && round < 9; round += 1) {
          await one.submit(run);
          lines.push(rubricLines([...one.endpoint.files.values()].at(-1) ?? ''));
          one.endpoint.finish();
          complete = (await one.collect(run)).complete;
          if (!complete) await one.export(run);
        }
        expect(lines.slice(0, 2)).to.deep.equal([0, 24]);
        expect(resultsOf(one)).to.equal(whole);
      },
      everyScale,
    );
  });
});
