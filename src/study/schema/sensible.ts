import { namesOf } from '../check/define';
import type { YamlMap, YamlNode } from '../tree/types';
import type { KeySpec, MapCase } from './shape';

const SCALE = '{type: ordinal, points: 7, labels: {1: Strongly disagree, 7: Strongly agree}}';

/** What stands for a key that must be there, and is a fair beginning wherever it stands. */
const VALUES: Readonly<Record<string, string>> = {
  vignette: '1',
  id: 'my-study',
  title: 'My study',
  outcomes: `{opinion: {question: What do you think?, scale: ${SCALE}}}`,
  question: 'What do you think?',
  scale: SCALE,
  options: '{1: This, 2: That}',
  code: '98',
  label: "Don't know",
  w1: '{below: 0.1}',
  below: '0.1',
  size: '500',
  tasks: '5',
  alternatives: '2',
};

/** The same over several lines, where a mapping stands over several lines. */
const BLOCKS: Readonly<Record<string, string>> = {
  outcomes: `opinion:\n  question: What do you think?\n  scale: ${SCALE}`,
};

/**
 * What can be written for a key that is missing from `map`, so that nothing else is wrong afterwards; empty where that is
 * not certain. A name is one where the study has no other; a type goes with the keys that are there.
 */
export function sensibleValues({ name, shape }: KeySpec, map: YamlMap, root: YamlNode): readonly string[] {
  const block = map.flow ? undefined : BLOCKS[name];
  const known = block ?? VALUES[name];
  if (known !== undefined) return [known];
  if (shape.kind === 'choice') return shape.values.filter((one) => fits(one, map)).map(({ value }) => value);
  if (shape.kind !== 'text' || shape.of === undefined) return [];
  const taken = new Set(map.entries.map(({ value }) => (value.kind === 'scalar' ? value.text : '')));
  const names = (namesOf(root, shape.of) ?? []).filter((one) => !taken.has(one));
  return names.length === 1 ? names : [];
}

/** Whether a type has every key that is written, and needs none beside them. */
function fits(one: { readonly value: string } | MapCase, { entries, byKey }: YamlMap): boolean {
  if (!('keys' in one)) return true;
  const names = new Set(one.keys.map(({ name }) => name));
  if (entries.length === 0 || entries.some(({ key }) => !names.has(key))) return false;
  const options = byKey.get('options')?.value;
  const count = options?.kind === 'map' ? options.entries.length : 0;
  if (one.value === 'binary' && count !== 2) return false;
  if (one.value === 'ordinal' && !byKey.has('points') && !options) return false;
  return one.keys.every(({ name, required }) => !required || byKey.has(name));
}
