import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { completions } from '../../src/language/completion';
import type { Environment } from '../../src/language/types';
import type { StudyDocument } from '../../src/study/document';
import { readStudy } from '../../src/study/read';
import { largeStudy } from './largeStudy';
import { peerTimes } from './peers/languageServer';

const ROUNDS = 60;
/** A fresh process runs slow code at first; those strokes are shown apart. */
const FIRST = 200;
const STROKES = 800;
const PEER_STROKES = 40;
const BOUNDS = { ratio: 1.5, stroke: 16, completion: 10, peer: 3 };
const root = join(__dirname, '..', '..');

/** What a study of 2,000 lines costs while it is written; every figure on one machine and in one run. */
export async function bench(): Promise<readonly string[]> {
  const text = largeStudy();
  const { parse, read } = whole(text);
  const typed = keyStrokes(text, STROKES);
  const all = typing(text, typed);
  const first = all.slice(0, FIRST);
  const strokes = all.slice(FIRST);
  const lists = completing(text);
  const ratio = median(read) / median(parse);
  return [
    `a study of ${text.split('\n').length} lines, ${(text.length / 1000).toFixed(0)} kB, ${readStudy(text).diagnostics.length} problems`,
    `YAML parse alone          ${shown(parse)}`,
    `read and checked whole    ${shown(read)}; ${ratio.toFixed(2)}× the parse, bound ${BOUNDS.ratio}: ${held(ratio <= BOUNDS.ratio)}`,
    `the first ${FIRST} key strokes ${shown(first)}`,
    `a key stroke, all checked ${shown(strokes)}; bound p95 ${BOUNDS.stroke} ms: ${held(p95(strokes) <= BOUNDS.stroke)}`,
    `completion                ${shown(lists)}; bound ${BOUNDS.completion} ms: ${held(p95(lists) <= BOUNDS.completion)}`,
    await besidePeer(typed.slice(0, PEER_STROKES), median(strokes)),
  ];
}

/** Parse and reading in turns, so that both meet the same machine; the first rounds warm up. */
function whole(text: string): { parse: number[]; read: number[] } {
  const parse: number[] = [];
  const read: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parse.push(milliseconds(() => parseDocument(text)));
    read.push(milliseconds(() => readStudy(text)));
  }
  return { parse: parse.slice(10), read: read.slice(10) };
}

/** The texts as one letter after another is typed, each in the next entry of the file. */
function keyStrokes(text: string, count: number): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  let now = text;
  while (texts.length < count) {
    const next = now.indexOf('of arm', at) >= 0 ? now.indexOf('of arm', at) : now.indexOf('statement', at);
    if (next < 0) at = 0;
    else {
      at = next + 12;
      now = `${now.slice(0, next)}x${now.slice(next)}`;
      texts.push(now);
    }
  }
  return texts;
}

function typing(text: string, texts: readonly string[]): number[] {
  let document = readStudy(text);
  return texts.map((next) =>
    milliseconds(() => {
      document = readStudy(next, document);
    }),
  );
}

const NOTHING: Environment = {
  data: undefined,
  dataFiles: [],
  models: ['local'],
  results: undefined,
  plan: undefined,
  dark: false,
};

/** A key, a reference and a template, each in many places. */
function completing(text: string): number[] {
  const document = readStudy(text);
  const lines = text.split('\n');
  const places = lines.flatMap((line, i) =>
    /^ {4}(?:role: s|higher|scale: a)|\{\{ f/.test(line)
      ? [{ line: i, character: line.search(/\S/) + 8 }]
      : [],
  );
  const step = Math.ceil(places.length / STROKES);
  return places.flatMap((place, i) => (i % step === 0 ? [completed(document, place)] : []));
}

function completed(document: StudyDocument, place: { line: number; character: number }): number {
  return milliseconds(() => completions(document, place, NOTHING));
}

async function besidePeer(texts: readonly string[], ours: number): Promise<string> {
  const schema: unknown = JSON.parse(readFileSync(join(root, 'syntaxes', 'study.schema.json'), 'utf8'));
  const times = await peerTimes(root, { schema, texts });
  if (typeof times === 'string') return `yaml-language-server      ${times}`;
  const peer = times.slice(5);
  const ratio = median(peer) / ours;
  return `yaml-language-server      ${shown(peer)}; ours is ${ratio.toFixed(1)}× faster, bound ${BOUNDS.peer}: ${held(ratio >= BOUNDS.peer)}`;
}

function shown(times: readonly number[]): string {
  return `median ${median(times).toFixed(1)} ms, p95 ${p95(times).toFixed(1)} ms`;
}

function held(kept: boolean): string {
  return kept ? 'held' : 'MISSED';
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function p95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function milliseconds(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
