import { expect } from 'chai';
import { processEnvironment, type NetworkSettings } from '../../../src/vscode/run/processEnvironment';

const plain: NetworkSettings = { proxy: undefined, noProxy: [], strictSsl: true, systemCertificates: false };

describe('the environment of the run process', () => {
  it('leaves out what would change how Node starts, and keeps the rest', () => {
    const inherited = { PATH: '/bin', NODE_OPTIONS: '--inspect', VSCODE_PID: '1', ELECTRON_RUN_AS_NODE: '1' };
    expect(processEnvironment(inherited, plain, false)).to.deep.equal({ PATH: '/bin' });
  });
  it('runs the editor as Node on the desktop', () => {
    expect(processEnvironment({}, plain, true)).to.deep.equal({ ELECTRON_RUN_AS_NODE: '1' });
  });
  it("lets the editor's proxy win over an inherited one", () => {
    const network = { ...plain, proxy: 'http://proxy:8080', noProxy: ['localhost', '.local'] };
    expect(processEnvironment({ https_proxy: 'http://old:1' }, network, false)).to.deep.equal({
      HTTPS_PROXY: 'http://proxy:8080',
      HTTP_PROXY: 'http://proxy:8080',
      NO_PROXY: 'localhost,.local',
    });
  });
  it('checks certificates unless the user turned that off', () => {
    expect(processEnvironment({}, { ...plain, strictSsl: false }, false)).to.deep.equal({
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    });
  });
  it("keeps extra certificates and takes the system's", () => {
    const inherited = { NODE_EXTRA_CA_CERTS: '/etc/own.pem' };
    expect(processEnvironment(inherited, { ...plain, systemCertificates: true }, false)).to.deep.equal({
      NODE_EXTRA_CA_CERTS: '/etc/own.pem',
      NODE_USE_SYSTEM_CA: '1',
    });
  });
});
