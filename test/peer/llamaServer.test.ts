import { expect } from 'chai';
import { openaiModel } from '../../src/engine/openai/model';
import { probeModel } from '../../src/engine/probe';
import { systemClock } from '../../src/host/systemClock';
import type { Model, ModelCall } from '../../src/simulate/types';
import { rejection } from '../fakes/rejection';
import { anEntry, anOptionsCall, aTextCall } from '../unit/engine/builders';
import { startPeer, type Peer } from './server';

const never = new AbortController().signal;

describe('a real llama-server', () => {
  let peer: Peer;
  let model: Model;

  before(async function () {
    this.timeout(600_000);
    peer = await startPeer(process.env.VIGNETTE_PEER_SERVER ?? '');
    model = openaiModel(anEntry({ baseUrl: [peer.baseUrl], model: 'smollm2' }), {
      key: undefined,
      clock: systemClock,
    });
  });
  after(async () => {
    await model?.dispose();
    await peer?.stop();
  });

  it('answers with a text and counts its tokens', async () => {
    const reply = await model.ask(aTextCall({ maxTokens: 8 }), never);
    expect(reply.kind === 'text' && reply.text.length).to.be.greaterThan(0);
    expect(reply.usage.in).to.be.within(20, 80);
    expect(reply.usage.out).to.be.within(1, 8);
  });

  it('repeats itself with the same seed and not with others', async () => {
    const said = async (seed: number): Promise<string> => {
      const reply = await model.ask(aTextCall({ seed, maxTokens: 16 }), never);
      return reply.kind === 'text' ? reply.text : '';
    };
    const [first, again] = [await said(1), await said(1)];
    const others = [await said(2), await said(3), await said(4)];
    expect(again).to.equal(first);
    expect(new Set([first, ...others]).size).to.be.greaterThan(1);
  });

  it('gives probabilities of options that sum to their mass, the same each time', async () => {
    const call = anOptionsCall([1, 2, 3, 4, 5, 6, 7]);
    const [first, again] = [await model.ask(call, never), await model.ask(call, never)];
    if (first.kind !== 'options' || again.kind !== 'options') return expect.fail('No options.');
    const sum = first.probabilities.reduce((total, p) => total + p, 0);
    expect(first.mass).to.be.within(0.01, 1);
    expect(sum).to.be.closeTo(first.mass, 1e-12);
    first.probabilities.forEach((p, i) => expect(again.probabilities[i]).to.be.closeTo(p, 0.01));
  });

  it('serves the shared beginning of prompts from its cache', async () => {
    const beginning = 'A sentence that all respondents read before the question. '.repeat(10);
    const about = (person: string): ModelCall => ({
      kind: 'options',
      messages: [{ role: 'user', content: `${beginning} You are ${person}. Answer from 1 to 3.` }],
      codes: [1, 2, 3],
    });
    await model.ask(about('a nurse'), never);
    const second = await model.ask(about('a carpenter'), never);
    expect(second.usage.cachedIn).to.be.greaterThan(80);
  });

  it('answers many calls in flight, and the limit stays near what it can do', async () => {
    const calls = Array.from({ length: 24 }, (_, seed) =>
      model.ask(aTextCall({ seed, maxTokens: 1 }), never),
    );
    expect(await Promise.all(calls)).to.have.length(24);
    expect(model.limit()).to.be.at.most(32);
  });

  it('refuses a prompt over its context with a sentence that says so', async () => {
    const call: ModelCall = { ...aTextCall(), messages: [{ role: 'user', content: 'word '.repeat(4000) }] };
    expect((await rejection(model.ask(call, never))).code).to.equal('model/context-too-small');
  });

  it('is refused for scales with 1 and 10, as this model writes digit by digit', async () => {
    const codes = Array.from({ length: 11 }, (_, code) => code);
    expect((await rejection(model.ask(anOptionsCall(codes), never))).code).to.equal(
      'model/options-not-scorable',
    );
  });

  it('is found to give probabilities, to honour seeds and to keep to a schema', async () => {
    const entry = anEntry({ baseUrl: [peer.baseUrl], model: 'smollm2' });
    expect(await probeModel(entry, { key: undefined, clock: systemClock }, never)).to.deep.equal({
      answers: true,
      problem: null,
      can: { logprobs: true, seed: true, json: true },
    });
  });
});
