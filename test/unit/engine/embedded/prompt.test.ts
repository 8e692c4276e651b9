import { expect } from 'chai';
import { promptOf } from '../../../../src/engine/embedded/prompt';
import type { ChatItem, ChatWrapper, LlamaModel, PromptText } from '../../../../src/engine/embedded/runtime';

const text = (tokens: number[], values: PromptText['values']): PromptText => ({
  values,
  tokenize: () => tokens,
});
const begin = { value: 'BOS' };

function aWrapper(tokens: number[], values: PromptText['values'] = [begin, 'hello']) {
  const histories: (readonly ChatItem[])[] = [];
  const wrapper: ChatWrapper = {
    generateContextState: ({ chatHistory }) => {
      histories.push(chatHistory);
      return {
        contextText: text(tokens, values),
        stopGenerationTriggers: [text([2], []), text([7, 8], ['Human:'])],
      };
    },
  };
  return { wrapper, histories };
}

const aModel = (shouldPrependBosToken: boolean): LlamaModel =>
  ({ tokenizer: {}, tokens: { bos: 1, shouldPrependBosToken } }) as unknown as LlamaModel;

describe('a prompt in the model’s chat format', () => {
  it('ends where the answer begins', () => {
    const { wrapper, histories } = aWrapper([5]);
    promptOf([{ role: 'user', content: 'How much?' }], wrapper, aModel(false));
    expect(histories[0]).to.deep.equal([
      { type: 'user', text: 'How much?' },
      { type: 'model', response: [''] },
    ]);
  });

  it('has no start mark when the model wants none', () => {
    expect(promptOf([], aWrapper([1, 1, 5]).wrapper, aModel(false)).tokens).to.deep.equal([1, 5]);
  });

  it('keeps a token that looks like the start mark but belongs to the format', () => {
    expect(promptOf([], aWrapper([1, 5], ['<|im_start|>']).wrapper, aModel(false)).tokens).to.deep.equal([
      1, 5,
    ]);
  });

  it('has one start mark when the model wants it', () => {
    expect(promptOf([], aWrapper([5], ['hello']).wrapper, aModel(true)).tokens).to.deep.equal([1, 5]);
    expect(promptOf([], aWrapper([1, 5]).wrapper, aModel(true)).tokens).to.deep.equal([1, 5]);
  });

  it('takes end marks of one token as stops', () => {
    expect([...promptOf([], aWrapper([5]).wrapper, aModel(false)).stops]).to.deep.equal([2]);
  });
});
