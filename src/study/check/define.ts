import { conditionIds } from '../model/crossing';
import { at, entriesOf, itemsOf, mapOf, textOf } from '../model/pick';
import { readStudyModel } from '../model/readStudyModel';
import { profileFields } from '../profileFields';
import type { ReferenceKind, TextShape } from '../schema/shape';
import { nodeAtPath } from '../tree/lookup';
import type { Span, YamlEntry, YamlNode } from '../tree/types';
import type { Path } from '../../util/range';

/** What the writer of a study gives names to. */
export type NamedKind = Exclude<
  ReferenceKind,
  'itemValue' | 'model' | 'column' | 'panelColumn' | 'profileName' | 'profileField'
>;

/** Where a name is given. */
export interface Definition {
  readonly kind: NamedKind;
  readonly name: string;
  /** Of a level, its factor or attribute; of an item of a matrix, the outcome. */
  readonly of: string | undefined;
  readonly span: Span;
  readonly path: Path;
}

const SECTIONS = [
  ['condition', 'conditions'],
  ['outcome', 'outcomes'],
  ['scale', 'scales'],
  ['factor', 'factors'],
  ['item', 'items'],
  ['score', 'scores'],
] as const;

const PLACES: Partial<Record<ReferenceKind, readonly string[]>> = {
  condition: ['conditions', 'crossed', 'factors'],
  outcome: ['outcomes', 'scores'],
  matrixItem: ['outcomes'],
  scale: ['scales'],
  factor: ['factors'],
  level: ['factors'],
  item: ['items'],
  itemField: ['items'],
  itemValue: ['items'],
  attribute: ['outcomes', 'scales'],
  attributeLevel: ['outcomes', 'scales'],
  score: ['scores'],
  contrast: ['contrasts', 'conditions', 'outcomes'],
  profileName: ['respondents', 'panel'],
};

/** The top-level keys under which names of a kind are given; empty for names from elsewhere. */
export function placesOf(kind: ReferenceKind): readonly string[] {
  return PLACES[kind] ?? [];
}

/** Every name that the study gives, those of one kind together; a field of several items where it stands first. */
export function definitionsOf(root: YamlNode): readonly Definition[] {
  const sections = SECTIONS.flatMap(([kind, section]) =>
    entriesOf(at(root, section)).map((entry) => defined(kind, entry, [section])),
  );
  const levels = entriesOf(at(root, 'factors')).flatMap(({ key, value }) =>
    entriesOf(value).map((entry) => defined('level', entry, ['factors', key], key)),
  );
  return [...sections, ...levels, ...fieldsIn(root), ...scalePartsIn(root), ...contrastsIn(root)];
}

function defined(kind: NamedKind, { key, keySpan }: YamlEntry, parent: Path, of?: string): Definition {
  return { kind, name: key, of, span: keySpan, path: [...parent, key] };
}

function fieldsIn(root: YamlNode): readonly Definition[] {
  const first = new Map<string, Definition>();
  for (const { key, value } of entriesOf(at(root, 'items'))) {
    for (const entry of entriesOf(at(value, 'fields'))) {
      if (!first.has(entry.key)) {
        first.set(entry.key, defined('itemField', entry, ['items', key, 'fields']));
      }
    }
  }
  return [...first.values()];
}

/** Items of matrices, attributes of conjoints and their levels. */
function scalePartsIn(root: YamlNode): readonly Definition[] {
  const scales = scalesIn(root);
  return scales.flatMap(({ scale, path }) => [
    ...entriesOf(at(scale, 'items')).map((entry) =>
      defined('matrixItem', entry, [...path, 'items'], String(path[1])),
    ),
    ...entriesOf(at(scale, 'attributes')).flatMap((entry) => {
      const below = [...path, 'attributes', entry.key, 'levels'];
      const levels = entriesOf(at(entry.value, 'levels'));
      return [
        defined('attribute', entry, [...path, 'attributes']),
        ...levels.map((level) => defined('attributeLevel', level, below, entry.key)),
      ];
    }),
  ]);
}

/** The scales with parts that have names, and where they stand. */
function scalesIn(root: YamlNode): readonly { readonly scale: YamlNode; readonly path: Path }[] {
  const named = entriesOf(at(root, 'scales')).map(({ key, value }) => ({
    scale: value,
    path: ['scales', key],
  }));
  const own = entriesOf(at(root, 'outcomes')).flatMap(({ key, value }) => {
    const scale = at(value, 'scale');
    return scale?.kind === 'map' ? [{ scale, path: ['outcomes', key, 'scale'] }] : [];
  });
  return [...named, ...own];
}

