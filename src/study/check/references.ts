import { nearest } from '../../util/nearest';
import { at } from '../model/pick';
import { rename, type Problems } from '../problems';
import type { ReferenceKind } from '../schema/shape';
import { nodeAtPath } from '../tree/lookup';
import type { Facts } from './facts';
import { namesOf, sectionOf, type Mention, type NamedKind } from './names';

/** Adds the names that refer to nothing. A section that is broken or of the wrong kind is not blamed on its users. */
export function checkReferences(facts: Facts, problems: Problems): void {
  const { root } = problems.yaml;
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const knownOf = ({ kind, of }: Mention): ReadonlySet<string> | undefined => {
    const key = kind === 'level' ? `level ${of}` : kind;
    if (!known.has(key)) {
      const names = isBroken(kind, problems) ? undefined : namesOf(root, kind, of);
      known.set(key, names && new Set(names));
    }
    return known.get(key);
  };
  for (const mention of facts.mentions) {
    const names = knownOf(mention);
    if (names && !names.has(mention.name) && !hasLabel(mention, problems)) unknown(mention, names, problems);
  }
}

function isBroken(kind: ReferenceKind, { yaml }: Problems): boolean {
  return kind in sectionOf && yaml.isBroken([sectionOf[kind as NamedKind]]);
}

/** A profile column of any other name is fine with a label. */
function hasLabel({ kind, path }: Mention, { yaml }: Problems): boolean {
  if (kind !== 'profileField') return false;
  return at(nodeAtPath(yaml.root, path.slice(0, -1)), 'label') !== undefined;
}

function unknown({ kind, name, span, path }: Mention, names: ReadonlySet<string>, problems: Problems): void {
  const noun = kind === 'profileField' ? 'profile field' : kind;
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
