import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { EnginePackage, EngineRelease } from '../../../../../src/engine/embedded/packages';
import { fakeClock } from '../../../../fakes/fakeClock';

/** A folder of its own that goes when the test ends. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'embedded-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that remembers what was asked of it. */
export async function loopback(handler: Handler) {
  const asked: { readonly path: string; readonly range: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', range: request.headers.range });
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}/`, asked, close };
}

/** Sends bytes, from where a range asks on. */
export function serving(bytes: Uint8Array): Handler {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (start > 0)
      response.writeHead(206, { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` });
    response.end(bytes.subarray(start));
  };
}

export interface TarMember {
  readonly path: string;
  readonly text?: string;
  /** 0 a file, 1 a hard link, 2 a symbolic link. */
  readonly type?: '0' | '1' | '2';
  readonly link?: string;
}

/** A gzipped tar, byte by byte, so that it can hold what no tool would write. */
export function tarball(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap(({ path, text = '', type = '0', link = '' }) => {
    const content = Buffer.from(text);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    return [header(path, content.length, type, link), content, padding];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function header(path: string, size: number, type: string, link: string): Buffer {
  const block = Buffer.alloc(512);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  block.write(path, 0);
  block.write(
    `${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0${octal(size, 11)}\0${octal(0, 11)}\0`,
    100,
  );
  block.write('        ', 148);
  block.write(type, 156);
  block.write(link, 157);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\0 `, 148);
  return block;
}

export function aPackage(name: string, archive: Uint8Array, path = `node_modules/${name}`): EnginePackage {
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  return { path, name, version: '1.0.0', integrity, bytes: archive.length };
}

export function aRelease(packages: readonly EnginePackage[]): EngineRelease {
  return { platform: 'test', version: '1.0.0', packages };
}

/** What installing takes of the world; the lock is free and the progress is kept. */
export function aWorld({ signal = new AbortController().signal } = {}) {
  const said: { readonly text: string; readonly share: number | undefined }[] = [];
  return {
    said,
    deps: {
      files: { lock: () => Promise.resolve(() => Promise.resolve()) },
      clock: fakeClock({ auto: true }),
      signal,
      onProgress: (text: string, share?: number) => void said.push({ text, share }),
    },
  };
}
