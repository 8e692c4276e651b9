import { expect } from 'chai';
import { retryAfterMs } from '../../../../src/engine/http/retryAfter';

const now = Date.UTC(2026, 0, 1);

describe('what Retry-After asks for', () => {
  for (const [headers, ms] of [
    [{}, undefined],
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '250', 'retry-after': '1' }, 250],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Thu, 01 Jan 2015 00:01:00 GMT' }, 0],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '1e9' }, undefined],
    [{ 'retry-after': ['1', '2'] }, undefined],
  ] as const)
    it(`${JSON.stringify(headers)} is ${ms ?? 'nothing'}`, () =>
      expect(retryAfterMs(headers as Record<string, string | string[]>, now)).to.equal(ms));
});
