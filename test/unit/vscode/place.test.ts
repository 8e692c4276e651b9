import { expect } from 'chai';
import { placeOf } from '../../../src/vscode/models/place';
import type { ModelEntry } from '../../../src/workspace/types';

function aServer(...baseUrl: readonly string[]): ModelEntry {
  return {
    kind: 'openai',
    name: 'm',
    baseUrl,
    model: 'x',
    keyEnv: 'KEY',
    price: undefined,
    prompts: undefined,
    demonstration: false,
    concurrency: undefined,
  };
}

describe('where the calls of a run go', () => {
  it('is this machine for a name without an entry', () => {
    expect(placeOf(undefined)).to.deep.equal({ origins: [], local: true });
  });
  it('is this machine for a server on its loopback', () => {
    expect(
      placeOf(aServer('http://localhost:8080/v1', 'http://127.0.0.2/v1', 'http://[::1]:1/v1')).local,
    ).to.equal(true);
  });
  it('is elsewhere as soon as one address is', () => {
    expect(placeOf(aServer('http://127.0.0.1/v1', 'https://api.example.org/v1'))).to.deep.equal({
      origins: ['http://127.0.0.1', 'https://api.example.org'],
      local: false,
    });
  });
  it('is not fooled by a host that looks like this machine', () => {
    expect(placeOf(aServer('https://127.0.0.1.example.org/v1')).local).to.equal(false);
    expect(placeOf(aServer('https://localhost.example.org/v1')).local).to.equal(false);
  });
  it('is elsewhere, and gets no key, where an address is none', () => {
    expect(placeOf(aServer('not an address'))).to.deep.equal({ origins: [], local: false });
  });
});
