import { expect } from 'chai';
import {
  archiveUrl,
  configuredRegistry,
  registryIn,
} from '../../../../../src/engine/embedded/install/registry';
import { aPackage } from './world';

describe('the registry that npm is configured with', () => {
  it('is read from an npmrc text, ending in a slash', () => {
    expect(registryIn('fund=false\nregistry = https://packages.example/npm\n', {})).to.equal(
      'https://packages.example/npm/',
    );
  });

  it('has variables of the environment filled in', () => {
    const text = 'registry=https://${HOST_NAME}/npm/';
    expect(registryIn(text, { HOST_NAME: 'packages.example' })).to.equal('https://packages.example/npm/');
  });

  it('is not taken from a comment or from a scope', () => {
    expect(registryIn('# registry=https://a.example\n@x:registry=https://b.example\n', {})).to.equal(
      undefined,
    );
  });

  it('is the environment’s before any file', () => {
    const before = process.env['npm_config_registry'];
    process.env['npm_config_registry'] = 'https://environment.example/npm';
    try {
      expect(configuredRegistry(process.env)).to.equal('https://environment.example/npm/');
    } finally {
      if (before === undefined) delete process.env['npm_config_registry'];
      else process.env['npm_config_registry'] = before;
    }
  });

  it('keeps a package’s archive under its full name', () => {
    const item = aPackage('@some/helper', Buffer.from(''));
    expect(archiveUrl('https://packages.example/', item)).to.equal(
      'https://packages.example/@some/helper/-/helper-1.0.0.tgz',
    );
  });
});
