import { longestAmbiguous, numberTokensOf, type NumberTokens } from './options';
import type { Completion } from './replies';

/**
 * Finds out once how the model writes numbers whose digits begin another code (1 and 10), by having it repeat
 * the longest. Codes that are told apart by their first digit cost no request.
 */
export function makeNumberTokens(
  echo: (number: string, signal: AbortSignal) => Promise<Completion>,
): (codes: readonly number[], signal: AbortSignal) => Promise<NumberTokens> {
  const known = new Map<string, Promise<NumberTokens>>();
  return (codes, signal) => {
    const number = longestAmbiguous(codes);
    if (number === undefined) return Promise.resolve('unknown');
    const found = known.get(number) ?? find(number, signal);
    known.set(number, found);
    return found;
  };

  async function find(number: string, signal: AbortSignal): Promise<NumberTokens> {
    try {
      const { written } = await echo(number, signal);
      return written === undefined ? 'unknown' : numberTokensOf(written, number);
    } catch (error) {
      // The next call may try again: this one's signal may have been aborted.
      known.delete(number);
      throw error;
    }
  }
}
