import { expect } from 'chai';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { openaiModel } from '../../../../src/engine/openai/model';
import { fakeClock } from '../../../fakes/fakeClock';
import { rejection } from '../../../fakes/rejection';
import { scriptedServer, type ScriptedServer } from '../../../fakes/scriptedServer';
import { anEntry, aTextCall } from '../builders';

/** A proxy that leads every tunnel to one server, or none, and notes where it was asked to go and what it was told. */
async function aProxy(target: ScriptedServer) {
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const refusing = { status: '' };
  const proxy = createServer().on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    headers.push(request.headers);
    if (refusing.status !== '') return void socket.end(`HTTP/1.1 ${refusing.status}\r\n\r\n`);
    const onward = connect(Number(new URL(target.origin).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => void proxy.close(() => resolve()));
  return {
    asked,
    headers,
    refusing,
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    close,
  };
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

  async function ask(baseUrl: string, key?: string): Promise<void> {
    const model = openaiModel(anEntry({ baseUrl: [baseUrl] }), {
      key,
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

  it('is not told the key, which goes through the tunnel', async () => {
    await ask('http://models.example:8000/v1', 'sk-secret');
    expect(server.chats()[0]?.headers.authorization).to.equal('Bearer sk-secret');
    expect(JSON.stringify(proxy.headers)).to.not.contain('sk-secret');
    expect(proxy.headers[0]).to.not.have.any.keys('authorization', 'proxy-authorization');
  });

  it('ends the call with a coded error where it wants a password', async () => {
    proxy.refusing.status = '407 Proxy Authentication Required';
    const error = await rejection(ask('http://models.example:8000/v1', 'sk-secret'));
    expect(error.code).to.equal('model/unreachable');
    expect(JSON.stringify(proxy.headers)).to.not.contain('sk-secret');
    expect(server.requests).to.deep.equal([]);
  });

  it('is given the name and password of its own address', async () => {
    process.env.HTTP_PROXY = proxy.url.replace('http://', 'http://me:pass@');
    await ask('http://models.example:8000/v1');
    const given = Buffer.from('me:pass').toString('base64');
    expect(proxy.headers[0]?.['proxy-authorization']).to.equal(`Basic ${given}`);
    expect(server.chats()[0]?.headers).to.not.have.property('proxy-authorization');
  });
});
