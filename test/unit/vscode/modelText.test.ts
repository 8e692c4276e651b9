import { expect } from 'chai';
import { originOf, projectEntry } from '../../../src/vscode/models/modelText';

describe('the place of a new model in vignette.yaml', () => {
  it('is the first line below `models:`', () => {
    const { line, text } = projectEntry('# ours\nmodels: # all\n  a: {}\n');
    expect(line).to.equal(2);
    expect(text).to.match(/^ {2}\$\{1:name\}: \{baseUrl: /);
  });
  it('is a section of its own where the file has none', () => {
    const { line, text } = projectEntry('budget: {usd: 5}\n');
    expect(line).to.equal(0);
    expect(text).to.match(/^models:\n {2}\$\{1:name\}/);
  });
});

describe('the origin of an address', () => {
  it('is scheme, host and port', () => {
    expect(originOf(' https://API.example.org:8443/v1/chat ')).to.equal('https://api.example.org:8443');
  });
  it('may be plain http on this machine only', () => {
    expect(originOf('http://127.0.0.1:8080/v1')).to.equal('http://127.0.0.1:8080');
    expect(originOf('http://example.org/v1')).to.equal(undefined);
  });
  it('is none for what is no web address', () => {
    expect([originOf(''), originOf('example.org'), originOf('file:///etc')]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
