import { expect } from 'chai';
import { commands, type Uri } from 'vscode';
import { gatedServer, type GatedServer } from './gatedServer';
import { aProject, ended, going, PEOPLE } from './smallProject';
import { eventually } from './support';

/** Begins; how it ended is read from the disk, since a run that is not complete asks what to do. */
function begin(uri: Uri): void {
  void commands.executeCommand('vignette.simulateStudy', { study: uri.toString() });
}

function answered(uri: Uri, least: number): Promise<unknown> {
  return eventually(
    `${least} answers`,
    () => going(uri)?.progress?.answered ?? 0,
    (count) => count >= least,
  );
}

const slow = { model: 'slow', profile: true };

const projectOf = ({ baseUrl }: GatedServer): string =>
  `models:\n  slow: {baseUrl: "${baseUrl}", model: gated}\nresults: results\n`;

describe('a run that is steered from the editor', () => {
  let server: GatedServer;
  beforeEach(async () => (server = await gatedServer()));
  afterEach(() => server.close());

  it('tells how many are answered, stops gracefully, and is resumed without asking anything twice', async () => {
    const [uri] = (await aProject('stopped', projectOf(server), slow, 'stopped')) as [Uri];
    begin(uri);
    await eventually('The first calls', server.asked, (asked) => asked > 0);
    server.let(1);
    await answered(uri, 1);
    expect(going(uri)).to.deep.include({ phase: 'running' });
    expect(going(uri)?.progress?.total).to.equal(PEOPLE);
    await commands.executeCommand('vignette.stopRun', { study: uri.toString() });
    expect(going(uri)?.phase).to.equal('stopping');
    server.let(PEOPLE);
    const stopped = await ended('stopped');
    expect(stopped.state).to.equal('incomplete');
    expect(stopped.counts?.answers)
      .to.equal(server.asked())
      .and.to.be.below(PEOPLE + 1);
    await commands.executeCommand('vignette.resumeRun', { study: uri.toString() });
    const resumed = await ended('stopped');
    expect(resumed.state).to.equal('complete');
    expect(resumed.counts?.answers).to.equal(PEOPLE);
    expect(server.asked()).to.equal(PEOPLE);
  });

  it('ends at once at a second stop, though the server never answers', async () => {
    const [uri] = (await aProject('forced', projectOf(server), slow, 'forced')) as [Uri];
    begin(uri);
    await eventually('The first calls', server.asked, (asked) => asked > 0);
    await commands.executeCommand('vignette.stopRun', { study: uri.toString() });
    await commands.executeCommand('vignette.stopRun', { study: uri.toString() });
    expect(await ended('forced')).to.deep.include({ state: 'incomplete', results: null });
  });

  it('ends where its budget is reached, and says so', async () => {
    const project = `${projectOf(server)}budget: {calls: 3}\n`;
    const [uri] = (await aProject('budgeted', project, slow, 'budgeted')) as [Uri];
    server.let(PEOPLE);
    begin(uri);
    await eventually('The calls', server.asked, (asked) => asked === 3);
    const run = await ended('budgeted');
    expect(run.state).to.equal('incomplete');
    expect(run.why).to.match(/budget of 3 calls is reached/);
    expect(run.counts?.answers).to.equal(3);
    expect(server.asked()).to.equal(3);
  });

  it('waits for another run at the same endpoint, and shows it', async () => {
    const uris = await aProject('queued', projectOf(server), slow, 'first', 'second');
    const [first, second] = uris as [Uri, Uri];
    begin(first);
    await eventually('The first calls', server.asked, (asked) => asked > 0);
    begin(second);
    await eventually(
      'The wait',
      () => going(second)?.status,
      (status) => status === 'Waiting for another run with slow',
    );
    expect(going(second)?.phase).to.equal('preparing');
    // One reply at a time where something is watched: a run that is let go may end between two looks at it.
    server.let(PEOPLE + 1);
    await answered(second, 1);
    expect(going(first)).to.equal(undefined);
    server.let(PEOPLE - 1);
    expect((await ended('queued')).state).to.equal('complete');
    expect(server.asked()).to.equal(2 * PEOPLE);
  });
});
