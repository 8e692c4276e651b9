import { expect } from 'chai';
import type { SecretStorage } from 'vscode';
import { createSecrets } from '../../../src/vscode/models/secrets';

/** The part of the editor's secret storage that is used, in memory. */
function memoryStorage(): SecretStorage {
  const values = new Map<string, string>();
  return {
    get: (key: string) => Promise.resolve(values.get(key)),
    store: (key: string, value: string) => Promise.resolve(void values.set(key, value)),
    delete: (key: string) => Promise.resolve(void values.delete(key)),
  } as unknown as SecretStorage;
}

describe('keys in the secret storage', () => {
  it('are given for the origins that were asked for and no other', async () => {
    const secrets = createSecrets(memoryStorage());
    await secrets.set('https://one.example', 'first');
    await secrets.set('https://two.example', 'second');
    expect(await secrets.keysFor(['https://two.example', 'https://three.example'])).to.deep.equal({
      'https://two.example': 'second',
    });
  });
  it('differ by port', async () => {
    const secrets = createSecrets(memoryStorage());
    await secrets.set('https://one.example', 'first');
    expect(await secrets.has('https://one.example:8443')).to.equal(false);
  });
  it('are gone once removed', async () => {
    const secrets = createSecrets(memoryStorage());
    await secrets.set('https://one.example', 'first');
    await secrets.remove('https://one.example');
    expect(await secrets.keysFor(['https://one.example'])).to.deep.equal({});
  });
});
