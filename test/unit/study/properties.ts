import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { StudyDocument } from '../../../src/study/document';
import { readStudy } from '../../../src/study/read';
import { conversionOf, convert } from '../../../src/study/tree/convert';
import { parseYaml } from '../../../src/study/tree/parse';
import { readYaml } from '../../../src/study/yaml';
import type { Position } from '../../../src/util/range';
import { edited, type Edit } from './edits';
import { WHOLE_FORMAT } from './wholeFormat';

const examples = join(__dirname, '..', '..', '..', 'examples');

/** A study with all of the format, and those that come with the program. */
export function sources(): readonly string[] {
  const names = readdirSync(examples, { recursive: true, encoding: 'utf8' });
  const studies = names.filter((name) => name.endsWith('.study.yaml')).sort();
  return [WHOLE_FORMAT, ...studies.map((name) => readFileSync(join(examples, name), 'utf8'))];
}

/** Reads a text, and holds everything that is said of it to lie inside of it. */
export function checkText(text: string, before?: StudyDocument): StudyDocument {
  const document = readStudy(text, before);
  const lines = text.split(/\r\n|\n|\r/);
  for (const { range, message, help, fixes } of document.diagnostics) {
    expectInside(range.start, lines);
    expectInside(range.end, lines);
    expect(message).to.not.equal('');
    expect(help).to.not.equal('');
    for (const { edits } of fixes) {
      edits.forEach((edit) => [edit.range.start, edit.range.end].forEach((end) => expectInside(end, lines)));
    }
  }
  expect(document.study.conditions.length).to.be.above(0);
  document.nodeAt({ line: lines.length - 1, character: 0 });
  return document;
}

function expectInside(position: Position, lines: readonly string[]): void {
  expect(position.line).to.be.within(0, lines.length - 1);
  expect(position.character).to.be.within(0, lines[position.line]?.length ?? 0);
}

/** After every edit, what is read with the text before it equals what is read from the beginning. */
export function checkEdits(source: string, edits: readonly Edit[]): void {
  let text = source;
  let document = readStudy(text);
  for (const edit of edits) {
    text = edited(text, edit);
    document = checkText(text, document);
    expectEqual(said(document), said(readStudy(text)));
  }
}

function said({ study, diagnostics, yaml }: StudyDocument): unknown {
  return { study, diagnostics, root: yaml.root, syntax: yaml.syntax, problems: yaml.problems };
}

/** Where YAML reads the whole text without an error, its parts give the same tree and the same problems. */
export function checkParts(text: string): void {
  const whole = parseYaml(text);
  if (whole.errors.length > 0) return;
  const conversion = conversionOf(text);
  const root = convert(whole.contents, 0, conversion);
  const parts = readYaml(text);
  expectEqual(parts.syntax, []);
  expectEqual(parts.root, root);
  expectEqual(sorted(parts.problems), sorted(conversion.problems));
}

function sorted(problems: readonly { readonly span: { readonly start: number } }[]): unknown {
  return [...problems].sort((a, b) => a.span.start - b.span.start);
}

/** The slow comparison that explains itself only where the fast one finds a difference. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).to.deep.equal(expected);
}
