export { baselineNames, mostDraws, mostFrames, ordersNames, strategyNames } from '../study/strategies';
import { baselineNames, plainFewShot, plainGroup, plainModifiers } from '../study/strategies';
import type { Modifiers, Study } from '../study/types';
import { VignetteError } from '../util/errors';
import { checkTemplates, promptTemplates } from './prompts';
import type { RunSettings } from './types';

const plain = { ...plainModifiers, fewShot: plainFewShot, group: plainGroup };

/** The temperature at which the models tuned on SocSci210 were published. */
const socratesTemperature = 0.6;

/**
 * What a run does: the study's defaults with the user's overrides. An override that is undefined is not given.
 * @throws VignetteError `model/unknown` when a baseline is asked of another model than those of `baselineNames`,
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
    temperature:
      overrides.temperature ??
      defaults.temperature ??
      (prompts.name === 'socrates' ? socratesTemperature : 1),
    conditions: overrides.conditions ?? [],
    outcomes: overrides.outcomes ?? [],
    items: overrides.items ?? [],
    prompts,
    ...modifiersOf(defaults, overrides),
    fewShot: overrides.fewShot ?? defaults.fewShot,
    group: overrides.group ?? defaults.group,
  };
}

/** The settings without modifiers that change nothing, so that a run's name does not depend on what it does not use. */
export function withoutPlain(settings: RunSettings): Omit<RunSettings, keyof typeof plain> {
  const said = Object.entries(settings).filter(
    ([key, value]) =>
      !(key in plain) || JSON.stringify(value) !== JSON.stringify(plain[key as keyof typeof plain]),
  );
  return Object.fromEntries(said) as unknown as RunSettings;
}

function modifiersOf(defaults: Modifiers, overrides: Partial<Modifiers>): Modifiers {
  return {
    draws: overrides.draws ?? defaults.draws,
    orders: overrides.orders ?? defaults.orders,
    frames: overrides.frames ?? defaults.frames,
    person: overrides.person ?? defaults.person,
    persona: overrides.persona ?? defaults.persona,
    randomised: overrides.randomised ?? defaults.randomised,
    calibrate: overrides.calibrate ?? defaults.calibrate,
  };
}

function baselineModel(asked: string | undefined, fallback: string): string {
  if (asked === undefined) return isBaseline(fallback) ? fallback : 'uniform';
  if (isBaseline(asked)) return asked;
  throw new VignetteError({
    code: 'model/unknown',
    message: `The strategy baseline asks no model, so "${asked}" cannot be used with it.`,
    help: `Give ${baselineNames.join(' or ')} as the model, or another strategy.`,
    audience: 'usage',
  });
}

function isBaseline(name: string): boolean {
  return (baselineNames as readonly string[]).includes(name);
}
