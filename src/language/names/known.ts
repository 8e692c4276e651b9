import type { SourceDocument } from '../../study/document';
import { at, entriesOf, itemsOf, textOf } from '../../study/model/pick';
import type { YamlNode } from '../../study/tree/types';
import type { Contrast } from '../../study/types';
import { isStudy } from '../format';

/** The names that a tree gives, as far as telling apart what stands in a text needs them. */
export interface KnownNames {
  readonly conditions: ReadonlySet<string>;
  /** The factors in order with their levels, where the conditions are made by crossing them. */
  readonly crossed: readonly { readonly factor: string; readonly levels: readonly string[] }[];
  /** Each with its items, where it is a matrix. */
  readonly outcomes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scores: ReadonlySet<string>;
  readonly factors: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly itemFields: ReadonlySet<string>;
  readonly profile: ReadonlySet<string>;
  readonly hasItems: boolean;
  /** Ids that are written. */
  readonly contrastIds: ReadonlySet<string>;
}

export interface Known extends KnownNames {
  /** All of them, those with an id made from what they compare too. */
  readonly contrasts: readonly Contrast[];
}

export function knownIn(document: SourceDocument): Known {
  return {
    ...knownNames(document.yaml.root),
    contrasts: isStudy(document) ? document.study.contrasts : [],
  };
}

export function knownNames(root: YamlNode): KnownNames {
  const factors = entriesOf(at(root, 'factors'));
  return {
    conditions: keysOf(at(root, 'conditions')),
    crossed: at(root, 'crossed')
      ? factors.map(({ key, value }) => ({ factor: key, levels: [...keysOf(value)] }))
      : [],
    outcomes: new Map(
      entriesOf(at(root, 'outcomes')).map(({ key, value }) => [key, keysOf(at(at(value, 'scale'), 'items'))]),
    ),
    scores: keysOf(at(root, 'scores')),
    factors: new Set(factors.map(({ key }) => key)),
    attributes: new Set(attributesOf(root).flatMap((node) => [...keysOf(node)])),
    itemFields: new Set(fieldsOf(root).flatMap((node) => [...keysOf(node)])),
    profile: profileIn(root),
    hasItems: at(root, 'items') !== undefined,
    contrastIds: new Set(itemsOf(at(root, 'contrasts')).flatMap((entry) => textOf(at(entry, 'id')) ?? [])),
  };
}

/** The maps of attributes of all conjoints. */
function attributesOf(root: YamlNode): readonly YamlNode[] {
  const written = entriesOf(at(root, 'outcomes')).flatMap(({ value }) => at(value, 'scale') ?? []);
  const named = entriesOf(at(root, 'scales')).map(({ value }) => value);
  return [...written, ...named].flatMap((scale) => at(scale, 'attributes') ?? []);
}

/** The maps of fields of all items, in every condition. */
function fieldsOf(root: YamlNode): readonly YamlNode[] {
  return entriesOf(at(root, 'items')).flatMap(({ value }) =>
    [value, ...entriesOf(at(value, 'in')).map((variant) => variant.value)].flatMap(
      (node) => at(node, 'fields') ?? [],
    ),
  );
}

function profileIn(root: YamlNode): ReadonlySet<string> {
  const entries = ['respondents', 'panel'].flatMap((section) => itemsOf(at(at(root, section), 'profile')));
  const named = entries.flatMap((entry) =>
    [textOf(at(entry, 'field')) ?? [], textOf(at(entry, 'column')) ?? []].flat(),
  );
  return new Set([...named, ...keysOf(at(at(root, 'panel'), 'margins'))]);
}

function keysOf(node: YamlNode | undefined): ReadonlySet<string> {
  return new Set(entriesOf(node).map(({ key }) => key));
}