function contrastsIn(root: YamlNode): readonly Definition[] {
  return itemsOf(at(root, 'contrasts')).flatMap((contrast, i): Definition[] => {
    const id = at(contrast, 'id');
    const name = textOf(id);
    if (!id || name === undefined) return [];
    return [{ kind: 'contrast', name, of: undefined, span: id.span, path: ['contrasts', i, 'id'] }];
  });
}

/** The names that exist, in the order of the file; undefined where the study does not decide. */
export function namesOf(
  root: YamlNode,
  kind: ReferenceKind,
  of?: string,
  also: TextShape['also'] = [],
): readonly string[] | undefined {
  switch (kind) {
    case 'model':
    case 'column':
    case 'panelColumn':
      return undefined;
    case 'profileField':
      return profileFields.map(({ id }) => id);
    case 'profileName':
      return [
        ...new Set([...profileOf(root, 'respondents'), ...(also.includes('panel') ? panelNames(root) : [])]),
      ];
    case 'condition':
      return conditionIds(root);
    case 'outcome':
      return outcomeNames(root, also);
    case 'contrast':
      return contrastNames(root);
    case 'level':
      return keysAt(root, ['factors', of ?? '']);
    case 'matrixItem':
      return keysAt(root, ['outcomes', of ?? '', 'scale', 'items']);
    case 'itemValue':
      return fieldValues(root, of ?? '');
    case 'attribute':
    case 'attributeLevel':
    case 'itemField':
      return namesWithin(root, kind, of);
    default: {
      const section = SECTIONS.find(([named]) => named === kind)?.[1] ?? '';
      return at(root, section) === undefined ? [] : keysAt(root, [section]);
    }
  }
}

function profileOf(root: YamlNode, section: 'respondents' | 'panel'): readonly string[] {
  return itemsOf(at(at(root, section), 'profile')).flatMap((entry) =>
    [textOf(at(entry, 'field')) ?? [], textOf(at(entry, 'column')) ?? []].flat(),
  );
}

function panelNames(root: YamlNode): readonly string[] {
  return [...profileOf(root, 'panel'), ...entriesOf(at(at(root, 'panel'), 'margins')).map(({ key }) => key)];
}

function keysAt(root: YamlNode, path: Path): readonly string[] | undefined {
  return mapOf(nodeAtPath(root, path))?.entries.map(({ key }) => key);
}

function namesWithin(
  root: YamlNode,
  kind: ReferenceKind,
  of: string | undefined,
): readonly string[] | undefined {
  const all = kind === 'itemField' ? fieldsIn(root) : scalePartsIn(root);
  const found = all.filter((one) => one.kind === kind && (kind !== 'attributeLevel' || one.of === of));
  const names = [...new Set(found.map(({ name }) => name))];
  return kind === 'attributeLevel' && names.length === 0 ? undefined : names;
}

/** The outcomes that are asked, and what else may stand in their place. */
function outcomeNames(root: YamlNode, also: NonNullable<TextShape['also']>): readonly string[] | undefined {
  const outcomes = at(root, 'outcomes');
  if (outcomes !== undefined && outcomes.kind !== 'map') return undefined;
  const names = entriesOf(outcomes).flatMap(({ key, value }) => {
    const items = mapOf(at(at(value, 'scale'), 'items'));
    if (!items) return [key];
    return [...(also.includes('matrix') ? [key] : []), ...items.entries.map((item) => `${key}.${item.key}`)];
  });
  return also.includes('score') ? [...names, ...entriesOf(at(root, 'scores')).map(({ key }) => key)] : names;
}

/** Those that the file lists, else those made by default. */
function contrastNames(root: YamlNode): readonly string[] {
  const written = itemsOf(at(root, 'contrasts')).flatMap((contrast) => textOf(at(contrast, 'id')) ?? []);
  return [...new Set([...written, ...readStudyModel(root).contrasts.map(({ id }) => id)])];
}

function fieldValues(root: YamlNode, field: string): readonly string[] | undefined {
  const items = entriesOf(at(root, 'items')).map(({ value }) => value);
  const everywhere = items.flatMap((item) => [item, ...entriesOf(at(item, 'in')).map(({ value }) => value)]);
  const values = everywhere.flatMap((item) => textOf(at(at(item, 'fields'), field)) ?? []);
  return values.length === 0 ? undefined : [...new Set(values)];
}
