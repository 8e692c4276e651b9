import { loadHuman } from '../../../../src/app/inputs/humanData';
import { loadInputs } from '../../../../src/app/inputs/people';
import { loadStudy, requireValid } from '../../../../src/app/inputs/loadStudy';
import { report } from '../../../../src/app/report';
import { chooseRun } from '../../../../src/app/runs/settings';
import { simulate } from '../../../../src/app/simulate';
import type { SimulateResult } from '../../../../src/app/types';
import { validate } from '../../../../src/app/validate';
import { messageWriter } from '../../../../src/simulate/messages';
import { makePlan, type Plan } from '../../../../src/simulate/plan';
import type { Model } from '../../../../src/simulate/types';
import { outcomeIn, renderStimulus } from '../../../../src/study/render';
import { answerSentence, optionLines } from '../../../../src/study/scales';
import type { Study } from '../../../../src/study/types';
import { asVignetteError } from '../../../../src/util/errors';
import { rng } from '../../../../src/util/rng';
import { appWorld, framingProject, type AppWorld } from '../../../fakes/appServices';
import { steadyModel } from '../../../fakes/steadyModel';
import type { Base } from './bases';

/** What can be seen of a study. An error of a stage is what is seen of it: its code. */
export interface Seen {
  readonly diagnostics: string;
  /** Cells, people and answers of the run. */
  readonly plan: string;
  /** Every message that would be sent. */
  readonly prompts: string;
  /** Stimulus, question and how to answer in each condition, of what cannot be simulated too. */
  readonly asked: string;
  /** The human answers as they enter the evaluation. */
  readonly human: string;
  /** The results file without its hashes, by which any two studies differ. */
  readonly results: string;
  readonly report: string;
  /** The model of the study: what is kept for the record, and read by no stage yet. */
  readonly kept: string;
}

export type Observable = keyof Seen;

const STUDY = '/p/base.study.yaml';

/** Looks at one part of what a study becomes with its data. */
export async function see({ study, data }: Base, what: Observable): Promise<string> {
  const files = Object.entries(data).map(([name, text]) => [`/p/${name}`, text] as const);
  const world = appWorld({
    files: {
      ...Object.fromEntries(files),
      [STUDY]: study,
      '/p/vignette.yaml': `${framingProject}`.replace('models:', `models:\n  other: ${OTHER}`),
    },
    model: answering,
  });
  return LOOKS[what](world).catch((error: unknown) => `error ${asVignetteError(error).code}`);
}

const OTHER = '{baseUrl: "http://127.0.0.1:1/v1", model: other-1}';

const LOOKS: Readonly<Record<Observable, (world: AppWorld) => Promise<string>>> = {
  diagnostics: async ({ services, signals }) => {
    const { files } = await validate(services, { paths: [STUDY] }, signals.stop);
    const all = files.flatMap(({ diagnostics }) => diagnostics);
    return all.map(({ code, severity, message }) => `${severity} ${code} ${message}`).join('\n');
  },
  plan: async (world) => {
    const { cells, people, settings, warnings } = (await planned(world)).plan;
    return JSON.stringify([cells, people, settings, warnings]);
  },
  prompts: async (world) => {
    const { study, plan } = await planned(world);
    const write = messageWriter(study, plan.settings, plan.strategy);
    return JSON.stringify([...plan.tasks()].map((task) => write(task)));
  },
  asked: async ({ services }) => {
    const { study } = await loadStudy(services, STUDY);
    return JSON.stringify(
      study.outcomes.flatMap(({ id, ask }) =>
        ask.flatMap((condition) => itemsOf(study).map((item) => asked(study, id, condition, item))),
      ),
    );
  },
  human: async ({ services, signals }) => {
    const loaded = await loadStudy(services, STUDY);
    const human = await loadHuman(services, loaded, { outside: true }, signals.stop);
    return JSON.stringify(human, (key, value: unknown) =>
      value instanceof Map ? [...value] : key === 'hash' ? '' : value,
    );
  },
  results: async (world) => {
    const { results, run: id } = await run(world);
    return anonymous(world.files.text(results ?? ''), id);
  },
  report: async (world) => {
    const { results, run: id } = await run(world);
    await report(
      world.services,
      { runs: [results ?? ''], out: '/p/report.html', yes: true },
      world.signals.stop,
    );
    return anonymous(world.files.text('/p/report.html'), id);
  },
  kept: async ({ services }) => JSON.stringify((await loadStudy(services, STUDY)).study),
};

async function planned({
  services,
  signals,
}: AppWorld): Promise<{ readonly study: Study; readonly plan: Plan }> {
  const loaded = await loadStudy(services, STUDY);
  requireValid(STUDY, loaded.document.diagnostics);
  const { human, sample } = await loadInputs(services, loaded, { outside: true }, signals.stop);
  const { settings } = await chooseRun(services, loaded, { study: STUDY }, signals.stop);
  return { study: loaded.study, plan: makePlan(loaded.study, human, settings, sample) };
}

function itemsOf({ items }: Study): readonly (string | null)[] {
  return items.length === 0 ? [null] : items.map(({ id }) => id);
}

function asked(study: Study, outcome: string, condition: string, item: string | null): readonly string[] {
  const { question, scale } = outcomeIn(study, outcome, condition, [], item);
  return [
    renderStimulus(study, condition, [], item),
    question,
    optionLines(scale),
    answerSentence(scale, study.language),
  ];
}

function run({ services, signals, report: said }: AppWorld): Promise<SimulateResult> {
  return simulate(services, { study: STUDY, name: 'all', yes: true }, signals, said);
}

/** Without the hashes and the id of the run, by which any two studies differ. */
function anonymous(text: string, id: string): string {
  return text.replace(/[0-9a-f]{64}/g, '').replaceAll(id, 'RUN');
}

/** A model that answers 1 or 2 in words, and any option by probability. */
function answering(): Model {
  const model = steadyModel();
  return {
    ...model,
    ask: async (call, signal) => {
      if (call.kind === 'options') return model.ask(call, signal);
      const draw = rng(JSON.stringify(call.messages), call.sampling.seed);
      const text = String(1 + draw.below(2));
      return Promise.resolve({ kind: 'text', text, usage: { in: 100, out: 1, cachedIn: 0 } });
    },
  };
}
