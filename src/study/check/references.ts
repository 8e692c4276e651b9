import { nearest } from '../../util/nearest';
import { at } from '../model/pick';
import { rename, type Problems } from '../problems';
import type { ReferenceKind } from '../schema/shape';
import { nodeAtPath } from '../tree/lookup';
import type { Study } from '../types';
import { namesOf, placesOf } from './define';
import { written } from './edits';
import type { Facts } from './facts';
import { meaningsIn, type Mention } from './names';

/** Adds the names that refer to nothing. A section that is broken or of the wrong kind is not blamed on its users. */
export function checkReferences(study: Study, facts: Facts, problems: Problems): void {
  const { root } = problems.yaml;
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const knownOf = ({ kind, of, also = [] }: Mention): ReadonlySet<string> | undefined => {
    const key = [kind, of ?? '', ...also].join('\n');
    if (!known.has(key)) {
      const names = isUncertain(kind, problems)
        ? undefined
        : kind === 'contrast'
          ? study.contrasts.map(({ id }) => id)
          : namesOf(root, kind, of, also);
      known.set(key, names && new Set(names));
    }
    return known.get(key);
  };
  for (const mention of facts.mentions.flatMap(meaningsIn(root))) {
    const names = knownOf(mention);
    if (names && !names.has(mention.name) && !hasLabel(mention, problems)) unknown(mention, names, problems);
  }
}

/** Whether the places where names of a kind are given cannot be read; of parts of entries, whether any cannot. */
function isUncertain(kind: ReferenceKind, { yaml }: Problems): boolean {
  return placesOf(kind).some((section) =>
    ENTRIES.has(kind) ? yaml.isBroken([section]) : yaml.hasBroken([section]),
  );
}

/** What is given a name by a key directly under its section. */
const ENTRIES: ReadonlySet<ReferenceKind> = new Set([
  'condition',
  'outcome',
  'scale',
  'factor',
  'item',
  'score',
]);

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
    fixes: close ? [rename(span, written(close))] : [],
  });
}

function listing(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `The study has no ${noun}s; add one, or remove the name.`;
  const shown = names.slice(0, 16).map((name) => `\`${name}\``);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return `There are: ${shown.join(', ')}${more}.`;
}
