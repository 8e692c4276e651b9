import { readStudy } from '../../../src/study/read';
import type { Position, TextEdit } from '../../../src/util/range';

/** A whole, correct study; tests change the part they are about. */
export const GOOD = `vignette: 1
id: disease
title: Gain and loss framing
intro: Imagine an outbreak.
scales:
  agree7: {type: ordinal, points: 7, labels: {1: Disagree, 7: Agree}}
factors:
  frame: {gain: "200 people will be saved", loss: "400 people will die"}
conditions:
  gain: {control: true, factors: {frame: gain}, text: "If A is adopted, {{ frame }}."}
  loss: {factors: {frame: loss}, text: "If A is adopted, {{ frame }}."}
outcomes:
  choice:
    question: Which program?
    scale: {type: binary, options: {1: Program A, 2: Program B}}
  trust:
    question: How much do you trust this?
    scale: agree7
`;

/** The good study with one part replaced. Fails when the part is not there. */
export function changed(part: string, by: string, text = GOOD): string {
  if (!text.includes(part)) throw new Error(`The study has no ${part}`);
  return text.replace(part, () => by);
}

/** `code line:character-character text` of each problem, lines from 1. */
export function problemsIn(text: string): readonly string[] {
  return readStudy(text).diagnostics.map(({ code, range }) => {
    const line = text.split('\n')[range.start.line] ?? '';
    const end = range.end.line === range.start.line ? range.end.character : line.length;
    return `${code} ${range.start.line + 1}: ${line.slice(range.start.character, end)}`;
  });
}

/** The text after the first fix of the first problem with this code. */
export function mended(text: string, code: string, fix = 0): string {
  const found = readStudy(text).diagnostics.find((diagnostic) => diagnostic.code === code);
  const edits = found?.fixes[fix]?.edits ?? [];
  if (edits.length === 0) throw new Error(`No fix for ${code}`);
  return applied(text, edits);
}

/** A text after edits that do not overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (t, { range, newText }) => t.slice(0, offset(range.start)) + newText + t.slice(offset(range.end)),
      text,
    );
}
