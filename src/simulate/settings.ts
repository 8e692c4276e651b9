import type { Study } from '../study/types';
import { VignetteError } from '../util/errors';
import { checkTemplates, promptTemplates } from './prompts';
import type { RunSettings } from './types';

/** Models of the strategy `baseline`, which asks none. */
const baselineModels = ['uniform', 'pooled'] as const;

/** The temperature at which the models tuned on SocSci210 were published. */
const socratesTemperature = 0.6;

/**
 * What a run does: the study's defaults with the user's overrides. An override that is undefined is not given.
 * @throws VignetteError `model/unknown` when a baseline is asked of another model than `uniform` or `pooled`,
 * `template/unknown-variable` when a prompt template shows what may not enter a prompt.
 */
export function runSettings(study: Study, overrides: Partial<RunSettings> = {}): RunSettings {
  const defaults = study.simulate;
  const strategy = overrides.strategy ?? defaults.strategy;
  const prompts = overrides.prompts ?? promptTemplates('chat');
  checkTemplates(prompts);
  return {
    model:
      strategy === 'baseline'
        ? baselineModel(overrides.model, defaults.model)
        : (overrides.model ?? defaults.model),
    strategy,
    respondents: overrides.respondents ?? defaults.respondents,
    assign: overrides.assign ?? defaults.assign,
    seed: overrides.seed ?? defaults.seed,
    temperature: overrides.temperature ?? (prompts.name === 'socrates' ? socratesTemperature : 1),
    conditions: overrides.conditions ?? [],
    outcomes: overrides.outcomes ?? [],
    items: overrides.items ?? [],
    prompts,
  };
}

function baselineModel(asked: string | undefined, fallback: string): string {
  if (asked === undefined) return isBaseline(fallback) ? fallback : 'uniform';
  if (isBaseline(asked)) return asked;
  throw new VignetteError({
    code: 'model/unknown',
    message: `The strategy baseline asks no model, so "${asked}" cannot be used with it.`,
    help: `Give ${baselineModels.join(' or ')} as the model, or another strategy.`,
    audience: 'usage',
  });
}

function isBaseline(name: string): boolean {
  return (baselineModels as readonly string[]).includes(name);
}
