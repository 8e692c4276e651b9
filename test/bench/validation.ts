import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { readStudy } from '../../src/study/read';

const ROUNDS = 30;
const study = join(__dirname, '..', '..', 'examples', 'asian-disease', 'asian-disease.study.yaml');

/** Reading and checking the bundled study, as on a key stroke, against the YAML parse that it contains. */
export function bench(): Promise<readonly string[]> {
  const text = readFileSync(study, 'utf8');
  const ours: number[] = [];
  const yaml: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(milliseconds(() => readStudy(text)));
    yaml.push(milliseconds(() => parseDocument(text)));
  }
  const median = (values: number[]): number => values.toSorted((a, b) => a - b)[ROUNDS / 2] ?? NaN;
  const [read, parse] = [median(ours), median(yaml)];
  return Promise.resolve([
    `bundled study: first ${ours[0]?.toFixed(1)} ms, median of ${ROUNDS} ${read.toFixed(1)} ms; bound 20 ms: ${read <= 20 ? 'held' : 'MISSED'}`,
    `YAML parse alone ${parse.toFixed(1)} ms, ratio ${(read / parse).toFixed(1)}`,
  ]);
}

function milliseconds(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
