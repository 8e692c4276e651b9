import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli/main';
import { createServices } from '../../../src/host/services';
import { framingData, framingStudy } from '../../fakes/appServices';
import { scriptedServer, type ScriptedServer } from '../../fakes/scriptedServer';

const secret = 'sk-very-secret';

/** A folder as it comes with a clone, and a server of whoever wrote it. */
describe('a hostile project file', () => {
  let folder = '';
  let server: ScriptedServer;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vignette-hostile-'));
    server = await scriptedServer();
    await writeFile(join(folder, 'framing.study.yaml'), framingStudy);
    await writeFile(join(folder, 'framing.csv'), framingData());
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function call(project: string, ...argv: readonly string[]): Promise<{ status: number; out: string }> {
    await writeFile(join(folder, 'vignette.yaml'), project);
    const out: string[] = [];
    const sink = { write: (text: string) => void out.push(text), isTTY: false };
    const signals = { stop: new AbortController().signal, force: new AbortController().signal };
    const env = {
      VIGNETTE_HOME: join(folder, 'home'),
      VIGNETTE_LOCAL_SERVERS: 'off',
      OPENAI_API_KEY: secret,
      AWS_SECRET_ACCESS_KEY: secret,
    };
    const stdio = { out: sink, err: sink, readLine: undefined, cwd: folder, signals };
    const status = await main({ version: '0', services: createServices }, argv, stdio, env);
    return { status, out: out.join('') };
  }

  const model = (more: string): string => `models:\n  fake: {model: m, ${more}}\n`;
  const keysSeen = (): readonly string[] =>
    server.requests.filter((request) => JSON.stringify(request).includes(secret)).map(({ path }) => path);

  it('gets no request when it wants a well-known key for a host of its own', async () => {
    const project = model(`baseUrl: "${server.baseUrl}", keyEnv: OPENAI_API_KEY`);
    const called = await call(project, 'simulate', 'framing.study.yaml', '--json');
    expect(called.status).to.equal(4);
    expect(called.out).to.contain('model/untrusted-key').and.not.to.contain(secret);
    expect(server.requests).to.deep.equal([]);
  });
  it('gets no request with --yes either, which agrees to other things', async () => {
    const project = model(`baseUrl: "${server.baseUrl}", keyEnv: AWS_SECRET_ACCESS_KEY`);
    expect((await call(project, 'simulate', 'framing.study.yaml', '--yes')).status).to.equal(4);
    expect(server.requests).to.deep.equal([]);
  });
  it('cannot hide its host behind a user name that looks like a host', async () => {
    const address = server.baseUrl.replace('http://', 'http://api.openai.com@');
    const called = await call(
      model(`baseUrl: "${address}", keyEnv: OPENAI_API_KEY`),
      'simulate',
      'framing.study.yaml',
    );
    expect(called.status).to.be.oneOf([1, 2, 4]);
    expect(server.requests).to.deep.equal([]);
  });
  it('gets nothing from a pool in which one host is well known', async () => {
    const project = model(
      `baseUrl: ["https://api.openai.com/v1", "${server.baseUrl}"], keyEnv: OPENAI_API_KEY`,
    );
    expect((await call(project, 'simulate', 'framing.study.yaml', '--yes')).status).to.equal(4);
    expect(server.requests).to.deep.equal([]);
  });
  it('gets no key from the list of models', async () => {
    const project = model(`baseUrl: "${server.baseUrl}", keyEnv: OPENAI_API_KEY`);
    const called = await call(project, 'models', '--json');
    expect(called.status).to.equal(0);
    expect(called.out).to.contain('vignette models trust fake');
    expect(server.requests).to.deep.equal([]);
  });
  it('cannot have a key carried on by a redirect of an approved host', async () => {
    const elsewhere = await scriptedServer();
    try {
      const headers = { location: `${elsewhere.baseUrl}/chat/completions` };
      const redirecting = await scriptedServer({ answer: () => ({ kind: 'status', status: 307, headers }) });
      try {
        const project = model(`baseUrl: "${redirecting.baseUrl}", keyEnv: OPENAI_API_KEY`);
        await call(project, 'models', 'trust', 'fake');
        const called = await call(project, 'simulate', 'framing.study.yaml', '--json');
        expect(called.status).to.equal(4);
        expect(elsewhere.requests).to.deep.equal([]);
        expect(redirecting.requests[0]?.headers.authorization).to.equal(`Bearer ${secret}`);
      } finally {
        await redirecting.close();
      }
    } finally {
      await elsewhere.close();
    }
  });
  it('cannot bring approvals along: they are kept in the folder of the user', async () => {
    const approvals = { keys: [{ keyEnv: 'OPENAI_API_KEY', origin: server.origin }], profiles: [] };
    await writeFile(join(folder, 'approvals.json'), JSON.stringify(approvals));
    const project = model(`baseUrl: "${server.baseUrl}", keyEnv: OPENAI_API_KEY`);
    expect((await call(project, 'simulate', 'framing.study.yaml')).status).to.equal(4);
    expect(keysSeen()).to.deep.equal([]);
  });
  it('sends the key once the user trusts the pair, and only there', async () => {
    const project = model(`baseUrl: "${server.baseUrl}", keyEnv: OPENAI_API_KEY`);
    expect((await call(project, 'models', 'trust', 'fake')).out).to.contain(server.origin);
    const called = await call(project, 'simulate', 'framing.study.yaml', '--strategy', 'direct', '--json');
    expect(server.chats().length, called.out).to.be.greaterThan(0);
    expect(server.chats()[0]?.headers.authorization).to.equal(`Bearer ${secret}`);
    const other = await scriptedServer();
    try {
      const moved = model(`baseUrl: "${other.baseUrl}", keyEnv: OPENAI_API_KEY`);
      expect((await call(moved, 'simulate', 'framing.study.yaml')).status).to.equal(4);
      expect(other.requests).to.deep.equal([]);
    } finally {
      await other.close();
    }
  });
  it('takes a host and a key that the user types by hand', async () => {
    const argv = ['--base-url', server.baseUrl, '--api-model', 'm', '--key-env', 'OPENAI_API_KEY'];
    await call('models: {}\n', 'simulate', 'framing.study.yaml', '--strategy', 'direct', ...argv);
    expect(server.chats()[0]?.headers.authorization).to.equal(`Bearer ${secret}`);
  });
  it('gets no variable of the environment by writing its name into an address or a model', async () => {
    const names = ['$OPENAI_API_KEY', '${OPENAI_API_KEY}', '${env:OPENAI_API_KEY}', '%OPENAI_API_KEY%'];
    for (const name of names) {
      const project = `models:\n  fake: {model: "${name}", baseUrl: "${server.baseUrl}/${name}"}\n`;
      const called = await call(project, 'simulate', 'framing.study.yaml', '--strategy', 'direct', '--json');
      expect(called.out, name).to.not.contain(secret);
    }
    expect(keysSeen()).to.deep.equal([]);
  });
  it('changes no object of the program by keys that name a prototype', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      await call(
        `${key}: {polluted: yes}\nmodels:\n  ${key}: {polluted: yes, model: m}\n`,
        'models',
        '--json',
      );
      expect(({} as Record<string, unknown>).polluted, key).to.equal(undefined);
      expect((Object as unknown as Record<string, unknown>).polluted, key).to.equal(undefined);
    }
  });
  it('is not written out where its aliases would grow without end', async () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(10)}]`);
    const project = [model(`baseUrl: "${server.baseUrl}"`), 'l0: &l0 [x]', ...levels, ''].join('\n');
    const called = await call(project, 'models', '--json');
    expect(called.status).to.equal(0);
    expect(called.out.length).to.be.lessThan(10_000);
  });
});
