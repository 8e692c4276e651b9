import { expect } from 'chai';
import { openSession } from '../../../../src/engine/embedded/session';
import type { LlamaModel, Token } from '../../../../src/engine/embedded/runtime';
import { rejection } from '../../../fakes/rejection';

/** What a session tries before its first prompt, to see how prompts may be cut. */
const trial = 'what one evaluates by itself or not';

/**
 * A model whose tokens are letters; it writes down what it evaluates and samples the given answer. `exact`: its digits
 * do not depend on how a prompt is cut.
 */
function aModel({ trainContextSize = 8192, answer = '', exact = false } = {}) {
  let evaluated: string[] = [];
  let trying = true;
  const sizes: number[] = [];
  let held: Token[] = [];
  const take = (tokens: readonly Token[]): void => {
    evaluated.push(String.fromCharCode(...tokens));
    held.push(...tokens);
  };
  const sequence = {
    get nextTokenIndex() {
      return held.length;
    },
    eraseContextTokenRanges: ([range]: readonly { start: number }[]) => {
      held = held.slice(0, range?.start);
      return Promise.resolve();
    },
    evaluateWithoutGeneratingNewTokens: (tokens: readonly Token[]) => Promise.resolve(take(tokens)),
    controlledEvaluate: (input: readonly (Token | readonly [Token, unknown])[]) => {
      take(input.map((item) => (typeof item === 'number' ? item : item[0])));
      if (trying) return Promise.resolve([{ next: afterTrial(input.length) }]);
      const logits = new Map([
        [49, Math.log(3)],
        [50, 0],
      ]);
      return Promise.resolve([{ next: { logits, totalLogitWeight: 2 } }]);
    },
    async *evaluate(tokens: readonly Token[]) {
      take(tokens);
      for (const letter of answer) yield await Promise.resolve(letter.charCodeAt(0));
    },
  };
  /** Two of them: all at once, and in pieces. */
  const afterTrial = (pieceLength: number) => {
    trying = evaluated.length === 1;
    if (!trying) evaluated = [];
    return { logits: new Map(), totalLogitWeight: exact ? 1 : pieceLength };
  };
  const model = {
    trainContextSize,
    tokenize: () => letters(trial),
    detokenize: (tokens: readonly Token[]) => String.fromCharCode(...tokens),
    createContext: ({ contextSize }: { contextSize: number }) => {
      sizes.push(contextSize);
      held = [];
      return Promise.resolve({ getSequence: () => sequence, dispose: () => Promise.resolve() });
    },
  } as unknown as LlamaModel;
  return { model, evaluated: () => evaluated, sizes };
}

const letters = (text: string): readonly Token[] => [...text].map((letter) => letter.charCodeAt(0));
const never = new AbortController().signal;
const sampler = { temperature: 1, topK: 0, topP: 1, minP: 0, seed: 1 };
const open = (model: LlamaModel) => openSession(model, { threads: 1, lora: undefined });

describe('a session over one sequence', () => {
  it('gives probabilities as part of the whole vocabulary', async () => {
    const { next } = await open(aModel().model).options(letters('ask'), never);
    const shares = await next([], [49, 50]);
    expect(shares.get(49)).to.be.closeTo(0.5, 1e-12);
    expect(shares.get(50)).to.be.closeTo(1 / 6, 1e-12);
  });

  it('evaluates the shared beginning of two prompts once', async () => {
    const { model, evaluated } = aModel();
    const session = open(model);
    await (await session.options(letters('story\n\nann'), never)).next([], [49]);
    const second = await session.options(letters('story\n\nbob'), never);
    await second.next([], [49]);
    expect(second.reused).to.equal(7);
    expect(evaluated()).to.deep.equal(['story\n\n', 'ann', 'bob']);
  });

  it('evaluates only the path’s last token when a code goes on', async () => {
    const { model, evaluated } = aModel();
    const { next } = await open(model).options(letters('story\n\nann'), never);
    await next([], [49]);
    await next([49], [48]);
    await next([50], [48]);
    expect(evaluated()).to.deep.equal(['story\n\n', 'ann', '1', '2']);
  });

  it('goes on after any token that two prompts share, where that changes no digit', async () => {
    const { model, evaluated } = aModel({ exact: true });
    const session = open(model);
    await (await session.options(letters('story\n\nage 31'), never)).next([], [49]);
    const second = await session.options(letters('story\n\nage 38'), never);
    await second.next([], [49]);
    expect(second.reused).to.equal(12);
    expect(evaluated()).to.deep.equal(['story\n\nage 31', '8']);
  });

  it('has the last token evaluated again for a prompt that is the same', async () => {
    const { model, evaluated } = aModel({ exact: true });
    const session = open(model);
    for (let round = 0; round < 2; round += 1)
      await (await session.options(letters('story'), never)).next([], [49]);
    expect(evaluated()).to.deep.equal(['story', 'y']);
  });

  it('ends a reply that is whole', async () => {
    const { model } = aModel({ answer: '{}\n\n' });
    const limits = { maxTokens: 9, sampler, stops: new Set<Token>() };
    const whole = (tokens: readonly Token[]) => tokens.at(-1) === letters('}')[0];
    const { tokens } = await open(model).text(letters('q'), { ...limits, whole }, never);
    expect(tokens).to.deep.equal(letters('{}'));
  });

  it('samples again after the same prompt from its last token', async () => {
    const { model, evaluated } = aModel({ answer: '5' });
    const session = open(model);
    const limits = { maxTokens: 4, sampler, stops: new Set<Token>() };
    await session.text(letters('story\n\nann'), limits, never);
    const { reused, tokens } = await session.text(letters('story\n\nann'), limits, never);
    expect({ reused, tokens }).to.deep.equal({ reused: 9, tokens: letters('5') });
    expect(evaluated()).to.deep.equal(['story\n\n', 'an', 'n', 'n']);
  });

  it('stops at the limit and at a stop token', async () => {
    const { model } = aModel({ answer: 'abcdef' });
    const session = open(model);
    const few = await session.text(letters('q'), { maxTokens: 2, sampler, stops: new Set() }, never);
    const stopped = await session.text(
      letters('q'),
      { maxTokens: 9, sampler, stops: new Set(letters('d')) },
      never,
    );
    expect(few.tokens).to.deep.equal(letters('ab'));
    expect(stopped.tokens).to.deep.equal(letters('abc'));
  });

  it('makes a larger context when a longer prompt comes', async () => {
    const { model, sizes } = aModel();
    const session = open(model);
    await session.options(letters('x'.repeat(900)), never);
    await session.options(letters('x'.repeat(1500)), never);
    expect(sizes).to.deep.equal([1024, 2048]);
  });

  it('refuses a prompt that the model cannot hold, with a code', async () => {
    const session = open(aModel({ trainContextSize: 100 }).model);
    const options = await rejection(session.options(letters('x'.repeat(100)), never));
    const text = await rejection(
      session.text(letters('x'.repeat(100)), { maxTokens: 1, sampler, stops: new Set() }, never),
    );
    expect([options.code, text.code]).to.deep.equal(['model/prompt-too-long', 'model/prompt-too-long']);
  });

  it('ends between segments when it is cancelled', async () => {
    const { model, evaluated } = aModel();
    const error = await rejection(open(model).options(letters('story\n\nann'), AbortSignal.abort()));
    expect(error.code).to.equal('run/cancelled');
    expect(evaluated()).to.deep.equal([]);
  });
});
