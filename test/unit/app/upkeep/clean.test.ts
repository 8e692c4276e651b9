import { expect } from 'chai';
import { simulate } from '../../../../src/app/simulate';
import { clean } from '../../../../src/app/upkeep/clean';
import { appWorld, type AppWorld } from '../../../fakes/appServices';
import { steadyModel } from '../../../fakes/steadyModel';

/** Two complete runs, of which only the second is named by the results file, and one that was stopped. */
async function threeRuns(): Promise<AppWorld> {
  let asked = 0;
  const world = appWorld({
    model: () => steadyModel({ before: () => ((asked += 1) === 16 ? world.stop.abort() : undefined) }),
  });
  const go = (options: object) =>
    simulate(world.services, { study: 'framing.study.yaml', ...options }, world.signals, world.report);
  await go({ name: 'a', seed: 1 });
  await go({ name: 'a', seed: 2 });
  await go({ name: 'b', fresh: true, strategy: 'direct' });
  return world;
}

const keptIn = (world: AppWorld, options = {}): Promise<Record<string, string | null>> =>
  clean(world.services, options).then(({ parts }) =>
    Object.fromEntries(
      parts.map(({ kind, name, kept }) => [kind === 'cache' ? 'cache' : (name.split('.')[2] ?? ''), kept]),
    ),
  );

describe('cleaning up', () => {
  it('keeps what results files name and what can be resumed, and shows that the rest would go', async () => {
    const world = await threeRuns();
    const { parts, removed, freed, bytes } = await clean(world.services, {});
    expect(parts.map(({ kind, kept }) => [kind, kept])).to.deep.include.members([
      ['cache', null],
      ['run', 'unfinished'],
      ['run', 'named-by-results'],
    ]);
    expect(removed).to.equal(false);
    expect(freed).to.be.greaterThan(0).and.lessThan(bytes);
    expect(parts.every(({ folder }) => world.files.paths().some((path) => path.startsWith(folder)))).to.equal(
      true,
    );
  });
  it('counts what lies in folders of a run', async () => {
    const world = await threeRuns();
    const { bytes, parts } = await clean(world.services, {});
    world.files.put(`${parts[1]?.folder ?? ''}/batch/0001.jsonl`, 'x'.repeat(1000));
    expect((await clean(world.services, {})).bytes - bytes).to.equal(1000);
  });
  it('removes with --yes what it says goes, and nothing else', async () => {
    const world = await threeRuns();
    const { parts, removed } = await clean(world.services, { yes: true });
    const there = parts.filter(({ folder }) =>
      world.files.paths().some((path) => path.startsWith(`${folder}/`)),
    );
    expect(removed).to.equal(true);
    expect(there.map(({ kept }) => kept).sort()).to.deep.equal(['named-by-results', 'unfinished']);
    expect(world.files.paths()).to.include('/p/results/framing/a.results.yaml');
  });
  it('removes everything that does not run with --all', async () => {
    const world = await threeRuns();
    await clean(world.services, { yes: true, all: true });
    expect(world.files.paths().filter((path) => /\.vignette\/(runs|cache)/.test(path))).to.deep.equal([]);
  });
  it('never touches a run that another process writes, nor the cache beside it', async () => {
    const world = await threeRuns();
    const [run] = (await clean(world.services, {})).parts.filter(({ kind }) => kind === 'run');
    const unlock = await world.files.lock(`${run?.folder ?? ''}/lock`);
    const { parts } = await clean(world.services, { yes: true, all: true });
    expect(parts.filter(({ kept }) => kept !== null).map(({ kind, kept }) => [kind, kept])).to.deep.equal([
      ['cache', 'in-use'],
      ['run', 'running'],
    ]);
    expect(world.files.paths()).to.include(`${run?.folder ?? ''}/answers.jsonl`);
    await unlock();
  });
  it('leaves the cache when that is wished', async () => {
    expect((await keptIn(await threeRuns(), { keepCache: true }))['cache']).to.equal('asked-to-keep');
  });
});
