import type { SourceDocument } from './document';
import { checkYaml } from './check/yaml';
import { at, booleanOf, defined, entriesOf, integerOf, numberOf, oneOf, textOf, textsOf } from './model/pick';
import { problemsOf, type Problems } from './problems';
import { checkShape } from './schema/check';
import { projectShape } from './format/project';
import { isEmpty } from './schema/sentences';
import type { YamlEntry, YamlNode } from './tree/types';
import type { Price } from './types';
import { readYaml } from './yaml';

/** A model of `vignette.yaml`; paths are as written, relative to that file. */
export type ProjectModel =
  | {
      readonly kind: 'openai';
      readonly name: string;
      readonly baseUrl: readonly string[];
      readonly model: string;
      readonly keyEnv: string | undefined;
      readonly price: Price | undefined;
      readonly prompts: 'chat' | 'socrates' | undefined;
      readonly demonstration: boolean;
      readonly concurrency: number | undefined;
      /** The endpoint's name of its model for embeddings; absent: the model itself. */
      readonly embeddings?: string;
    }
  | {
      readonly kind: 'embedded';
      readonly name: string;
      readonly file: string | undefined;
      readonly lora: string | undefined;
      readonly demonstration: boolean;
    }
  /** A model that the editor offers, by its family or `vendor/family`; the first one without a name. */
  | {
      readonly kind: 'editor';
      readonly name: string;
      readonly model: string | undefined;
      /** What the user says it costs; nobody else knows. */
      readonly price?: Price | undefined;
      readonly concurrency: number | undefined;
      readonly demonstration: boolean;
    };

/** `vignette.yaml` as far as it can be read. */
export interface ProjectDocument extends SourceDocument {
  readonly models: readonly ProjectModel[];
  readonly budget: {
    readonly usd: number | undefined;
    readonly calls: number | undefined;
    readonly tokens: number | undefined;
  };
  /** As written; undefined where the file has none. */
  readonly results: string | undefined;
  readonly prompts: { readonly system?: string; readonly persona?: string; readonly ask?: string };
}

/** A project file may have this many UTF-16 units. */
const LENGTH_LIMIT = 1_000_000;

/** Reads a project file as far as it can be read. Never throws: what is wrong is in `diagnostics`. */
export function readProjectFile(text: string): ProjectDocument {
  const tooLarge = text.length > LENGTH_LIMIT;
  const yaml = readYaml(tooLarge ? '' : text);
  const { root } = yaml;
  const problems = problemsOf(yaml);
  if (tooLarge) {
    const message = 'The project file has more than 1 MB.';
    const help = 'Keep models and budgets in it, nothing else.';
    problems.add({ code: 'study/limit', at: { start: 0, end: 0 }, path: [], message, help });
  }
  checkYaml(problems);
  const firstLine = { start: 0, end: yaml.lines.text(0).length };
  if (!isEmpty(root)) checkShape(root, projectShape, { path: [], at: firstLine }, problems);
  entriesOf(at(root, 'models')).forEach((entry) => checkModel(entry, problems));
  const budget = at(root, 'budget');
  const prompts = at(root, 'prompts');
  return {
    text,
    yaml,
    ranges: (path) => yaml.ranges(path),
    nodeAt: (position) => yaml.nodeAt(position),
    models: entriesOf(at(root, 'models')).flatMap((entry) => readModel(entry) ?? []),
    budget: {
      usd: amountOf(at(budget, 'usd')),
      calls: amountOf(at(budget, 'calls')),
      tokens: amountOf(at(budget, 'tokens')),
    },
    results: textOf(at(root, 'results')),
    prompts: defined({
      system: textOf(at(prompts, 'system')),
      persona: textOf(at(prompts, 'persona')),
      ask: textOf(at(prompts, 'ask')),
    }),
    diagnostics: problems.all(),
  };
}

