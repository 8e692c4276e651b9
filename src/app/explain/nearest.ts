import type { AnswerRecord, Message, ModelIdentity, RunSettings, Task } from '../../simulate/types';
import { withoutPlain } from '../../simulate/settings';
import { textDiff } from '../../results/diff';
import { throwIfAborted } from '../../util/abort';
import { objectOf } from '../../util/fields';
import { readAnswers } from '../../workspace/answers';
import type { Files } from '../../workspace/files';
import { scanLines } from '../../workspace/readLines';
import { listRuns, type StoredRun } from '../../workspace/runStore';
import type { KeyDifference } from './types';

/** Earlier runs that are looked at, newest first. */
const mostRuns = 20;

/** An answer as its key sees it. */
export interface Keyed {
  readonly run: StoredRun;
  readonly task: Task;
  readonly messages: readonly Message[];
  readonly prompt: string;
}

/**
 * What of an answer's key is another than in the run of the same study, begun before, that answered the same question of
 * the same person with the fewest differences; of equals the newest. Undefined when there is none.
 */
export async function nearestEarlier(
  files: Files,
  root: string,
  keyed: Keyed,
  signal: AbortSignal,
): Promise<{ readonly run: string; readonly differs: readonly KeyDifference[] } | undefined> {
  const { manifest } = keyed.run;
  const earlier = (await listRuns(files, root)).filter(
    ({ manifest: other }) =>
      other.study.id === manifest.study.id &&
      other.id !== manifest.id &&
      other.createdMs <= manifest.createdMs,
  );
  let best: { readonly run: string; readonly differs: readonly KeyDifference[] } | undefined;
  for (const run of earlier.slice(0, mostRuns)) {
    const record = await sameQuestion(files, run, keyed.task, signal);
    if (record === undefined || record.prompt === '') continue;
    const differs = await differences(files, keyed, run, record);
    if (best === undefined || differs.length < best.differs.length) best = { run: run.manifest.id, differs };
  }
  return best;
}

/** A run whose journal was changed by hand is no help, and no reason to say nothing. */
async function sameQuestion(
  files: Files,
  run: StoredRun,
  task: Task,
  signal: AbortSignal,
): Promise<AnswerRecord | undefined> {
  const records = await readAnswers(files, run.folder, run.manifest.answers, signal).catch(() => []);
  throwIfAborted(signal);
  return records.find(
    ({ person, condition, outcome, item, draw }) =>
      person === task.person.id &&
      condition === task.condition &&
      outcome === task.outcome &&
      item === task.item &&
      draw === task.draw,
  );
}

async function differences(
  files: Files,
  { run, messages, prompt }: Keyed,
  other: StoredRun,
  record: AnswerRecord,
): Promise<readonly KeyDifference[]> {
  const found: KeyDifference[] = [];
  const add = (part: KeyDifference['part'], now: string, then: string): void => {
    if (now !== then) found.push({ part, now, then });
  };
  add('model', modelWords(run.manifest.model), modelWords(other.manifest.model));
  const [now, then] = parameterWords(run.manifest.settings, other.manifest.settings);
  add('parameters', now, then);
  if (prompt !== record.prompt) {
    const before = await promptOf(files, other.folder, record.prompt);
    const diff =
      before && textDiff(texts(before), texts(messages), { a: other.manifest.id, b: run.manifest.id });
    found.push({ part: 'prompt', now: prompt, then: record.prompt, ...(diff ? { diff } : {}) });
  }
  // Another version may keep replies under other names; where more is different, that says enough.
  if (found.length === 0) add('version', run.manifest.version, other.manifest.version);
  return found;
}

export function modelWords({ engine, model, where }: ModelIdentity): string {
  return `${model} (${engine}, ${where})`;
}

/** The settings that reach the model beside the messages, where the two differ. */
function parameterWords(a: RunSettings, b: RunSettings): readonly [string, string] {
  const [now, then] = [asked(a), asked(b)];
  const differing = [...new Set([...Object.keys(now), ...Object.keys(then)])].filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(then[name]),
  );
  const words = (of: Readonly<Record<string, unknown>>): string =>
    differing.map((name) => `${name} ${JSON.stringify(of[name] ?? 'as usual')}`).join(', ');
  return [words(now), words(then)];
}

/** Settings that show in the messages, or do not matter to one call. */
const aside = [
  ...['model', 'respondents', 'assign', 'conditions', 'outcomes', 'items', 'prompts'],
  ...['draws', 'orders', 'frames', 'person', 'persona', 'randomised', 'calibrate', 'fewShot', 'group'],
];

function asked(settings: RunSettings): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(withoutPlain(settings)).filter(([name]) => !aside.includes(name)));
}

/** A prompt's messages, where the run kept them. */
async function promptOf(files: Files, folder: string, hash: string): Promise<readonly Message[] | undefined> {
  const path = `${folder}/prompts.jsonl`;
  if ((await files.stat(path)) === undefined) return undefined;
  const decoder = new TextDecoder();
  let found: readonly Message[] | undefined;
  await scanLines(files.stream(path), (bytes) => {
    if (found !== undefined) return;
    const line = decoder.decode(bytes);
    if (!line.startsWith(`{"hash":"${hash}"`)) return;
    const messages = objectOf(line)?.['messages'];
    if (Array.isArray(messages)) found = messages as readonly Message[];
  });
  return found;
}

function texts(messages: readonly Message[]): string {
  return messages.map(({ role, content }) => `${role}:\n${content}`).join('\n');
}
