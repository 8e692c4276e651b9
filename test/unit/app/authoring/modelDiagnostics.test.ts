import { expect } from 'chai';
import { modelDiagnostics, type RunFacts } from '../../../../src/app/authoring/modelDiagnostics';
import type { ModelDescription } from '../../../../src/app/services';
import { readProjectFile } from '../../../../src/study/project';
import { readStudy } from '../../../../src/study/read';

const study = (simulate: string) =>
  readStudy(
    `vignette: 1\nid: a\ntitle: A\noutcomes:\n  x: {question: Q, scale: {type: ordinal, points: 5}}\nsimulate: ${simulate}\n`,
  );

function facts(models: string, change: Partial<RunFacts> = {}): RunFacts {
  const { models: entries, budget } = readProjectFile(models);
  return { project: { file: '/p/vignette.yaml', models: entries, budget }, ...change };
}

const nothing: RunFacts = { project: { ...facts('').project, file: undefined } };
const gpt = 'models:\n  gpt: {baseUrl: "https://models.example/v1", model: gpt-4o, keyEnv: MY_KEY}\n';

const endpoint: ModelDescription = {
  name: 'gpt',
  engine: 'openai',
  where: ['https://models.example'],
  model: 'gpt-4o',
  keyEnv: 'MY_KEY',
  key: 'ready',
  local: false,
  demonstration: false,
};

const codes = (simulate: string, known: RunFacts): readonly string[] =>
  modelDiagnostics(study(simulate), known).map(({ code, severity }) => `${severity} ${code}`);

describe('what is wrong between a study and its models', () => {
  it('is nothing for a model of the project, `local` or a baseline', () => {
    expect(codes('{model: gpt}', facts(gpt))).to.deep.equal([]);
    expect(codes('{model: local}', nothing)).to.deep.equal([]);
    expect(codes('{model: pooled, strategy: baseline}', nothing)).to.deep.equal([]);
  });
  it('is an unknown name, at that name, with the nearest one to change to', () => {
    const document = study('{model: gptt}');
    const [problem] = modelDiagnostics(document, facts(gpt));
    expect(problem).to.include({ code: 'model/unknown', severity: 'error' });
    expect(problem?.range).to.deep.equal(document.ranges(['simulate', 'model'])?.value);
    expect(problem?.fixes.map(({ title }) => title)).to.deep.equal(['Change to gpt']);
  });
  it('offers to make the project file where there is none, with that model in it', () => {
    for (const name of ['cluster', 'no', '1e3', 'a: b', 'gpt-4o']) {
      const [problem] = modelDiagnostics(study(`{model: ${JSON.stringify(name)}}`), nothing);
      const made = problem?.fixes.find(({ creates }) => creates !== undefined)?.creates;
      expect(made?.name).to.equal('vignette.yaml');
      const project = readProjectFile(made?.text ?? '');
      expect(project.diagnostics.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
      expect(project.models.map((model) => model.name)).to.deep.equal([name]);
    }
  });
  it('offers no project file where there is one', () => {
    const [problem] = modelDiagnostics(study('{model: cluster}'), facts(gpt));
    expect(problem?.fixes).to.deep.equal([]);
  });
  it('is a key that would go to a host that was not approved', () => {
    const known = facts(gpt, { endpoint: { ...endpoint, key: 'untrusted' } });
    expect(codes('{model: gpt}', known)).to.deep.equal(['error model/untrusted-key']);
    expect(modelDiagnostics(study('{model: gpt}'), known)[0]?.help).to.contain('vignette models trust gpt');
  });
  it('is a base model that is asked for a bare number, but not for probabilities', () => {
    const base = 'models: {b: {baseUrl: "http://127.0.0.1:1/v1", model: qwen2.5-7b-base}}';
    expect(codes('{model: b}', facts(base))).to.deep.equal(['warning model/base-model']);
    expect(codes('{model: b, strategy: logprob}', facts(base))).to.deep.equal([]);
    const database = 'models: {b: {baseUrl: "http://127.0.0.1:1/v1", model: database-instruct}}';
    expect(codes('{model: b}', facts(database))).to.deep.equal([]);
  });
  it('hints at a demonstration engine, also where `local` turns out to be one', () => {
    expect(codes('{model: embedded}', nothing)).to.deep.equal(['hint model/demonstration']);
    const resolved = {
      ...nothing,
      endpoint: { ...endpoint, key: 'none-needed', demonstration: true } as const,
    };
    expect(codes('{model: local}', resolved)).to.deep.equal(['hint model/demonstration']);
  });
});

describe('a model that the study does not write', () => {
  const resolved = { ...nothing, endpoint: { ...endpoint, demonstration: true } };
  it('is not spoken of while the study is written', () => {
    expect(codes('{seed: 1}', resolved)).to.deep.equal([]);
  });
  it('is spoken of where a run asks for it', () => {
    const asked = { model: 'gpt', strategy: 'direct' } as const;
    expect(codes('{seed: 1}', { ...resolved, asked })).to.deep.equal(['hint model/demonstration']);
  });
});

describe('a budget that a run would pass', () => {
  const estimate = { calls: 500, tokens: { in: [900, 1500], out: [500, 1000] }, usd: [2, 4] } as const;
  const over = (budget: string) => {
    const known = facts(`${gpt}budget: ${budget}\n`, { estimate });
    return modelDiagnostics(study('{model: gpt, respondents: 250}'), known);
  };
  it('is said at the number of respondents, in the words of the limit that is passed', () => {
    expect(over('{calls: 499}').map(({ message }) => message)).to.deep.equal([
      'A run takes 500 calls; the budget of vignette.yaml is 499.',
    ]);
    expect(over('{tokens: 1000}')[0]?.message).to.contain('at least 1,400 tokens');
    expect(over('{usd: 1.5}')[0]?.message).to.contain('at least $2.00; the budget of vignette.yaml is $1.50');
    expect(over('{usd: 1.5}')[0]).to.deep.include({
      code: 'budget/exceeded',
      path: ['simulate', 'respondents'],
    });
  });
  it('is not said while the run may stay below it', () => {
    expect(over('{calls: 500, tokens: 1400, usd: 3}')).to.deep.equal([]);
  });
});
