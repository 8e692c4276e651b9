import { VignetteError } from '../../util/errors';

/** A base URL taken apart, so that a path can be put behind it and its origin shown. */
export interface Address {
  readonly origin: string;
  /** Without a slash at its end: `/v1`. */
  readonly path: string;
  /** This machine. */
  readonly loopback: boolean;
}

/** @throws VignetteError `model/bad-url` for what is no plain http(s) address; the message never repeats it. */
export function addressOf(baseUrl: string): Address {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    throw badUrl('A base URL of the model is no http or https address.');
  if (url.username !== '' || url.password !== '')
    throw badUrl('A base URL of the model has a name or password in it.');
  if (url.search !== '' || url.hash !== '')
    throw badUrl('A base URL of the model has a query or fragment behind its path.');
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, ''), loopback: isLoopback(url.hostname) };
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function badUrl(message: string): VignetteError {
  return new VignetteError({
    code: 'model/bad-url',
    message,
    help: 'Give `baseUrl` as in "http://127.0.0.1:8080/v1"; keys go into an environment variable named by `keyEnv`.',
    audience: 'usage',
  });
}
