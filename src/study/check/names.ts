import type { Path } from '../../util/range';
import { at, entriesOf } from '../model/pick';
import { nodeAtPath } from '../tree/lookup';
import { profileFields } from '../profileFields';
import type { ReferenceKind } from '../schema/shape';
import type { Span, YamlNode } from '../tree/types';
import type { YamlText } from '../yaml';
import { studyFacts, type Mention } from './facts';

export type { Mention } from './facts';

/** What the writer of a study gives names to. */
export type NamedKind = 'condition' | 'outcome' | 'scale' | 'factor' | 'level';

/** Where a name is given. */
export interface Definition {
  readonly kind: NamedKind;
  readonly name: string;
  /** Of a level, its factor. */
  readonly of: string | undefined;
  readonly span: Span;
  readonly path: Path;
}

const SECTIONS = [
  ['condition', 'conditions'],
  ['outcome', 'outcomes'],
  ['scale', 'scales'],
  ['factor', 'factors'],
] as const;

/** The top-level key under which names of a kind are given. */
export const sectionOf: Readonly<Record<NamedKind, string>> = {
  ...(Object.fromEntries(SECTIONS) as Record<(typeof SECTIONS)[number][0], string>),
  level: 'factors',
};

export function definitionsOf(root: YamlNode): readonly Definition[] {
  const named = SECTIONS.flatMap(([kind, section]) =>
    entriesOf(at(root, section)).map(({ key, keySpan }): Definition => ({
      kind,
      name: key,
      of: undefined,
      span: keySpan,
      path: [section, key],
    })),
  );
  const levels = entriesOf(at(root, 'factors')).flatMap((factor) =>
    entriesOf(factor.value).map(({ key, keySpan }): Definition => ({
      kind: 'level',
      name: key,
      of: factor.key,
      span: keySpan,
      path: ['factors', factor.key, key],
    })),
  );
  return [...named, ...levels];
}

/** Every use of a name, by the schema; templates are not among them. */
export function mentionsOf({ root, text }: YamlText): readonly Mention[] {
  return studyFacts(root, text).mentions;
}

/** The factors that stand in templates. */
export function templateMentionsOf({ root, text }: YamlText): readonly Mention[] {
  return studyFacts(root, text).templates.flatMap(({ name, span, path }) =>
    /^(?:profile|item)(?:\.|$)/.test(name) ? [] : [{ kind: 'factor', name, of: undefined, span, path }],
  );
}

/** The names that exist, in the order of the file; undefined where the study does not decide. */
export function namesOf(root: YamlNode, kind: ReferenceKind, of?: string): readonly string[] | undefined {
  if (kind === 'model' || kind === 'column') return undefined;
  if (kind === 'profileField') return profileFields.map(({ id }) => id);
  const section = nodeAtPath(root, kind === 'level' ? ['factors', of ?? ''] : [sectionOf[kind]]);
  if (section?.kind === 'map') return section.entries.map(({ key }) => key);
  if (kind === 'condition' && at(root, 'conditions') === undefined) return ['all'];
  return section === undefined && kind !== 'level' ? [] : undefined;
}
