import type { HttpHeaders } from './transport';

/** Milliseconds that `Retry-After` (seconds or an HTTP date) or `retry-after-ms` asks to wait, if either does. */
export function retryAfterMs(headers: HttpHeaders, nowMs: number): number | undefined {
  const exact = numberOf(headers['retry-after-ms']);
  if (exact !== undefined) return exact;
  const header = headers['retry-after'];
  const seconds = numberOf(header);
  if (seconds !== undefined) return seconds * 1000;
  // Date.parse takes many texts for dates; those of HTTP begin with the day's name.
  if (typeof header !== 'string' || !/^[A-Z][a-z]{2}/.test(header)) return undefined;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}

function numberOf(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\s*\d{1,12}(\.\d{1,6})?\s*$/.test(header)
    ? Number(header)
    : undefined;
}
