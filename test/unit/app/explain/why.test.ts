import { expect } from 'chai';
import { simulate } from '../../../../src/app/simulate';
import { why, type WhyOptions } from '../../../../src/app/explain/why';
import type { WhyResult } from '../../../../src/app/explain/types';
import { asVignetteError } from '../../../../src/util/errors';
import { appWorld, framingStudy, type AppWorld } from '../../../fakes/appServices';
import { steadyModel } from '../../../fakes/steadyModel';

const one = { condition: 'gain', outcome: 'choice', respondent: 'p0' };

const run = async (world: AppWorld, options: object = {}): Promise<string> => {
  const settings = { study: 'framing.study.yaml', strategy: 'direct' as const, ...options };
  return (await simulate(world.services, settings, world.signals, world.report)).run;
};

const ask = (world: AppWorld, id: string, about: Partial<WhyOptions> = {}): Promise<WhyResult> =>
  why(world.services, { run: id, ...one, ...about }, world.signals.stop);

const worldWithModel = (): AppWorld => appWorld({ model: () => steadyModel() });

describe('why an answer was or was not taken from the cache', () => {
  it('says of a first run that nobody asked this before, with the prompt and the raw reply', async () => {
    const world = worldWithModel();
    const found = await ask(world, await run(world));
    expect(found).to.include({ source: 'asked', respondent: 'p0', draw: 0, nearest: null, retries: 0 });
    expect(found.why).to.contain('No earlier run of the study');
    expect(found.messages.at(-1)?.content).to.contain('200 are saved.').and.contain('20');
    expect(found.raw).to.match(/^[01]$/);
    expect(found.key).to.include({ draw: 0, cached: true, model: 'fake-1 (openai, http://fake)' });
    expect(found.usage).to.deep.equal({ in: 100, out: 1, cachedIn: 0 });
  });
  it('says of a second run that it came from the cache', async () => {
    const world = worldWithModel();
    await run(world);
    expect(await ask(world, await run(world))).to.include({ source: 'cache' });
  });
  it('shows which words of the prompt changed since the run before', async () => {
    const world = worldWithModel();
    await run(world);
    world.files.put('/p/framing.study.yaml', framingStudy.replace('200 are saved', '300 are saved'));
    const { source, nearest, why: reason } = await ask(world, await run(world));
    expect([source, nearest?.differs.map(({ part }) => part)]).to.deep.equal(['asked', ['prompt']]);
    expect(nearest?.differs[0]?.diff).to.contain('-200 are saved.').and.contain('+300 are saved.');
    expect(reason).to.contain('the text of the prompt is different');
  });
  it('names parameters that changed', async () => {
    const world = worldWithModel();
    await run(world);
    const { nearest } = await ask(world, await run(world, { temperature: 0.5 }));
    expect(nearest?.differs).to.deep.equal([
      { part: 'parameters', now: 'temperature 0.5', then: 'temperature 1' },
    ]);
  });
  it('names the model where that is another', async () => {
    const world = appWorld({ model: () => steadyModel() });
    await run(world);
    const other = { ...steadyModel(), identity: { ...steadyModel().identity, model: 'fake-2' } };
    const { services } = world;
    const changed = {
      ...world,
      services: { ...services, models: { ...services.models, open: () => Promise.resolve(other) } },
    };
    const { nearest } = await ask(changed, await run(changed, { name: 'second' }));
    expect(nearest?.differs).to.deep.equal([
      { part: 'model', now: 'fake-2 (openai, http://fake)', then: 'fake-1 (openai, http://fake)' },
    ]);
  });
  it('says that the cache was left aside', async () => {
    const world = worldWithModel();
    await run(world);
    expect((await ask(world, await run(world, { fresh: true }))).why).to.contain('--fresh');
  });
  it('says of a cleaned cache that the reply was there', async () => {
    const world = worldWithModel();
    await run(world);
    await world.files.remove('/p/.vignette/cache');
    const { source, nearest, why: reason } = await ask(world, await run(world));
    expect([source, nearest?.differs]).to.deep.equal(['asked', []]);
    expect(reason).to.contain('cleaned away');
  });
  it('explains another order of the options by the prompt, and says in which it was shown', async () => {
    const world = worldWithModel();
    await run(world);
    const found = await ask(world, await run(world, { modifiers: { orders: 'reversed' } }));
    expect(found.nearest?.differs.map(({ part }) => part)).to.deep.equal(['prompt']);
    expect(found.order).to.deep.equal([1, 0]);
  });
  it('names the version of Vignette where nothing else is another', async () => {
    const world = worldWithModel();
    await run(world);
    await world.files.remove('/p/.vignette/cache');
    const newer = { ...world, services: { ...world.services, version: '9.0.0' } };
    const { nearest } = await ask(newer, await run(newer));
    const then = world.services.version;
    expect(nearest?.differs).to.deep.equal([{ part: 'version', now: '9.0.0', then }]);
  });
  it('says of a baseline that there is nothing to keep', async () => {
    const world = worldWithModel();
    const found = await ask(world, await run(world, { strategy: 'baseline', model: 'uniform' }));
    expect(found).to.include({ source: 'baseline', key: null });
  });
  it('names the cells and respondents of the run where it does not ask what is wanted', async () => {
    const world = worldWithModel();
    const id = await run(world);
    const error = await ask(world, id, { respondent: 'nobody' }).then(() => undefined, asVignetteError);
    expect(error).to.include({ code: 'why/not-in-plan', audience: 'usage' });
    expect(error?.help).to.contain('gain choice').and.contain('p0');
  });
});
