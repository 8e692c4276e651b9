import { expect } from 'chai';
import { text, tokens } from '../../../fakes/scriptedReplies';
import { anOptionsCall, aTextCall } from '../builders';
import { never, withModel } from './answering';

describe('what is sent for a text', () => {
  it('says every sampling parameter, as a server may have its own', () =>
    withModel({}, async ({ model, server }) => {
      await model.ask(aTextCall({ temperature: 0.6, topP: 0.9, maxTokens: 8, seed: 7 }), never);
      expect(server.chats()[0]?.json).to.deep.equal({
        model: 'tested-model',
        messages: [
          { role: 'system', content: 'You take part in a survey.' },
          { role: 'user', content: 'How much do you agree, from 1 to 7?' },
        ],
        temperature: 0.6,
        top_p: 0.9,
        top_k: 0,
        min_p: 0,
        repetition_penalty: 1,
        seed: 7,
        max_tokens: 8,
      });
    }));

  it('leaves out what an endpoint refuses by name, from the first refusal on', () =>
    withModel({ dialect: 'openai' }, async ({ model, server }) => {
      await model.ask(aTextCall(), never);
      await model.ask(aTextCall(), never);
      const own = ['top_k', 'min_p', 'repetition_penalty'];
      const sent = server.chats().map(({ json }) => own.filter((name) => name in json));
      expect(sent).to.deep.equal([own, own.slice(1), own.slice(2), [], []]);
    }));

  it('says max_completion_tokens where max_tokens is not taken', () => {
    const message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
    const answer = ({ json }: { json: object }) =>
      'max_tokens' in json
        ? { kind: 'status' as const, status: 400, body: JSON.stringify({ error: { message } }) }
        : text('4');
    return withModel({ answer }, async ({ model, server }) => {
      expect(await model.ask(aTextCall(), never)).to.include({ text: '4' });
      expect(server.chats()[1]?.json)
        .to.include({ max_completion_tokens: 8 })
        .and.not.have.property('max_tokens');
    });
  });
});

describe('what is sent for options', () => {
  it('asks for the probabilities of one token', () =>
    withModel({ answer: () => tokens({ 3: 1 }) }, async ({ model, server }) => {
      await model.ask(anOptionsCall([1, 2, 3]), never);
      expect(server.chats()[0]?.json).to.include({
        max_tokens: 1,
        logprobs: true,
        top_logprobs: 20,
        temperature: 1,
      });
    }));

  it('asks for more alternatives on a long scale and for fewer where that is refused', () => {
    const codes = Array.from({ length: 9 }, (_, i) => (i + 1) * 10).concat([1, 2]);
    return withModel({ dialect: 'vllm', answer: () => tokens({ 30: 1 }) }, async ({ model, server }) => {
      await model.ask(anOptionsCall(codes), never);
      const asked = server.chats().map(({ json }) => json.top_logprobs);
      expect(asked.slice(-2)).to.deep.equal([100, 20]);
    });
  });
});
