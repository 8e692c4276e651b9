import { markdownOf } from './help';
import { projectShape } from '../format/project';
import type { KeySpec, MapCase, MapShape, Shape, TextShape } from './shape';
import { studyShape } from '../format/study';

type Json = { readonly [key: string]: unknown };

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The JSON Schema (draft 7) of a study file, for editors that check YAML by schema. */
export function jsonSchema(): object {
  return { $schema: DRAFT, title: 'Vignette study', ...schemaOf(studyShape) };
}

/** The JSON Schema (draft 7) of `vignette.yaml`. */
export function projectJsonSchema(): object {
  return { $schema: DRAFT, title: 'Vignette project', ...schemaOf(projectShape) };
}

function schemaOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape);
    case 'version':
      return { const: shape.supported };
    case 'number':
      return {
        type: shape.integer ? 'integer' : 'number',
        ...(shape.min === undefined ? {} : { minimum: shape.min }),
        ...(shape.max === undefined ? {} : { maximum: shape.max }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: shape.values.map(({ value }) => value) };
    case 'data':
      return { type: ['string', 'number', 'boolean', 'null'] };
    case 'list':
      return {
        type: 'array',
        items: schemaOf(shape.item),
        ...(shape.min === undefined ? {} : { minItems: shape.min }),
        ...(shape.max === undefined ? {} : { maxItems: shape.max }),
      };
    case 'dict':
      return dictSchema(shape);
    case 'map':
      return shape.when ? formsSchema(shape) : mapSchema(shape.keys);
    case 'either':
      return {
        anyOf: [shape.scalar, shape.list, shape.map].flatMap((one) => (one ? [schemaOf(one)] : [])),
      };
    case 'cases':
      return { type: 'object', anyOf: shape.cases.map((one) => caseSchema(shape.tag, shape.tagHelp, one)) };
    case 'null':
      return { type: 'null' };
  }
}

/** Numbers and truth values are text to the format where text is meant. */
function textSchema(shape: TextShape): Json {
  if (shape.pattern) return { type: 'string', pattern: shape.pattern.regex.source };
  if (shape.empty) return { type: ['string', 'number', 'boolean', 'null'] };
  return { type: ['string', 'number', 'boolean'] };
}

function dictSchema(shape: Shape & { kind: 'dict' }): Json {
  const entries =
    shape.keys === 'code'
      ? { patternProperties: { '^-?[0-9]+$': schemaOf(shape.value) }, additionalProperties: false }
      : { additionalProperties: schemaOf(shape.value) };
  return {
    type: 'object',
    ...entries,
    ...(shape.min === undefined ? {} : { minProperties: shape.min }),
    ...(shape.max === undefined ? {} : { maxProperties: shape.max }),
  };
}

function mapSchema(keys: readonly KeySpec[]): Json {
  const required = keys.filter((key) => key.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.name, propertyOf(key)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** A map with the keys of every form; one key may have a value of several shapes, and is required where each form requires it. */
function formsSchema({ keys, when = [] }: MapShape): Json {
  const forms = [keys, ...when.map((form) => form.keys)];
  const names = [...new Set(forms.flat().map(({ name }) => name))];
  const required = names.filter((name) =>
    forms.every((form) => form.some((key) => key.name === name && key.required)),
  );
  const properties = names.map((name) => [
    name,
    unitedProperty(forms.flatMap((form) => form.filter((key) => key.name === name))),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as Json,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function unitedProperty(specs: readonly KeySpec[]): Json {
  const [first] = specs;
  if (!first) return {};
  const schemas = specs.map(({ shape }) => schemaOf(shape));
  const texts = schemas.map((schema) => JSON.stringify(schema));
  const distinct = schemas.filter((_, i) => texts.indexOf(texts[i] ?? '') === i);
  return distinct.length === 1
    ? propertyOf(first)
    : { description: first.help, markdownDescription: markdownOf(first), anyOf: distinct };
}

function propertyOf(key: KeySpec): Json {
  return { description: key.help, markdownDescription: markdownOf(key), ...schemaOf(key.shape) };
}

function caseSchema(tag: string, tagHelp: string, one: MapCase): Json {
  const spec: KeySpec = {
    name: tag,
    help: tagHelp,
    required: true,
    shape: { kind: 'choice', values: [{ value: one.value, help: one.help }] },
  };
  return mapSchema([spec, ...one.keys]);
}
