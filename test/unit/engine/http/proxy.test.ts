import { expect } from 'chai';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { openaiModel } from '../../../../src/engine/openai/model';
import { fakeClock } from '../../../fakes/fakeClock';
import { scriptedServer, type ScriptedServer } from '../../../fakes/scriptedServer';
import { anEntry, aTextCall } from '../builders';

/** A proxy that leads every tunnel to one server and notes where it was asked to go. */
async function aProxy(target: ScriptedServer) {
  const asked: string[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const onward = connect(Number(new URL(target.origin).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => void proxy.close(() => resolve()));
  return { asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, close };
}

const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

describe('a proxy named in the environment', () => {
  const before = new Map(names.map((name) => [name, process.env[name]]));
  let server: ScriptedServer;
  let proxy: Awaited<ReturnType<typeof aProxy>>;

  beforeEach(async () => {
    server = await scriptedServer();
    proxy = await aProxy(server);
    for (const name of names) delete process.env[name];
    process.env.HTTP_PROXY = proxy.url;
  });
  afterEach(async () => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    await server.close();
    await proxy.close();
  });

  async function ask(baseUrl: string): Promise<void> {
    const model = openaiModel(anEntry({ baseUrl: [baseUrl] }), {
      key: undefined,
      clock: fakeClock({ auto: true }),
    });
    await model.ask(aTextCall(), new AbortController().signal).finally(() => model.dispose());
  }

  it('leads to servers elsewhere', async () => {
    await ask('http://models.example:8000/v1');
    expect(proxy.asked).to.deep.equal(['models.example:8000']);
    expect(server.chats()).to.have.length(1);
  });

  it('is passed by for servers of this machine', async () => {
    await ask(server.baseUrl);
    expect(proxy.asked).to.deep.equal([]);
  });

  it('is passed by for hosts in NO_PROXY', async () => {
    process.env.NO_PROXY = '0.0.0.0';
    await ask(server.baseUrl.replace('127.0.0.1', '0.0.0.0'));
    expect(proxy.asked).to.deep.equal([]);
    expect(server.chats()).to.have.length(1);
  });
});
