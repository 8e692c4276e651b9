import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvHttpProxyAgent, fetch, type Dispatcher, type Response } from 'undici';
import { throwIfAborted } from '../../../util/abort';
import { VignetteError } from '../../../util/errors';
import { downloadFailure, reasonOf, storageFailure } from './failures';

/** What a file must be, whoever sends it. */
export interface Pinned {
  readonly bytes: number;
  readonly algorithm: 'sha256' | 'sha512';
  /** In base64 or hexadecimal. */
  readonly digest: string;
}

export interface DownloadOptions {
  readonly url: string;
  /** Where it comes to lie; while it is incomplete, `.part` is added. */
  readonly file: string;
  readonly pinned: Pinned;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  /** Bytes at hand so far, those of an earlier attempt included. */
  readonly onBytes: (bytes: number) => void;
}

/** Honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY, and gives up soon on a host that does not answer. */
export function downloadAgent(): Dispatcher {
  return new EnvHttpProxyAgent({ connect: { timeout: 5_000 }, headersTimeout: 30_000, bodyTimeout: 30_000 });
}

/**
 * Gets one file, going on where an earlier attempt was cut off, and checks it before it takes its name.
 * @throws VignetteError `download/refused`, `download/cut-off`, `download/wrong-hash`, `file/disk-full`, `run/cancelled`.
 */
export async function download(options: DownloadOptions): Promise<void> {
  const part = `${options.file}.part`;
  await storing(part, () => mkdir(dirname(part), { recursive: true }));
  for (let attempt = 1; (await sizeOf(part)) !== options.pinned.bytes; attempt += 1) {
    try {
      await receive(part, options);
    } catch (error) {
      throwIfAborted(options.signal);
      const final = error instanceof VignetteError && error.code !== 'download/cut-off';
      if (final || attempt === 3) throw error;
    }
  }
  await settleFile(part, options.file, options.pinned);
}

/** Gives a complete file its name when it is what was pinned; else removes it. @throws `download/wrong-hash`. */
export async function settleFile(part: string, file: string, pinned: Pinned): Promise<void> {
  if (!(await matches(part, pinned))) {
    await rm(part, { force: true });
    throw downloadFailure('download/wrong-hash', `${file} is not what was expected, so it was deleted.`);
  }
  await storing(file, () => rename(part, file));
}

/** Whether a file has the pinned size and digest. */
export async function matches(file: string, pinned: Pinned): Promise<boolean> {
  if ((await sizeOf(file)) !== pinned.bytes) return false;
  const hash = createHash(pinned.algorithm);
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 }))
    hash.update(piece as Uint8Array);
  const digest = hash.digest();
  return [digest.toString('base64'), digest.toString('hex')].includes(pinned.digest);
}

/** 0 when it is not there. */
export async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function receive(
  part: string,
  { url, pinned, dispatcher, signal, onBytes }: DownloadOptions,
): Promise<void> {
  const found = await sizeOf(part);
  const have = found < pinned.bytes ? found : 0;
  const response = await ask(url, have, dispatcher, signal);
  const start = response.status === 206 ? rangeStart(response) : 0;
  if (!response.ok || response.body === null || start > have) {
    await response.body?.cancel();
    throw downloadFailure(
      'download/refused',
      `${hostOf(url)} answered ${response.status} for ${nameOf(url)}.`,
    );
  }
  const handle = await storing(part, () => open(part, found === 0 ? 'w' : 'r+'));
  let at = start;
  try {
    await storing(part, () => handle.truncate(start));
    for await (const piece of bodyOf(response, url)) {
      if (at + piece.length > pinned.bytes) throw tooLong(url);
      await storing(part, () => handle.write(piece, 0, piece.length, at));
      at += piece.length;
      onBytes(at);
    }
  } finally {
    await handle.close();
  }
  if (at < pinned.bytes) throw cutOff(url, undefined);
}

async function ask(
  url: string,
  have: number,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Response> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (have > 0) headers['range'] = `bytes=${have}-`;
  try {
    return await fetch(url, { headers, dispatcher, signal });
  } catch (error) {
    throwIfAborted(signal);
    throw downloadFailure('download/refused', `${hostOf(url)} cannot be reached: ${reasonOf(error)}.`, error);
  }
}

async function* bodyOf(response: Response, url: string): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of response.body ?? []) yield piece as Uint8Array;
  } catch (error) {
    throw cutOff(url, error);
  }
}

function rangeStart(response: Response): number {
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return start === undefined ? Number.POSITIVE_INFINITY : Number(start);
}

function cutOff(url: string, cause: unknown): VignetteError {
  return downloadFailure('download/cut-off', `The connection to ${hostOf(url)} was cut off.`, cause);
}

function tooLong(url: string): VignetteError {
  return downloadFailure('download/refused', `${hostOf(url)} sent more than ${nameOf(url)} has.`);
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}

async function storing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error, path);
  }
}
