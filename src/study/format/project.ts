import { boolean, name, text } from '../schema/shape';
import type { KeySpec, Shape } from '../schema/shape';

const URL_SHAPE: Shape = {
  kind: 'text',
  name: true,
  pattern: {
    regex: /^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:\/[^\s?#@]*)?$/,
    says: 'an http or https address without a user name, a query or a fragment',
  },
};

const ENVIRONMENT_NAME: Shape = {
  kind: 'text',
  name: true,
  pattern: {
    regex: /^[A-Za-z_][A-Za-z0-9_]{0,99}$/,
    says: 'the name of an environment variable, never a key itself',
  },
};

const price: KeySpec = {
  name: 'price',
  help: 'US dollars per million tokens; the public list price is used unless said, where one is known.',
  shape: {
    kind: 'map',
    keys: [
      { name: 'in', help: 'Per million tokens sent.', shape: { kind: 'number', min: 0 }, required: true },
      {
        name: 'out',
        help: 'Per million tokens received.',
        shape: { kind: 'number', min: 0 },
        required: true,
      },
      {
        name: 'cachedIn',
        help: 'Per million tokens sent that the endpoint had in its own cache; as `in` unless said.',
        shape: { kind: 'number', min: 0 },
      },
    ],
  },
};

const demonstration: KeySpec = {
  name: 'demonstration',
  help: 'Marks a small engine that exercises the software and is no evidence about people; every chart says so.',
  shape: boolean,
};

const model: readonly KeySpec[] = [
  {
    name: 'baseUrl',
    help: 'The address of an OpenAI-compatible endpoint, or a list of several that serve the same model.',
    shape: { kind: 'either', scalar: URL_SHAPE, list: { kind: 'list', item: URL_SHAPE, min: 1, max: 1000 } },
  },
  {
    name: 'model',
    help: "The endpoint's own name of the model; with `engine: editor` its family, or `vendor/family`.",
    shape: name,
  },
  {
    name: 'keyEnv',
    help: 'The environment variable that holds the key. The key itself never stands in a file.',
    shape: ENVIRONMENT_NAME,
  },
  price,
  {
    name: 'format',
    help: 'Which prompts the model is asked with.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'chat', help: 'Stimulus and question first, persona last (default).' },
        { value: 'socrates', help: 'The prompts of the published fine-tuned models.' },
      ],
    },
  },
  {
    name: 'concurrency',
    help: 'The most calls in flight at once; found by itself unless said.',
    shape: { kind: 'number', integer: true, min: 1, max: 10_000 },
  },
  {
    name: 'embeddings',
    help: "The endpoint's own name of its model for embeddings, by which few-shot may compare questions; `model` unless said.",
    shape: name,
  },
  {
    name: 'engine',
    help: '`embedded`: a model file that runs on this machine. `editor`: a model that the editor offers.',
    shape: {
      kind: 'choice',
      values: [
        { value: 'embedded', help: 'A model file that runs on this machine.' },
        {
          value: 'editor',
          help: 'A model that the editor offers, by its family in `model`; in the editor only, without token probabilities.',
        },
      ],
    },
  },
  {
    name: 'file',
    help: 'The model file (GGUF), relative to this file; the default small model unless said.',
    shape: { kind: 'text', file: true, name: true },
  },
  {
    name: 'lora',
    help: 'A LoRA adapter for the model file, relative to this file.',
    shape: { kind: 'text', file: true, name: true },
  },
  demonstration,
];

/** The shape of `vignette.yaml`. */
export const projectShape: Shape & { kind: 'map' } = {
  kind: 'map',
  keys: [
    {
      name: 'models',
      help: 'The models by the names that studies use.',
      shape: {
        kind: 'dict',
        keys: 'name',
        keyHelp: 'A model by the name that studies use.',
        value: { kind: 'map', keys: model },
      },
    },
    {
      name: 'budget',
      help: 'What a run may spend; it stops before it passes any of these.',
      shape: {
        kind: 'map',
        keys: [
          { name: 'usd', help: 'US dollars.', shape: { kind: 'number', min: 0 } },
          { name: 'calls', help: 'Calls to a model.', shape: { kind: 'number', integer: true, min: 0 } },
          { name: 'tokens', help: 'Tokens, in and out.', shape: { kind: 'number', integer: true, min: 0 } },
        ],
      },
    },
    {
      name: 'results',
      help: 'The folder of results files, relative to this file; `results` unless said.',
      shape: { kind: 'text', file: true, name: true },
    },
    {
      name: 'prompts',
      help: 'Templates of the prompt that replace the ones that ship.',
      shape: {
        kind: 'map',
        keys: [
          { name: 'system', help: 'The system message.', shape: { ...text, empty: true } },
          { name: 'persona', help: 'How the persona is told.', shape: { ...text, empty: true } },
          { name: 'ask', help: 'How the stimulus and the question are asked.', shape: text },
        ],
      },
    },
  ],
};
