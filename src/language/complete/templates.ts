import { at, entriesOf, itemsOf, textOf } from '../../study/model/pick';
import { nodeAtPath } from '../../study/tree/lookup';
import type { YamlNode } from '../../study/tree/types';
import { knownNames } from '../names/known';
import type { Place } from './place';
import type { Proposal } from './proposal';

/** Whether the text before the cursor is the beginning of a template. */
export function isInTemplate(before: string): boolean {
  return /\{\{\s*[\p{L}\p{N}_.-]*$/u.test(before);
}

/** What may stand between `{{` and `}}` at a place: the factors of the condition first. */
export function templateNames({ root, path }: Place): readonly Proposal[] {
  const { factors, attributes, hasItems, itemFields } = knownNames(root);
  const own =
    path[0] === 'conditions' && path[1] !== undefined ? ['conditions', path[1], 'factors'] : undefined;
  const fixed = own ? entriesOf(nodeAtPath(root, own)).map(({ key }) => key) : [];
  const texts = entriesOf(at(root, 'factors'));
  const levelsOf = (factor: string): string =>
    entriesOf(texts.find(({ key }) => key === factor)?.value)
      .map(({ key }) => key)
      .join(', ');
  const first = fixed.filter((name) => factors.has(name));
  const sorted = [...first, ...[...factors].filter((name) => !first.includes(name))];
  return [
    ...sorted.map((name) => proposal(name, `factor: ${levelsOf(name)}`)),
    ...(hasItems ? [proposal('item', 'the text of the item')] : []),
    ...[...itemFields].map((name) => proposal(`item.${name}`, 'field of the item')),
    ...profileNames(root).map((name) => proposal(`profile.${name}`, 'profile')),
    ...(path[0] === 'outcomes' ? [...attributes].map((name) => proposal(name, 'attribute')) : []),
  ];
}

/** Each entry of the profile once: by its field where it has one. */
function profileNames(root: YamlNode): readonly string[] {
  const entries = ['respondents', 'panel'].flatMap((section) => itemsOf(at(at(root, section), 'profile')));
  const named = entries.flatMap((entry) => textOf(at(entry, 'field')) ?? textOf(at(entry, 'column')) ?? []);
  const margins = entriesOf(at(at(root, 'panel'), 'margins')).map(({ key }) => key);
  return [...new Set([...named, ...margins])];
}

function proposal(name: string, detail: string): Proposal {
  return { label: name, kind: 'reference', insert: name, detail };
}
