import type { SourceDocument } from '../../study/document';
import type { Path, TextEdit } from '../../util/range';

/** The outcome that a path is in. */
export function outcomeAt([section, outcome]: Path): string | undefined {
  return section === 'outcomes' && outcome !== undefined ? String(outcome) : undefined;
}

/** Where the line begins on which an offset stands. */
export function lineStart(offset: number, { yaml: { lines } }: SourceDocument): number {
  return lines.offset({ line: lines.position(offset).line, character: 0 });
}

/** Where the line after an offset begins; in a last line without an end, `broken` is false. */
export function nextLine(
  offset: number,
  { text }: SourceDocument,
): { readonly at: number; readonly broken: boolean } {
  const end = text.indexOf('\n', offset);
  return end < 0 ? { at: text.length, broken: false } : { at: end + 1, broken: true };
}

export function insertion(offset: number, newText: string, { yaml }: SourceDocument): TextEdit {
  return { range: yaml.range({ start: offset, end: offset }), newText };
}

/** `name`, or the first of `name2`, `name3`… that is not taken. */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let i = 2; ; i++) if (!taken.has(`${name}${i}`)) return `${name}${i}`;
}
