import { relative } from 'node:path';

/** A path as a person standing at `cwd` would write it. */
export function placeFrom(cwd: string, path: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith('..') ? path : short;
}
