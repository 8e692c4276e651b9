import { throwIfAborted } from '../util/abort';
import { VignetteError } from '../util/errors';

/**
 * Text of a UTF-8 byte stream in pieces, without its byte order mark and with every line end as `\n`.
 * @throws VignetteError `data/encoding` when the bytes are not UTF-8.
 */
export async function* decodeLines(
  bytes: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let carriage = '';
  for await (const chunk of bytes) {
    throwIfAborted(signal);
    const text = carriage + decoded(() => decoder.decode(chunk, { stream: true }));
    carriage = text.endsWith('\r') ? '\r' : '';
    yield withLineFeeds(carriage === '' ? text : text.slice(0, -1));
  }
  yield withLineFeeds(carriage + decoded(() => decoder.decode()));
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw new VignetteError({
      code: 'data/encoding',
      message: 'The data file is not UTF-8 text.',
      help: 'Save it again as "CSV UTF-8".',
      audience: 'invalid',
      cause,
    });
  }
}
