import { mostDraws, mostFrames, ordersNames, strategyNames } from '../simulate/settings';
import type { RunSettings } from '../simulate/types';
import type { SimulateOptions } from '../app/types';
import type { Args } from './command';
import { usage } from './parse';

const wholeNumber = { min: 1, max: Infinity, integer: true };

/** The options that plan, prompt and simulate share. */
export function simulateOptions(args: Args): SimulateOptions {
  return withoutUndefined({
    study: args.positionals[0] ?? '',
    conditions: args.texts('condition'),
    outcomes: args.texts('outcome'),
    items: args.texts('item'),
    model: args.text('model'),
    strategy: args.choice('strategy', strategyNames),
    respondents: args.number('respondents', wholeNumber),
    assign: args.choice('assign', ['data', 'all']),
    seed: args.number('seed', { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
    temperature: args.number('temperature', { min: 0, max: 2, integer: false }),
    modifiers: modifierOptions(args),
    budget: budgetOptions(args),
    concurrency: args.number('concurrency', wholeNumber),
    name: args.text('name'),
    out: args.text('out'),
    fresh: args.switch('fresh') || undefined,
    endpoint: endpoint(args),
    yes: args.switch('yes') || undefined,
  });
}

function modifierOptions(args: Args): SimulateOptions['modifiers'] {
  const upTo = (max: number) => ({ min: 1, max, integer: true });
  const given = withoutUndefined({
    draws: args.number('draws', upTo(mostDraws)),
    orders: args.choice('orders', ordersNames),
    frames: args.number('frames', upTo(mostFrames)),
    person: args.number('person', upTo(3)) as 1 | 2 | 3 | undefined,
    persona: personaOption(args.text('persona')),
    randomised: args.switch('randomised') || undefined,
  });
  return Object.keys(given).length === 0 ? undefined : given;
}

function personaOption(text: string | undefined): RunSettings['persona'] | undefined {
  if (text === undefined) return undefined;
  const kind = (['full', 'demographics', 'none'] as const).find((one) => one === text);
  if (kind !== undefined) return { kind };
  const [, selection, list = ''] = /^(only|without):(.*)$/.exec(text) ?? [];
  const fields = list.split(',').flatMap((field) => (field.trim() === '' ? [] : [field.trim()]));
  if (selection !== undefined && fields.length > 0) return { kind: selection as 'only' | 'without', fields };
  throw usage(
    'bad-value',
    `--persona cannot be ${JSON.stringify(text)}.`,
    'It is full, demographics, none, only:FIELD,FIELD or without:FIELD,FIELD.',
  );
}

/** The limits that are given, of simulate and resume. */
export function budgetOptions(args: Args): NonNullable<SimulateOptions['budget']> {
  return withoutUndefined({
    usd: args.number('budget-usd', { min: 0, max: Infinity, integer: false }),
    calls: args.number('max-calls', { min: 0, max: Infinity, integer: true }),
    tokens: args.number('max-tokens', { min: 0, max: Infinity, integer: true }),
  });
}

function endpoint(args: Args): SimulateOptions['endpoint'] {
  const [baseUrl, apiModel, keyEnv] = ['base-url', 'api-model', 'key-env'].map((name) => args.text(name));
  if (baseUrl === undefined && apiModel === undefined && keyEnv === undefined) return undefined;
  if (baseUrl === undefined || apiModel === undefined)
    throw usage(
      'endpoint',
      'An endpoint by hand needs its address and its name of the model.',
      'Give --base-url URL and --api-model NAME together; --key-env VAR where it needs a key.',
    );
  if (args.text('model') !== undefined)
    throw usage('endpoint', '--model and --base-url exclude each other.', 'Give one of the two.');
  return { baseUrl, apiModel, ...(keyEnv === undefined ? {} : { keyEnv }) };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(
  options: T,
): Given<T> & { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as ReturnType<typeof withoutUndefined<T>>;
}
