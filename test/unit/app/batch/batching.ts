import { expect } from 'chai';
import { batchCollect } from '../../../../src/app/batch/collect';
import { batchExport } from '../../../../src/app/batch/export';
import { batchSubmit } from '../../../../src/app/batch/submit';
import { simulate } from '../../../../src/app/simulate';
import { batchServer } from '../../../../src/engine/batch/server';
import { openaiModel } from '../../../../src/engine/openai/model';
import { appWorld, type AppWorld, type AppWorldOptions } from '../../../fakes/appServices';
import { batchEndpoint, type BatchEndpoint, type BatchScript } from '../../../fakes/batchEndpoint';
import { fakeClock } from '../../../fakes/fakeClock';

export const study = 'framing.study.yaml';

export interface Batching {
  readonly endpoint: BatchEndpoint;
  readonly world: AppWorld;
  /** A second process over the same files. */
  again(): Batching;
  simulate(options?: object): ReturnType<typeof simulate>;
  export(target?: string, options?: object): ReturnType<typeof batchExport>;
  submit(run: string, options?: object): ReturnType<typeof batchSubmit>;
  collect(run: string, files?: readonly string[], wait?: boolean): ReturnType<typeof batchCollect>;
  results(strategy?: string): string;
}

/** Without the port of the endpoint. */
export function resultsOf(one: Batching, strategy?: string): string {
  return one.results(strategy).replaceAll(one.endpoint.origin, 'ORIGIN');
}

/** What asking call by call gives, over files of its own. */
export async function asked(
  script: BatchScript,
  options: { readonly strategy?: string } = {},
  given: Partial<AppWorldOptions> = {},
): Promise<string> {
  let found = '';
  await withBatches(
    script,
    async (one) => {
      expect((await one.simulate(options)).complete).to.equal(true);
      found = resultsOf(one, options.strategy);
    },
    given,
  );
  return found;
}

/** @returns how many rounds of export, submission and collecting it took. */
export async function throughBatches(one: Batching, options: object = {}): Promise<number> {
  const { run } = await one.export(study, options);
  for (let round = 1; round <= 9; round += 1) {
    await one.submit(run);
    one.endpoint.finish();
    if ((await one.collect(run)).complete) return round;
    await one.export(run);
  }
  return Infinity;
}

/** A project whose model lives behind an endpoint with batches, for the length of `work`. */
export async function withBatches(
  script: BatchScript,
  work: (batching: Batching) => Promise<void>,
  given: Partial<AppWorldOptions> = {},
): Promise<void> {
  const endpoint = await batchEndpoint(script);
  try {
    await work(batching(endpoint, given));
  } finally {
    await endpoint.close();
  }
}

function batching(endpoint: BatchEndpoint, given: Partial<AppWorldOptions>): Batching {
  const clock = fakeClock({ auto: true });
  const project = `models:\n  fake: {baseUrl: "${endpoint.baseUrl}", model: fake-1}\nresults: results\n`;
  const entry = {
    kind: 'openai',
    name: 'fake',
    baseUrl: [endpoint.baseUrl],
    model: 'fake-1',
    keyEnv: undefined,
    price: undefined,
    prompts: undefined,
    concurrency: undefined,
    demonstration: false,
  } as const;
  const world = appWorld({
    model: () => openaiModel(entry, { key: undefined, clock }),
    connect: async (asked) => batchServer(asked, { key: 'sk-secret', clock }),
    ...given,
    files: { '/p/vignette.yaml': project, ...given.files },
  });
  const { services, signals, report, files } = world;
  return {
    endpoint,
    world,
    again: () => batching(endpoint, { ...given, memory: files }),
    simulate: (options = {}) =>
      simulate(services, { study, strategy: 'direct', ...options }, signals, report),
    export: (target = study, options = {}) =>
      batchExport(
        services,
        { target, ...(target === study ? { strategy: 'direct' } : {}), ...options },
        signals.stop,
      ),
    submit: (run, options = {}) => batchSubmit(services, { run, ...options }, signals, report),
    collect: (run, from = [], wait = false) =>
      batchCollect(services, { run, files: from, wait }, signals, report),
    results: (strategy = 'direct') => files.text(`/p/results/framing/fake.${strategy}.results.yaml`),
  };
}
