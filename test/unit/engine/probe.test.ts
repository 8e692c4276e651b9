import { expect } from 'chai';
import { probeModel } from '../../../src/engine/probe';
import { fakeClock } from '../../fakes/fakeClock';
import { text, tokens, unauthorised, type Behaviour } from '../../fakes/scriptedReplies';
import { scriptedServer, type ScriptedRequest, type ServerScript } from '../../fakes/scriptedServer';
import { anEntry } from './builders';

const key = 'sk-test-0123456789abcdef';

async function probed(script: ServerScript) {
  const server = await scriptedServer(script);
  const result = await probeModel(
    anEntry({ baseUrl: [server.baseUrl] }),
    { key, clock: fakeClock({ auto: true }) },
    new AbortController().signal,
  );
  await server.close();
  return { result, requests: server.requests };
}

function capable({ json }: ScriptedRequest, n: number): Behaviour {
  if (json.logprobs === true) return tokens({ '4': 1 });
  if (json.response_format !== undefined) return text('{\n  "answer": 2\n}');
  return text(json.seed === 20_261 ? '481516234200' : `${n}`);
}

describe('probing a model', () => {
  it('finds out about probabilities, seeds and JSON in four requests', async () => {
    const { result, requests } = await probed({ answer: capable });
    expect(result).to.deep.equal({
      answers: true,
      problem: null,
      can: { logprobs: true, seed: true, json: true },
    });
    expect(requests).to.have.length(4);
  });

  it('finds out what it cannot do', async () => {
    const { result } = await probed({ dialect: 'ollama', answer: (_, n) => text(`draw ${n}`) });
    expect(result).to.deep.equal({
      answers: true,
      problem: null,
      can: { logprobs: false, seed: false, json: false },
    });
  });

  it('says in a sentence why a model does not answer', async () => {
    const { result } = await probed({ answer: () => unauthorised() });
    expect(result).to.include({ answers: false, can: null });
    expect(result.problem).to.match(/does not accept the key/);
  });

  it('names the models that the endpoint serves when it does not know ours', async () => {
    const missing: Behaviour = {
      kind: 'status',
      status: 404,
      body: '{"error":{"message":"No such model."}}',
    };
    const { result } = await probed({ answer: () => missing, models: ['qwen', 'smollm2'] });
    expect(result.problem).to.match(/No such model.*It serves qwen, smollm2\./);
  });

  it('tells the endpoint nothing about this machine', async () => {
    const { requests } = await probed({ answer: capable });
    const names = new Set(requests.flatMap(({ headers }) => Object.keys(headers)));
    expect([...names].sort()).to.deep.equal([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it('takes an address that is none for a problem, not for a crash', async () => {
    const result = await probeModel(
      anEntry({ baseUrl: [] }),
      { key: undefined, clock: fakeClock() },
      new AbortController().signal,
    );
    expect(result.problem).to.match(/no base URL/);
  });
});
