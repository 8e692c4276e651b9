import type { ParsedNode } from 'yaml';
import { conversionOf, convert, type Conversion, type TreeProblem } from './convert';
import { parseYaml, type SyntaxError } from './parse';
import { shifted, shiftedProblem } from './shift';
import type { YamlNode } from './types';

/** A part of a text read by itself: all of it follows from the part's own text, wherever that stands. */
export interface Part {
  readonly source: string;
  /** Relative to the part. */
  readonly errors: readonly SyntaxError[];
  /** Adds the part's problems and gives its tree where it begins in the whole text. */
  place(start: number, into: Conversion): YamlNode;
}

/** The parts of a text by their source, so that a text that shares most of them need not read them again. */
export type Parts = ReadonlyMap<string, Part>;

/** Reads a part. Never throws. */
export function partOf(slice: string): Part {
  const source = ownCopy(slice);
  const { contents, errors } = parseYaml(source);
  const alone = conversionOf(source);
  const tree = convert(contents, 0, alone);
  if (alone.linked) return { source, errors, place: (start, into) => placeLinked(contents, start, into) };
  return { source, errors, place: placing(tree, alone.problems) };
}

/** Anchors and aliases reach over parts: such a part is converted anew with those before it. */
function placeLinked(contents: ParsedNode | null, start: number, into: Conversion): YamlNode {
  into.base = start;
  return convert(contents, start, into);
}

/** The tree at its last place is kept, as most parts stay where they are. */
function placing(tree: YamlNode, problems: readonly TreeProblem[]): Part['place'] {
  let placed = tree;
  let at = 0;
  return (start, into) => {
    if (start !== at) [placed, at] = [shifted(tree, start), start];
    for (const problem of problems) into.problems.push(shiftedProblem(problem, start));
    return placed;
  };
}

/** A slice keeps the whole text in memory that it was cut from; a part outlives many of them. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}
