import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent } from 'undici';
import { download, type Pinned } from '../../../../../src/engine/embedded/install/download';
import { rejection } from '../../../../fakes/rejection';
import { loopback, serving, temporaryFolder, type Handler } from './world';

const content = Buffer.from('0123456789'.repeat(1000));
const pinned: Pinned = {
  bytes: content.length,
  algorithm: 'sha256',
  digest: createHash('sha256').update(content).digest('hex'),
};

describe('downloading a pinned file', () => {
  const folder = temporaryFolder();
  const dispatcher = new Agent();
  let count = 0;
  after(async () => {
    folder.remove();
    await dispatcher.close();
  });

  async function getting(
    handler: Handler,
    { begun = '', signal = new AbortController().signal, atFirst = () => {} } = {},
  ) {
    const server = await loopback(handler);
    const file = join(folder.path, `file-${(count += 1)}`);
    if (begun !== '') writeFileSync(`${file}.part`, begun);
    const seen: number[] = [];
    const onBytes = (bytes: number): void => {
      if (seen.push(bytes) === 1) atFirst();
    };
    const done = download({ url: `${server.url}model.gguf`, file, pinned, dispatcher, signal, onBytes });
    return { file, seen, server, done: done.finally(() => server.close()) };
  }

  it('writes the file and tells how far it is', async () => {
    const { file, seen, done } = await getting(serving(content));
    await done;
    expect(readFileSync(file).equals(content)).to.equal(true);
    expect(seen.at(-1)).to.equal(content.length);
    expect(existsSync(`${file}.part`)).to.equal(false);
  });

  it('goes on where an earlier attempt was cut off', async () => {
    const { file, server, done } = await getting(serving(content), {
      begun: content.toString().slice(0, 4000),
    });
    await done;
    expect(server.asked).to.deep.equal([{ path: '/model.gguf', range: 'bytes=4000-' }]);
    expect(readFileSync(file).equals(content)).to.equal(true);
  });

  it('starts again when the server knows no ranges', async () => {
    const { file, done } = await getting((_, response) => response.end(content), { begun: '0123' });
    await done;
    expect(readFileSync(file).equals(content)).to.equal(true);
  });

  /** Sends the first half and then nothing, until it is cut off. */
  function half(hold: (cut: () => void) => void): Handler {
    return (_, response) => {
      hold(() => response.destroy());
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 5000));
    };
  }

  it('asks again for the rest when the connection breaks', async () => {
    let cut: (() => void) | undefined;
    const handler: Handler = (request, response) =>
      (cut === undefined ? half((it) => (cut = it)) : serving(content))(request, response);
    const { file, server, done } = await getting(handler, { atFirst: () => cut?.() });
    await done;
    expect(server.asked.map(({ range }) => range)).to.deep.equal([undefined, 'bytes=5000-']);
    expect(readFileSync(file).equals(content)).to.equal(true);
  });

  it('deletes what does not have the pinned digest and says so', async () => {
    const { file, done } = await getting(serving(Buffer.alloc(content.length)));
    const error = await rejection(done);
    expect(error.code).to.equal('download/wrong-hash');
    expect(error.message).to.contain('deleted');
    expect([existsSync(file), existsSync(`${file}.part`)]).to.deep.equal([false, false]);
  });

  it('stops a server that sends more than the file has', async () => {
    const { done } = await getting(serving(Buffer.concat([content, content])));
    expect((await rejection(done)).code).to.equal('download/refused');
  });

  it('names the server that refuses', async () => {
    const { server, done } = await getting((_, response) => response.writeHead(404).end());
    const error = await rejection(done);
    expect(error.message).to.equal(`${new URL(server.url).host} answered 404 for model.gguf.`);
    expect(server.asked).to.have.length(1);
  });

  it('ends when it is cancelled and keeps what it has', async () => {
    const stop = new AbortController();
    const { file, done } = await getting(
      half(() => {}),
      { signal: stop.signal, atFirst: () => stop.abort() },
    );
    expect((await rejection(done)).code).to.equal('run/cancelled');
    expect(readFileSync(`${file}.part`)).to.have.length(5000);
  });
});