function amountOf(node: YamlNode | undefined): number | undefined {
  const amount = numberOf(node);
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

/** What belongs to each way of answering and what it is called. */
const WAYS = {
  endpoint: { called: 'an endpoint', without: ['file', 'lora'] },
  embedded: {
    called: 'an embedded model',
    without: ['model', 'keyEnv', 'price', 'format', 'concurrency', 'embeddings'],
  },
  editor: { called: 'a model of the editor', without: ['keyEnv', 'format', 'embeddings', 'file', 'lora'] },
} as const;

/** A model has an endpoint or an engine: one of the two, with the keys that belong to it. */
function checkModel({ key, keySpan, value }: YamlEntry, problems: Problems): void {
  if (value.kind !== 'map' || problems.yaml.isBroken(['models', key])) return;
  const path = ['models', key];
  const engine = value.byKey.has('engine');
  const endpoint = value.byKey.has('baseUrl');
  if (engine === endpoint) {
    const message = engine
      ? `\`${key}\` has both \`engine\` and \`baseUrl\`.`
      : `\`${key}\` has neither \`baseUrl\` nor \`engine: embedded\`.`;
    const help =
      'Say where the model answers: `baseUrl` for an endpoint, `engine: embedded` for a file, `engine: editor` for a model of the editor.';
    return problems.add({ code: 'study/missing-key', at: keySpan, path, message, help });
  }
  if (endpoint && !value.byKey.has('model')) {
    const message = `\`${key}\` has no \`model\`.`;
    const help = "Add the endpoint's own name of the model.";
    problems.add({ code: 'study/missing-key', at: keySpan, path, message, help });
  }
  const inEditor = textOf(at(value, 'engine')) === 'editor';
  const { called, without } = WAYS[endpoint ? 'endpoint' : inEditor ? 'editor' : 'embedded'];
  for (const entry of value.entries) {
    if (!(without as readonly string[]).includes(entry.key)) continue;
    const message = `\`${entry.key}\` has no meaning for ${called}.`;
    const help = 'Remove the key.';
    problems.add({ code: 'study/unknown-key', at: entry.keySpan, path: [...path, entry.key], message, help });
  }
}

const KEY_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const ADDRESS = /^https?:\/\/[^\s?#@]+$/;

function readModel({ key: name, value }: YamlEntry): ProjectModel | undefined {
  const demonstration = booleanOf(at(value, 'demonstration')) ?? false;
  const engine = textOf(at(value, 'engine'));
  if (engine === 'editor') {
    const concurrency = integerOf(at(value, 'concurrency'));
    const price = readPrice(at(value, 'price'));
    return { kind: 'editor', name, model: textOf(at(value, 'model')), price, concurrency, demonstration };
  }
  if (engine === 'embedded') {
    return {
      kind: 'embedded',
      name,
      file: textOf(at(value, 'file')),
      lora: textOf(at(value, 'lora')),
      demonstration,
    };
  }
  const written = at(value, 'baseUrl');
  const single = textOf(written);
  const baseUrl = (single === undefined ? textsOf(written) : [single]).filter((url) => ADDRESS.test(url));
  const model = textOf(at(value, 'model'));
  if (baseUrl.length === 0 || model === undefined) return undefined;
  const keyEnv = textOf(at(value, 'keyEnv'));
  const embeddings = textOf(at(value, 'embeddings'));
  return {
    kind: 'openai',
    name,
    baseUrl,
    model,
    keyEnv: keyEnv !== undefined && KEY_NAME.test(keyEnv) ? keyEnv : undefined,
    price: readPrice(at(value, 'price')),
    prompts: oneOf(at(value, 'format'), ['chat', 'socrates'] as const),
    demonstration,
    concurrency: integerOf(at(value, 'concurrency')),
    ...(embeddings !== undefined && { embeddings }),
  };
}

function readPrice(node: YamlNode | undefined): Price | undefined {
  const [sent, received, cachedIn] = ['in', 'out', 'cachedIn'].map((key) => amountOf(at(node, key)));
  if (sent === undefined || received === undefined) return undefined;
  return { in: sent, out: received, ...(cachedIn !== undefined && { cachedIn }) };
}
