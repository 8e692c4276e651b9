import { promptTemplates, withOverrides } from '../../simulate/prompts';
import { runSettings } from '../../simulate/settings';
import type { Budget, PromptTemplates, RunSettings } from '../../simulate/types';
import { baselineNames } from '../../study/strategies';
import type { Study } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { nearest } from '../../util/nearest';
import type { ModelEntry, Project } from '../../workspace/types';
import { chooseModel } from '../inputs/chooseModel';
import type { Services } from '../services';
import type { SimulateOptions } from '../types';

/** What a run is to do, and by which model (undefined for a baseline). */
export interface Chosen {
  readonly settings: RunSettings;
  readonly entry: ModelEntry | undefined;
  readonly budget: Budget;
}

/** The study's defaults, the project's prompts and the person's overrides, in rising order. */
export async function chooseRun(
  services: Services,
  { study, project }: { readonly study: Study; readonly project: Project },
  options: SimulateOptions,
  signal: AbortSignal,
): Promise<Chosen> {
  requireKnown('condition', options.conditions ?? [], study.conditions);
  requireKnown('outcome', options.outcomes ?? [], study.outcomes);
  const strategy = options.strategy ?? study.simulate.strategy;
  const model = options.model ?? (strategy === 'baseline' ? baselineOf(study) : study.simulate.model);
  const entry = await chooseModel(services, project, { model, strategy, endpoint: options.endpoint }, signal);
  const settings = runSettings(study, {
    model: entry?.name ?? model,
    strategy,
    prompts: templatesOf(project, entry),
    ...given(options),
  });
  return { settings, entry, budget: budgetOf(project, options) };
}

function baselineOf({ simulate }: Study): string {
  const named =
    simulate.strategy === 'baseline' && (baselineNames as readonly string[]).includes(simulate.model);
  return named ? simulate.model : 'uniform';
}

function given(options: SimulateOptions): Partial<RunSettings> {
  return {
    ...(options.conditions === undefined ? {} : { conditions: options.conditions }),
    ...(options.outcomes === undefined ? {} : { outcomes: options.outcomes }),
    ...(options.items === undefined ? {} : { items: options.items }),
    ...(options.respondents === undefined ? {} : { respondents: options.respondents }),
    ...(options.assign === undefined ? {} : { assign: options.assign }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
    ...options.modifiers,
  };
}

function templatesOf(project: Project, entry: ModelEntry | undefined): PromptTemplates {
  const named = entry?.kind === 'openai' ? entry.prompts : undefined;
  const base = promptTemplates(named === 'socrates' ? 'socrates' : 'chat');
  return withOverrides(base, project.prompts);
}

function budgetOf({ budget }: Project, options: SimulateOptions): Budget {
  return {
    usd: options.budget?.usd ?? budget.usd,
    calls: options.budget?.calls ?? budget.calls,
    tokens: options.budget?.tokens ?? budget.tokens,
  };
}

/** @throws VignetteError `usage/unknown-condition`, `usage/unknown-outcome`. */
export function requireKnown(
  kind: 'condition' | 'outcome',
  wanted: readonly string[],
  known: readonly { readonly id: string }[],
): void {
  const ids = known.map(({ id }) => id);
  const wrong = wanted.find((id) => !ids.includes(id));
  if (wrong === undefined) return;
  const close = nearest(wrong, ids);
  throw new VignetteError({
    code: `usage/unknown-${kind}`,
    message: `The study has no ${kind} called ${wrong}.`,
    help: `${close === undefined ? '' : `Did you mean ${close}? `}It has: ${ids.slice(0, 20).join(', ')}.`,
    audience: 'usage',
  });
}
