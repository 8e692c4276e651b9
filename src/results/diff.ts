import { createTwoFilesPatch } from 'diff';
import type { SetupDifference } from '../evaluate/types';
import type { Results, Setup } from './types';

/** What differs between the set-ups of two runs, by path in the order of the file; `–` where one side has nothing. */
export function diffSetups(a: Setup, b: Setup): readonly SetupDifference[] {
  const first = flattened(a);
  const second = flattened(b);
  const paths = new Set([...first.keys(), ...second.keys()]);
  return [...paths].flatMap((path) => {
    const before = first.get(path) ?? '–';
    const after = second.get(path) ?? '–';
    return before === after ? [] : [{ path, a: before, b: after }];
  });
}

/** Whether two results must be equal: equal set-ups, seeds and answers. */
export function identicalByConstruction(a: Results, b: Results): boolean {
  return (
    diffSetups(a.setup, b.setup).length === 0 &&
    a.setup.hashes.answers === b.setup.hashes.answers &&
    a.counts.complete === b.counts.complete
  );
}

/** The unified diff of two texts, '' when they are equal. */
export function textDiff(a: string, b: string, names: { readonly a: string; readonly b: string }): string {
  return a === b ? '' : createTwoFilesPatch(names.a, names.b, a, b, undefined, undefined, { context: 3 });
}

type Entry = [path: string, value: string | number | boolean | null];

/** Everything that says what was done; the hash of the answers says what came of it. */
function flattened(setup: Setup): ReadonlyMap<string, string> {
  const {
    model,
    modifiers,
    prompts,
    conditions,
    outcomes,
    items,
    contrasts,
    scores,
    calibration,
    hashes,
    ...rest
  } = setup;
  const entries: Entry[] = [
    ...under('model', model),
    ...Object.entries(rest),
    ...modifiers.map(({ id, text }): Entry => [`modifiers.${id}`, text]),
    ...under('prompts', prompts),
    ...texts('conditions', conditions),
    ...texts('outcomes', outcomes),
    ...texts('items', items),
    ...contrasts.map(({ id, text }): Entry => [`contrasts.${id}`, text]),
    ...scores.map(({ id, text }): Entry => [`scores.${id}`, text]),
    ...calibrationEntries(calibration),
    ['hashes.study', hashes.study],
    ['hashes.data', hashes.data],
  ];
  return new Map(entries.map(([path, value]) => [path, String(value)]));
}

function calibrationEntries(calibration: Setup['calibration']): Entry[] {
  if (calibration === null) return [];
  return [
    ['calibration', calibration.kind],
    ...calibration.cells.map(({ outcome, condition, parameter }): Entry => [
      `calibration.${outcome}.${condition}`,
      parameter,
    ]),
  ];
}

function under(name: string, values: Readonly<Record<string, Entry[1]>>): Entry[] {
  return Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]);
}

function texts(name: string, entries: Setup['conditions']): Entry[] {
  return entries.map(({ id, text }) => [`${name}.${id}.text`, text]);
}
