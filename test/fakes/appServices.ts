import type { ModelDescription, Report, Services, Signals } from '../../src/app/services';
import { batchWording } from '../../src/engine/batch/wording';
import { openCache } from '../../src/engine/cache';
import { openJournal } from '../../src/engine/journal';
import type { Model } from '../../src/simulate/types';
import type { ModelEntry } from '../../src/workspace/types';
import { fakeClock } from './fakeClock';
import { memoryFiles, type MemoryFiles } from './memoryFiles';
import { steadyModel } from './steadyModel';

/** A study of two conditions and one binary outcome, with the answers of a few people. */
export const framingStudy = `vignette: 1
id: framing
title: Gain and loss
conditions:
  gain: {control: true, text: "200 are saved."}
  loss: {text: "400 die."}
outcomes:
  choice:
    question: Which program?
    scale: {type: binary, options: {0: A, 1: B}}
respondents:
  data: framing.csv
  id: id
  condition: arm
  outcomes: {choice: choice}
  profile:
    - {column: age, field: age}
    - {column: party, field: party_id}
simulate: {model: fake, strategy: logprob}
`;

/** n people, half in each arm. */
export function framingData(n = 12): string {
  const rows = Array.from(
    { length: n },
    (_, i) =>
      `p${i},${i % 2 === 0 ? 'gain' : 'loss'},${i % 3 === 0 ? 1 : 0},${20 + i},${i % 2 === 0 ? 'Red' : 'Blue'}`,
  );
  return `id,arm,choice,age,party\n${rows.join('\n')}\n`;
}

export const framingProject = `models:
  fake: {baseUrl: "http://127.0.0.1:1/v1", model: fake-1}
results: results
`;

export interface AppWorld {
  readonly services: Services;
  readonly files: MemoryFiles;
  readonly approved: string[];
  readonly asked: string[];
  readonly said: string[];
  readonly report: Report;
  readonly signals: Signals;
  readonly stop: AbortController;
  readonly force: AbortController;
}

export interface AppWorldOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly model?: () => Model;
  readonly description?: Partial<ModelDescription>;
  readonly answer?: boolean;
  readonly memory?: MemoryFiles;
  /** The endpoint's files and batches. */
  readonly connect?: Services['batches']['connect'];
}

/** Services over files in memory, with one model behind every entry. Paths lie below /p. */
export function appWorld(options: AppWorldOptions = {}): AppWorld {
  const files =
    options.memory ??
    memoryFiles({
      '/p/framing.study.yaml': framingStudy,
      '/p/framing.csv': framingData(),
      '/p/vignette.yaml': framingProject,
      ...options.files,
    });
  const approved: string[] = [];
  const asked: string[] = [];
  const said: string[] = [];
  const [stop, force] = [new AbortController(), new AbortController()];
  const allow = (...parts: readonly string[]): Promise<void> => {
    approved.push(parts.join(' → '));
    return Promise.resolve();
  };
  const allowed = (...parts: readonly string[]): Promise<boolean> =>
    Promise.resolve(approved.includes(parts.join(' → ')));
  const describe = (entry: ModelEntry): Promise<ModelDescription> =>
    Promise.resolve({
      name: entry.name,
      engine: entry.kind,
      where: ['http://fake'],
      model: 'fake-1',
      keyEnv: null,
      key: 'none-needed',
      local: true,
      demonstration: false,
      ...options.description,
    });
  const missing = (): Promise<never> => Promise.reject(new Error('There is no model in this test.'));
  const clock = fakeClock({ startMs: Date.UTC(2026, 0, 2), auto: true });
  const services: Services = {
    files,
    clock,
    stores: {
      cache: (folder, onProblem) => openCache(files, folder, clock, onProblem),
      journal: (folder) => openJournal(files, folder, clock),
    },
    cwd: '/p',
    storage: '/home/vignette',
    templates: '/templates',
    version: '0.0.0',
    approvals: { keyAllowed: allowed, allowKey: allow, profilesAllowed: allowed, allowProfiles: allow },
    ask: {
      confirm: ({ message, detail }) => {
        asked.push(`${message} ${detail}`);
        return Promise.resolve(options.answer ?? false);
      },
    },
    git: { show: missing, ignores: () => Promise.resolve(true) },
    machine: { node: '22.1.0', writable: () => Promise.resolve(true) },
    embedded: {
      status: () =>
        Promise.resolve({
          engine: 'missing',
          model: 'ready',
          paths: { home: '/home/vignette', engine: '/e', model: '/m' },
          bytes: { engine: 85_000_000, model: 98_000_000 },
        }),
      fetch: missing,
    },
    batches: {
      wording: (entry, dialect) => batchWording(entry, options.model?.() ?? steadyModel(), dialect),
      connect: options.connect ?? missing,
    },
    models: {
      describe,
      open: () => (options.model === undefined ? missing() : Promise.resolve(options.model())),
      identify: () => Promise.resolve(options.model?.().identity),
      localServer: () => Promise.resolve(undefined),
      editorModel: () => Promise.resolve(undefined),
      probe: async (entry) => ({ ...(await describe(entry)), answers: true, problem: null, can: null }),
    },
  };
  const report: Report = {
    started: ({ run }) => void said.push(`started ${run}`),
    status: (text) => void said.push(text),
    progress: () => undefined,
  };
  return {
    services,
    files,
    approved,
    asked,
    said,
    report,
    signals: { stop: stop.signal, force: force.signal },
    stop,
    force,
  };
}
