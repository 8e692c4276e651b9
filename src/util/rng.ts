import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hashParts } from './hash';

/** A stream of random numbers. Equal keys give equal streams on every machine. */
export interface Rng {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Uniform among the integers 0 … n − 1. */
  below(n: number): number;
}

/** A stream that is a function of its key alone: `rng('floor', seed, cell)`. */
export function rng(...key: readonly (string | number)[]): Rng {
  const generator = xoroshiro128plus(Number.parseInt(hashParts(key).slice(0, 8), 16) | 0);
  return {
    uniform: () => uniformFloat64(generator),
    below: (n) => uniformInt(generator, 0, n - 1),
  };
}

/** One uniform number in [0, 1) that is a function of its key alone; 52 bits of SHA-256. */
export function uniformOf(...key: readonly (string | number)[]): number {
  return Number.parseInt(hashParts(key).slice(0, 13), 16) / 2 ** 52;
}
