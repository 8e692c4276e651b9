import type { ColumnProfile, DataProfile } from '../../../src/data/types';
import type { Environment } from '../../../src/language/types';
import { readStudy } from '../../../src/study/read';
import type { StudyDocument } from '../../../src/study/document';
import type { Position } from '../../../src/util/range';

/** A text without its mark `│`, and where that stood. */
export function cursorIn(text: string): { readonly plain: string; readonly position: Position } {
  const offset = text.indexOf('│');
  if (offset < 0) throw new Error('The text has no cursor');
  const before = text.slice(0, offset).split('\n');
  return {
    plain: text.replace('│', ''),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/** A study with the cursor where `│` stands. */
export function atCursor(text: string): { readonly document: StudyDocument; readonly position: Position } {
  const { plain, position } = cursorIn(text);
  return { document: readStudy(plain), position };
}

export function anEnvironment(change: Partial<Environment> = {}): Environment {
  return {
    data: undefined,
    dataFiles: [],
    models: ['local'],
    results: undefined,
    plan: undefined,
    dark: true,
    ...change,
  };
}

export function aColumn(name: string, values: readonly string[]): ColumnProfile {
  return {
    name,
    distinct: values.map((value, i) => ({ value, count: 10 - i, firstRow: i + 1 })),
    different: values.length,
    more: false,
    empty: 0,
    numeric: values.every((value) => /^-?\d+$/.test(value)),
  };
}

export function aDataProfile(columns: readonly ColumnProfile[], rows = 1813): DataProfile {
  return { path: 'd.csv', rows, columns, counts: undefined };
}

/** The text of a range of one line. */
export function textAt(
  { text }: { readonly text: string },
  range: { start: Position; end: Position },
): string {
  return (text.split('\n')[range.start.line] ?? '').slice(range.start.character, range.end.character);
}
