import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import { throwIfAborted } from '../../util/abort';

export interface TransportSettings {
  readonly connections: number;
  readonly connectMs: number;
  /** From the first byte sent to the last byte received. */
  readonly totalMs: number;
  readonly maxReplyBytes: number;
}

export const transportDefaults: TransportSettings = {
  connections: 512,
  connectMs: 10_000,
  totalMs: 120_000,
  maxReplyBytes: 8 * 1024 * 1024,
};

export interface HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

export type HttpHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What came of a request. A lost one names the system's or undici's error code. */
export type Exchange =
  | { readonly kind: 'reply'; readonly status: number; readonly headers: HttpHeaders; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'lost'; readonly code: string };

/** HTTP over connections that stay open. Redirects are not followed: a key goes to no other place. */
export interface Transport {
  /** @throws VignetteError `run/cancelled` alone. */
  send(request: HttpRequest, signal: AbortSignal): Promise<Exchange>;
  close(): Promise<void>;
}

/** Connections to this machine go directly, all others by HTTPS_PROXY and NO_PROXY. */
function defaultDispatcher(loopback: boolean, settings: TransportSettings): Dispatcher {
  const options = { connections: settings.connections, connect: { timeout: settings.connectMs } };
  return loopback ? new Agent(options) : new EnvHttpProxyAgent(options);
}

/** @param given connections that belong to the caller, who closes them; own ones otherwise. */
export function makeTransport(
  given: Dispatcher | undefined,
  loopback: boolean,
  settings: TransportSettings,
): Transport {
  const dispatcher = given ?? defaultDispatcher(loopback, settings);
  return {
    send: async (request, signal) => {
      throwIfAborted(signal);
      const ending = new AbortController();
      const stop = (): void => ending.abort();
      const deadline = setTimeout(stop, settings.totalMs);
      signal.addEventListener('abort', stop, { once: true });
      try {
        return await exchange(dispatcher, request, ending.signal, settings);
      } catch (error) {
        throwIfAborted(signal);
        return ending.signal.aborted ? { kind: 'timeout' } : lost(error);
      } finally {
        clearTimeout(deadline);
        signal.removeEventListener('abort', stop);
      }
    },
    close: async () => {
      if (given === undefined) await dispatcher.destroy();
    },
  };
}

async function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  signal: AbortSignal,
  settings: TransportSettings,
): Promise<Exchange> {
  const { statusCode, headers, body } = await dispatcher.request({
    origin: request.origin,
    path: request.path,
    method: request.method,
    headers: { ...request.headers },
    body: request.body ?? null,
    signal,
    headersTimeout: settings.totalMs,
    bodyTimeout: settings.totalMs,
  });
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    bytes += piece.length;
    // Leaving the loop closes the connection.
    if (bytes > settings.maxReplyBytes) return { kind: 'too-large' };
    pieces.push(piece);
  }
  return { kind: 'reply', status: statusCode, headers, text: Buffer.concat(pieces).toString('utf8') };
}

function lost(error: unknown): Exchange {
  const code = codeOf(error);
  return code.endsWith('TIMEOUT') ? { kind: 'timeout' } : { kind: 'lost', code };
}

function codeOf(error: unknown): string {
  const named = error as { code?: unknown; cause?: { code?: unknown } } | undefined;
  const code = named?.code ?? named?.cause?.code;
  return typeof code === 'string' ? code : 'unknown';
}
