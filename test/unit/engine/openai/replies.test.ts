import { expect } from 'chai';
import { quotaExhausted, text, tokens, type Behaviour } from '../../../fakes/scriptedReplies';
import { anOptionsCall, aTextCall } from '../builders';
import { never, refusal, reply, withModel } from './answering';

function saying(fields: object): Behaviour {
  return { kind: 'body', body: JSON.stringify(fields) };
}

describe('a text reply', () => {
  it('is the content of the first choice with the usage as billed', async () => {
    const usage = { in: 212, out: 3, cachedIn: 128 };
    expect(await reply({ answer: () => ({ kind: 'text', text: ' 5\n', usage }) })).to.deep.equal({
      kind: 'text',
      text: ' 5\n',
      usage,
    });
  });

  it('is kept as it is when it is prose: whether it answers is decided elsewhere', async () => {
    const prose = 'As a language model, I would say 5 or 6.';
    expect(await reply({ answer: () => text(prose) })).to.include({ text: prose });
  });

  it('has estimated usage where the endpoint counts none: a quarter of the letters', async () => {
    const answer = (): Behaviour => ({ kind: 'text', text: '12345', usage: null });
    const call = aTextCall();
    const letters = call.messages.reduce((sum, { content }) => sum + content.length, 0);
    expect((await reply({ answer }, call)).usage).to.deep.equal({
      in: Math.ceil(letters / 4),
      out: 2,
      cachedIn: 0,
    });
  });

  it('has estimated usage where the endpoint counts nonsense', async () => {
    const message = { content: '4' };
    const usage = { prompt_tokens: -5, completion_tokens: 1e300 };
    expect((await reply({ answer: () => saying({ choices: [{ message }], usage }) })).usage.out).to.equal(1);
  });

  it('passes over reasoning and unknown fields', async () => {
    const message = { content: '4', reasoning_content: 'They would say 2.', odd: { deep: [] } };
    expect(await reply({ answer: () => saying({ choices: [{ message }], odd: 1 }) })).to.include({
      text: '4',
    });
  });

  it('is empty when the content is null', async () => {
    expect(await reply({ answer: () => saying({ choices: [{ message: { content: null } }] }) })).to.include({
      text: '',
    });
  });

  for (const [what, body] of [
    ['no JSON', '<html>Bad gateway</html>'],
    ['JSON of another kind', '[1,2,3]'],
    ['no choices', '{"choices":[]}'],
    ['choices of another kind', '{"choices":{"0":{"message":{"content":"4"}}}}'],
    ['content of another kind', '{"choices":[{"message":{"content":{"a":1}}}]}'],
  ] as const)
    it(`is refused after retries when it is ${what}`, () =>
      withModel({ answer: () => ({ kind: 'body', body }) }, async ({ model, server }) => {
        const error = await model.ask(aTextCall(), never).catch((thrown: unknown) => thrown);
        expect(error).to.include({ code: 'model/bad-reply', audience: 'endpoint' });
        expect(server.chats()).to.have.length(6);
      }));

  it('is refused at once when it is larger than any answer', async () => {
    const body = `{"choices":[{"message":{"content":"${'x'.repeat(9 * 1024 * 1024)}"}}]}`;
    const error = await refusal({ answer: () => ({ kind: 'body', body }) });
    expect(error.message).to.match(/more than 8 MB/);
  });
});

describe('an options reply', () => {
  it('has the probability of each code in the order asked for, with their mass', async () => {
    const answered = await reply(
      { answer: () => tokens({ '2': 0.5, ' 1': 0.25, Well: 0.25 }) },
      anOptionsCall([1, 2]),
    );
    expect(answered.kind === 'options' && answered.probabilities.map((p) => p.toFixed(6))).to.deep.equal([
      '0.250000',
      '0.500000',
    ]);
    expect(answered.kind === 'options' && answered.mass).to.be.closeTo(0.75, 1e-9);
  });

  it('cannot be had where the endpoint gives no probabilities', async () => {
    const script = { dialect: 'ollama' as const, answer: () => tokens({ '2': 1 }) };
    const error = await refusal(script, anOptionsCall([1, 2]));
    expect(error).to.include({ code: 'model/no-logprobs', audience: 'endpoint' });
    expect(error.help).to.match(/direct/);
  });

  it('cannot be had where the endpoint refuses to give them', async () => {
    const body = JSON.stringify({
      error: { message: 'logprobs are not supported with this model.', param: 'logprobs' },
    });
    const answer = (): Behaviour => ({ kind: 'status', status: 400, body });
    expect((await refusal({ answer }, anOptionsCall([1, 2]))).code).to.equal('model/no-logprobs');
  });

  it('passes over alternatives of another shape', async () => {
    const top = [{ token: '1', logprob: Math.log(0.5) }, { token: 7 }, { token: '2', logprob: null }, 'odd'];
    const choice = {
      message: { content: '1' },
      logprobs: { content: [{ ...(top[0] as object), top_logprobs: top }] },
    };
    const answered = await reply({ answer: () => saying({ choices: [choice] }) }, anOptionsCall([1, 2]));
    expect(answered.kind === 'options' && answered.probabilities[1]).to.equal(0);
  });

  it('on a scale with 1 and 10 has the model write 10 first, once for all calls', () => {
    const answer = (request: { body: string }): Behaviour =>
      request.body.includes('nothing else')
        ? { kind: 'written', tokens: ['10'] }
        : tokens({ '1': 0.25, '10': 0.5, '3': 0.25 });
    return withModel({ answer }, async ({ model, server }) => {
      const call = anOptionsCall([1, 3, 10]);
      const replies = await Promise.all([model.ask(call, never), model.ask(call, never)]);
      expect(replies[1]).to.deep.include({ mass: 1 });
      expect(server.chats()).to.have.length(3);
    });
  });

  it('on such a scale is refused with a way out when the model writes digit by digit', async () => {
    const answer = (request: { body: string }): Behaviour =>
      request.body.includes('nothing else')
        ? { kind: 'written', tokens: ['1', '0'] }
        : tokens({ '1': 0.75, '3': 0.25 });
    const error = await refusal({ answer }, anOptionsCall([1, 3, 10]));
    expect(error.code).to.equal('model/options-not-scorable');
    expect(error.help).to.match(/direct/);
  });

  it('passes on what ends the run while it finds out how numbers are written', async () => {
    expect((await refusal({ answer: quotaExhausted }, anOptionsCall([1, 10]))).code).to.equal('model/quota');
  });
});
