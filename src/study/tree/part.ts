import type { ParsedNode } from 'yaml';
import { conversionOf, convert, type Conversion, type TreeProblem } from './convert';
import { parseYaml, type SyntaxError } from './parse';
import { shifted, shiftedProblem } from './shift';
import type { Span, YamlNode } from './types';

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

/** Reads the part of a text that begins at `start`. Never throws. */
export function partOf(text: string, { start, end }: Span, limit?: number): Part {
  const source = ownCopy(text.slice(start, end));
  const { contents, errors } = parseYaml(source, limit);
  const alone = conversionOf(text, start);
  const tree = convert(contents, start, alone);
  if (alone.linked) return { source, errors, place: (at, into) => placeLinked(contents, at, into) };
  return { source, errors, place: placing(tree, alone.problems, start) };
}

/** Anchors and aliases reach over parts: such a part is converted anew with those before it. */
function placeLinked(contents: ParsedNode | null, start: number, into: Conversion): YamlNode {
  into.base = start;
  return convert(contents, start, into);
}

/** The tree and problems at their last place are kept, as most parts stay where they are. */
function placing(tree: YamlNode, problems: readonly TreeProblem[], start: number): Part['place'] {
  let last = { tree, problems, start };
  return (at, into) => {
    const by = at - last.start;
    if (by !== 0) {
      last = {
        tree: shifted(last.tree, by),
        problems: last.problems.map((problem) => shiftedProblem(problem, by)),
        start: at,
      };
    }
    for (const problem of last.problems) into.problems.push(problem);
    return last.tree;
  };
}

/** A slice keeps the whole text in memory that it was cut from; a part outlives many of them. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}
