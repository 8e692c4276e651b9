import { expect } from 'chai';
import { readProjectFile } from '../../../src/study/project';

const GOOD = `models:
  gpt: {baseUrl: "https://api.openai.com/v1", model: gpt-4o, keyEnv: OPENAI_API_KEY, price: {in: 2.5, out: 10}}
  cluster: {baseUrl: ["http://10.0.0.1:8000/v1", "http://10.0.0.2:8000/v1"], model: socrates-14b, format: socrates}
  tiny: {engine: embedded, file: models/x.gguf, lora: x-lora.gguf, demonstration: true}
budget: {usd: 5, calls: 20000}
results: results
`;

const codes = (text: string): readonly string[] => readProjectFile(text).diagnostics.map(({ code }) => code);

describe('reading vignette.yaml', () => {
  it('gives models, budget and folder', () => {
    const project = readProjectFile(GOOD);
    expect(project.diagnostics).to.deep.equal([]);
    expect(project.models.map(({ name, kind }) => `${name} ${kind}`)).to.deep.equal([
      'gpt openai',
      'cluster openai',
      'tiny embedded',
    ]);
    expect(project.models[1]).to.deep.include({
      baseUrl: ['http://10.0.0.1:8000/v1', 'http://10.0.0.2:8000/v1'],
      prompts: 'socrates',
    });
    expect(project.models[2]).to.deep.equal({
      kind: 'embedded',
      name: 'tiny',
      file: 'models/x.gguf',
      lora: 'x-lora.gguf',
      demonstration: true,
    });
    expect(project.budget).to.deep.equal({ usd: 5, calls: 20000, tokens: undefined });
    expect(project.results).to.equal('results');
  });

  it('accepts an empty file', () => {
    expect(readProjectFile('# nothing yet\n')).to.deep.include({
      models: [],
      budget: { usd: undefined, calls: undefined, tokens: undefined },
      results: undefined,
      prompts: {},
      diagnostics: [],
    });
  });

  it('refuses a key written in clear where a name is meant', () => {
    const project = readProjectFile('models: {a: {baseUrl: "https://x.org", model: m, keyEnv: sk-123}}');
    expect(project.diagnostics.map(({ code }) => code)).to.deep.equal(['study/type']);
    expect(project.models[0]).to.deep.include({ keyEnv: undefined });
  });

  it('refuses addresses that are none, or carry a user name', () => {
    for (const url of ['ftp://x.org', 'https://user:word@x.org/v1', 'file:///etc/passwd', 'x']) {
      const text = `models: {a: {baseUrl: "${url}", model: m}}`;
      expect(codes(text), url).to.deep.equal(['study/type']);
      expect(readProjectFile(text).models, url).to.deep.equal([]);
    }
  });

  it('wants an endpoint or an engine, with the keys that belong to it', () => {
    expect(codes('models: {a: {model: m}}')).to.deep.equal(['study/missing-key']);
    expect(codes('models: {a: {engine: embedded, baseUrl: "https://x.org", model: m}}')).to.deep.equal([
      'study/missing-key',
    ]);
    expect(codes('models: {a: {baseUrl: "https://x.org"}}')).to.deep.equal(['study/missing-key']);
    expect(codes('models: {a: {engine: embedded, keyEnv: X}}')).to.deep.equal(['study/unknown-key']);
  });
});
