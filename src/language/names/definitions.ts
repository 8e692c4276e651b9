import { definitionsOf } from '../../study/check/define';
import type { SourceDocument } from '../../study/document';
import { at, entriesOf, itemsOf } from '../../study/model/pick';
import type { ReferenceKind } from '../../study/schema/shape';
import { nodeAtPath } from '../../study/tree/lookup';
import type { Path } from '../../util/range';
import { isStudy } from '../format';
import { occurrence, type Occurrence } from './types';

/** Where a file gives its names. A field of items is given by every item that has it, in every condition. */
export function definitionsIn(document: SourceDocument): readonly Occurrence[] {
  if (!isStudy(document)) return keysIn('model', ['models'], document);
  const { text, yaml } = document;
  const others = definitionsOf(yaml.root)
    .filter(({ kind }) => kind !== 'itemField')
    .map(({ kind, name, of, span, path }) =>
      occurrence({ kind, name, of }, { span, text: name, template: false, path }, text, true),
    );
  return [
    ...others,
    ...itemsIn(document).flatMap((path) => keysIn('itemField', [...path, 'fields'], document)),
  ];
}

/** Where the profile is made up: what `{{ profile.age }}` and `adjust` name. */
export function profileIn(document: SourceDocument): readonly Occurrence[] {
  return [
    ...['respondents', 'panel'].flatMap((section) => [
      ...valuesIn([section, 'profile'], 'field', document),
      ...valuesIn([section, 'profile'], 'column', document),
    ]),
    ...keysIn('profileName', ['panel', 'margins'], document),
  ];
}

/** The items, and the items as they are in a condition. */
function itemsIn({ yaml: { root } }: SourceDocument): readonly Path[] {
  const inside = (path: Path): readonly Path[] =>
    entriesOf(nodeAtPath(root, path)).map(({ key }) => [...path, key]);
  return inside(['items']).flatMap((path) => [path, ...inside([...path, 'in'])]);
}

/** The keys of the map at a path. */
function keysIn(kind: ReferenceKind, path: Path, { text, yaml }: SourceDocument): readonly Occurrence[] {
  return entriesOf(nodeAtPath(yaml.root, path)).map(({ key, keySpan }) => {
    const holder = { span: keySpan, text: key, template: false, path: [...path, key] };
    return occurrence({ kind, name: key, of: undefined }, holder, text, true);
  });
}

/** What the maps in the list at a path have at a key. */
function valuesIn(path: Path, key: string, { text, yaml }: SourceDocument): readonly Occurrence[] {
  return itemsOf(nodeAtPath(yaml.root, path)).flatMap((item, i) => {
    const node = at(item, key);
    if (node?.kind !== 'scalar' || node.text === '') return [];
    const holder = { span: node.span, text: node.text, template: false, path: [...path, i, key] };
    const name = { kind: 'profileName', name: node.text, of: undefined } as const;
    return [occurrence(name, holder, text, true)];
  });
}
