import { modelsGet } from '../../app/models/get';
import { models } from '../../app/models/list';
import { trust } from '../../app/models/trust';
import type { ModelProbe } from '../../app/services';
import type { ModelsResult } from '../../app/types';
import type { Command, Context, Outcome } from '../command';
import { columns, cut } from '../output/columns';
import type { Paint } from '../output/paint';
import { usage } from '../parse';

export const modelsCommand: Command = {
  name: 'models',
  usage: '[trust NAME | get embedded]',
  about: 'endpoints as resolved, which answer, and what they can do',
  details:
    '`trust NAME` lets the key of that model go to its host, for this user. `get embedded` fetches the small ' +
    'model that runs inside Vignette, and its engine.',
  flags: [],
  takes: { least: 0, most: 2, what: '' },
  examples: [
    { line: 'vignette models', about: 'what can be asked here' },
    { line: 'vignette models trust cluster', about: 'approves the key and host of `cluster`' },
    { line: 'vignette models get embedded', about: 'no account and no key needed afterwards' },
  ],
  run: (context, args) => {
    const [verb, name] = args.positionals;
    if (verb === undefined) return list(context);
    if (verb !== 'trust' && verb !== 'get')
      throw usage('unknown-command', `models has no command ${verb}.`, 'It has: trust NAME, get embedded.');
    if (name === undefined)
      throw usage(
        'missing-argument',
        `models ${verb} needs the name of a model.`,
        `Write: vignette models ${verb} NAME`,
      );
    return verb === 'trust' ? trustOne(context, name) : get(context, name);
  },
};

async function list({ services, signals, paint }: Context): Promise<Outcome> {
  const result = await models(services, signals.stop);
  return { json: result, text: () => listText(result, paint), status: 0 };
}

async function trustOne({ services }: Context, model: string): Promise<Outcome> {
  const result = await trust(services, { model });
  const text = (): string => `The key in ${result.keyEnv} may go to ${result.origins.join(', ')}.`;
  return { json: result, text, status: 0 };
}

async function get({ services, signals, report }: Context, model: string): Promise<Outcome> {
  const result = await modelsGet(services, { model }, signals.stop, (text, share) =>
    report.status(text, share),
  );
  const what = result.fetched.length === 0 ? 'Everything was there' : `Fetched: ${result.fetched.join(', ')}`;
  return {
    json: result,
    text: () => `${what}.\nengine  ${result.engine}\nmodel   ${result.file}`,
    status: 0,
  };
}

function listText({ models: found, local, project }: ModelsResult, paint: Paint): string {
  const rows = found.map((model) => [
    model.name,
    cut(model.model, 28),
    cut(model.where.join(' '), 34),
    model.answers ? paint('green', 'answers') : paint('yellow', 'does not answer'),
    abilities(model),
  ]);
  const problems = found.flatMap(({ name, problem }) => (problem === null ? [] : [`${name}: ${problem}`]));
  return [
    ...columns([['name', 'model', 'where', 'now', 'can'].map((text) => paint('dim', text)), ...rows]),
    '',
    ...problems,
    `local is ${local}${project === null ? '; there is no vignette.yaml here or above' : ''}`,
  ].join('\n');
}

function abilities({ can, key, demonstration }: ModelProbe): string {
  return [
    ...(can === null ? [] : (['logprobs', 'seed', 'json'] as const).filter((ability) => can[ability])),
    ...(key === 'missing' || key === 'untrusted' ? [`key ${key}`] : []),
    ...(demonstration ? ['demonstration'] : []),
  ].join(', ');
}
