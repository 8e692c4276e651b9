import { nearest } from '../../util/nearest';
import { at } from '../model/pick';
import { rename, type Problems } from '../problems';
import type { ReferenceKind } from '../schema/shape';
import { nodeAtPath } from '../tree/lookup';
import { namesOf, placesOf } from './define';
import type { Facts } from './facts';
import { meaningsIn, type Mention } from './names';

/** Adds the names that refer to nothing. A section that is broken or of the wrong kind is not blamed on its users. */
export function checkReferences(facts: Facts, problems: Problems): void {
  const { root } = problems.yaml;
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const knownOf = ({ kind, of, also = [] }: Mention): ReadonlySet<string> | undefined => {
    const key = [kind, of ?? '', ...also].join('\n');
    if (!known.has(key)) {
      const broken = placesOf(kind).some((section) => problems.yaml.isBroken([section]));
      const names = broken ? undefined : namesOf(root, kind, of, also);
      known.set(key, names && new Set(names));
    }
    return known.get(key);
  };
  for (const mention of facts.mentions.flatMap(meaningsIn(root))) {
    const names = knownOf(mention);
    if (names && !names.has(mention.name) && !hasLabel(mention, problems)) unknown(mention, names, problems);
  }
}

/** A profile column of any other name is fine with a label. */
function hasLabel({ kind, path }: Mention, { yaml }: Problems): boolean {
  if (kind !== 'profileField') return false;
  return at(nodeAtPath(yaml.root, path.slice(0, -1)), 'label') !== undefined;
}

const NOUNS: Partial<Record<ReferenceKind, string>> = {
  matrixItem: 'item of the matrix',
  itemField: 'field of the items',
  itemValue: 'item with the value',
  attributeLevel: 'level of the attribute',
  profileName: 'profile field',
  profileField: 'profile field',
};

function unknown({ kind, name, span, path }: Mention, names: ReadonlySet<string>, problems: Problems): void {
  const noun = NOUNS[kind] ?? kind;
  const close = nearest(name, names);
  problems.add({
    code: 'reference/unknown',
    at: span,
    path,
    message: `There is no ${noun} \`${name.slice(0, 40)}\`.`,
    help: close ? `Did you mean \`${close}\`?` : listing(noun, [...names]),
    fixes: close ? [rename(span, close)] : [],
  });
}

function listing(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `The study has no ${noun}s; add one, or remove the name.`;
  const shown = names.slice(0, 16).map((name) => `\`${name}\``);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `There are: ${shown.join(', ')}${more}.`;
}
