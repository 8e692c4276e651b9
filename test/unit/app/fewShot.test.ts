import { expect } from 'chai';
import { plan } from '../../../src/app/plan';
import { prompt } from '../../../src/app/prompt';
import { simulate } from '../../../src/app/simulate';
import type { SimulateOptions } from '../../../src/app/types';
import type { Model } from '../../../src/simulate/types';
import { appWorld, type AppWorld } from '../../fakes/appServices';
import { rejection } from '../../fakes/rejection';
import { steadyModel } from '../../fakes/steadyModel';

const survey = `vignette: 1
id: survey
title: A survey
outcomes:
  tax: {question: Should taxes rise?, scale: {type: ordinal, min: 0, points: 7}}
  bus: {question: Do you take the bus?, scale: {type: ordinal, min: 0, points: 7}}
  dog: {question: Do you like dogs?, scale: {type: ordinal, min: 0, points: 7}}
respondents: {data: survey.csv, id: id, outcomes: {tax: tax, bus: bus, dog: dog}}
simulate: {model: fake, strategy: few-shot, fewShot: {k: 1, similarity: embeddings}}
`;

const data = 'id,tax,bus,dog\na,1,4,3\nb,5,2,6\nc,3,6,2\nd,6,3,5\n';

/** Taxes and dogs lie close to each other, and far from buses. */
const vectorOf = (text: string): readonly number[] => (text.includes('bus') ? [0, 1] : [1, 0]);

/** A world whose endpoint gives embeddings, and every text that it was asked to embed. */
function world(change: Partial<Model> = {}) {
  const embedded: string[] = [];
  const embed: Model['embed'] = (texts) => {
    embedded.push(...texts);
    const usage = { in: 40, out: 0, cachedIn: 0 };
    return Promise.resolve({ vectors: texts.map(vectorOf), usage, calls: 1 });
  };
  const files = { '/p/survey.study.yaml': survey, '/p/survey.csv': data };
  const made = appWorld({ files, model: () => ({ ...steadyModel(), embed, ...change }) });
  return { ...made, embedded };
}

const options: SimulateOptions = { study: 'survey.study.yaml', name: 'shown' };
const run = (made: AppWorld, more: Partial<SimulateOptions> = {}) =>
  simulate(made.services, { ...options, ...more }, made.signals, made.report);

describe('few-shot by embeddings', () => {
  it('asks the endpoint for the vectors of the questions alone, once', async () => {
    const made = world();
    const first = await run(made);
    expect([...made.embedded].sort()).to.deep.equal([
      'Do you like dogs?',
      'Do you take the bus?',
      'Should taxes rise?',
    ]);
    const second = await run(made, { name: 'again' });
    expect(made.embedded).to.have.length(3);
    expect([first.complete, second.complete, second.requests]).to.deep.equal([true, true, 0]);
  });

  it('counts them among what the run took', async () => {
    const made = world();
    const counted = await run(made);
    expect(counted.requests).to.equal(12 + 1);
    expect(counted.usage.in).to.equal(12 * 100 + 40);
  });

  it('records what was shown', async () => {
    const made = world();
    const { dir } = await run(made);
    const lines = made.files
      .text(`${dir}/answers.jsonl`)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { outcome: string; person: string; shown: string[] });
    const taxes = lines.filter(({ outcome }) => outcome === 'tax');
    expect(taxes.map(({ person, shown }) => `${person}: ${shown.join()}`).sort()).to.deep.equal([
      'a: a all dog',
      'b: b all dog',
      'c: c all dog',
      'd: d all dog',
    ]);
  });

  it('plans with words before there are vectors, and says so', async () => {
    const made = world();
    const signal = made.signals.stop;
    const before = await plan(made.services, options, signal);
    expect(before.warnings.at(-1)).to.equal(
      '3 questions are compared by embeddings when the run begins; examples of bm25 stand for them here.',
    );
    const asked = { ...options, condition: 'all', outcome: 'tax' };
    expect((await rejection(prompt(made.services, asked, signal))).code).to.equal('strategy/no-embeddings');
    await run(made);
    expect((await plan(made.services, options, signal)).warnings).to.deep.equal([]);
    expect((await prompt(made.services, asked, signal)).messages.at(-1)?.content).to.include('dogs?');
  });

  it('ends before any answer where the engine has none, naming what can be done', async () => {
    const model = steadyModel();
    const made = world();
    const none = appWorld({ memory: made.files, model: () => model });
    const refused = await rejection(run(none));
    expect(refused.code).to.equal('strategy/no-embeddings');
    expect(refused.help).to.include('bm25');
    expect(made.files.paths().some((path) => path.includes('/runs/'))).to.equal(false);
  });

  it('asks for none where they would take more than the budget', async () => {
    const made = world();
    const refused = await rejection(run(made, { budget: { tokens: 3 } }));
    expect(refused.code).to.equal('strategy/embeddings-budget');
    expect(made.embedded).to.deep.equal([]);
  });

  it('leaves the answers what the vectors did not take of the budget', async () => {
    const stopped = await run(world(), { budget: { calls: 5 } });
    expect(stopped).to.include({ complete: false, requests: 5, answers: 4 });
  });
});
