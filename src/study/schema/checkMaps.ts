import { nearest } from '../../util/nearest';
import { addFirst, addLast } from '../check/edits';
import { rename, type ProblemFix, type Problems } from '../problems';
import type { YamlEntry, YamlMap, YamlNode } from '../tree/types';
import type { Place } from './check';
import { hintNotYet, nameOf } from './sentences';
import { sensibleValues } from './sensible';
import type { DictShape, KeySpec, Shape } from './shape';
import { isTurnedAround, turnAround } from './turnedAround';

type Check = (node: YamlNode, shape: Shape, place: Place, problems: Problems) => void;

/** Checks a map whose keys the format knows. */
export function checkKeys(
  map: YamlMap,
  keys: readonly KeySpec[],
  place: Place,
  problems: Problems,
  check: Check,
): void {
  const meant = new Set<string | undefined>();
  for (const entry of map.entries) {
    const spec = keys.find(({ name }) => name === entry.key);
    const path = [...place.path, entry.key];
    if (!spec) meant.add(unknownKey(entry, map, keys, path, problems));
    else {
      check(entry.value, spec.shape, { path, at: entry.keySpan }, problems);
      if (spec.notYet) hintNotYet(nameOf(path), entry.keySpan, path, problems);
    }
  }
  checkMissing(map, keys, place, problems, meant);
}

/** Adds the keys that a map must have; those that were meant by a misspelled one are not missing as well. */
export function checkMissing(
  map: YamlMap,
  keys: readonly KeySpec[],
  place: Place,
  problems: Problems,
  meant: ReadonlySet<string | undefined> = new Set(),
): void {
  if (problems.yaml.isBroken(place.path)) return;
  for (const spec of keys) {
    if (!spec.required || map.byKey.has(spec.name) || meant.has(spec.name)) continue;
    problems.add({
      code: 'study/missing-key',
      at: place.at,
      path: place.path,
      message: `${place.path.length === 0 ? 'The file' : nameOf(place.path)} has no \`${spec.name}\`.`,
      help: `Add it: ${spec.help}`,
      fixes: addKey(map, spec, keys, problems),
    });
  }
}

/** Returns the key that was probably meant, so that it is not called missing as well. */
function unknownKey(
  { key, keySpan }: YamlEntry,
  map: YamlMap,
  keys: readonly KeySpec[],
  path: Place['path'],
  problems: Problems,
): string | undefined {
  if (key === '' && problems.yaml.isBroken(path)) return undefined;
  const close = nearest(
    key,
    keys.map(({ name }) => name).filter((name) => !map.byKey.has(name)),
  );
  problems.add({
    code: 'study/unknown-key',
    at: keySpan,
    path,
    message: `\`${shortened(key)}\` is not a key of the format here.`,
    help: close
      ? `Did you mean \`${close}\`?`
      : `Known here: ${keys.map(({ name }) => `\`${name}\``).join(', ')}.`,
    fixes: close ? [rename(keySpan, close)] : [],
  });
  return close;
}

/** Checks a map whose keys the writer chooses. */
export function checkDict(
  map: YamlMap,
  shape: DictShape,
  place: Place,
  problems: Problems,
  check: Check,
): void {
  if (map.entries.length < (shape.min ?? 0)) {
    const message = `${nameOf(place.path)} is empty.`;
    problems.add({
      code: 'study/type',
      at: map.span,
      path: place.path,
      message,
      help: 'Add at least one entry.',
    });
  }
  if (shape.keys === 'code' && map.entries.some(isTurnedAround)) {
    const code = shape.keyProblem ?? 'study/type';
    const message = `${nameOf(place.path)} says \`label: code\` where \`code: label\` is meant.`;
    const fixes = turnAround(map, problems.yaml.text);
    problems.add({ code, at: place.at, path: place.path, message, help: 'Turn them around.', fixes });
    return;
  }
  for (const [i, entry] of map.entries.entries()) {
    const path = [...place.path, entry.key];
    if (i >= (shape.max ?? Infinity)) {
      const message = `There are ${map.entries.length} entries; at most ${shape.max} are possible.`;
      problems.add({ code: 'study/limit', at: entry.keySpan, path, message });
      return;
    }
    checkDictKey(entry, shape, path, problems);
    check(entry.value, shape.value, { path, at: entry.keySpan }, problems);
  }
}

function checkDictKey(
  { key, keySpan }: YamlEntry,
  shape: DictShape,
  path: Place['path'],
  problems: Problems,
): void {
  if (shape.keys === 'code') {
    if (/^-?\d{1,15}$/.test(key)) return;
    const message = `The code \`${shortened(key)}\` is not a whole number.`;
    problems.add({ code: shape.keyProblem ?? 'study/type', at: keySpan, path, message });
  } else if (key.length > 200 || (key === '' && shape.keys === 'name')) {
    const message = key === '' ? 'A name is empty.' : 'A name is longer than 200 characters.';
    problems.add({ code: 'study/type', at: keySpan, path, message, help: 'Give it a short name.' });
  }
}

/** A key is written where the format has it: behind those that stand before it there. */
function addKey(
  map: YamlMap,
  spec: KeySpec,
  keys: readonly KeySpec[],
  { yaml }: Problems,
): readonly ProblemFix[] {
  const before = new Set(keys.slice(0, keys.indexOf(spec)).map(({ name }) => name));
  const behind = map.entries.findLast(({ key }) => before.has(key));
  const values = sensibleValues(spec, map, yaml.root);
  return values.flatMap((value) => {
    const fixes =
      behind || map.entries.length === 0
        ? addLast(map, spec.name, value, yaml, behind)
        : addFirst(map, spec.name, value, yaml);
    const title = values.length > 1 ? `Add \`${spec.name}: ${value}\`` : `Add \`${spec.name}\``;
    return fixes.map((fix) => ({ ...fix, title }));
  });
}

function shortened(key: string): string {
  return key.length > 40 ? `${key.slice(0, 40)}…` : key;
}
