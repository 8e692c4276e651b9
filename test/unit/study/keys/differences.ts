import type { YamlNode } from '../../../../src/study/tree/types';
import { readYaml } from '../../../../src/study/yaml';

type Step = string | number;

/** The paths of what differs between two YAML texts: the innermost entries that one has otherwise, or not at all. */
export function differences(a: string, b: string): readonly (readonly Step[])[] {
  return between(readYaml(a).root, readYaml(b).root, []);
}

function between(
  a: YamlNode | undefined,
  b: YamlNode | undefined,
  path: readonly Step[],
): readonly (readonly Step[])[] {
  if (a?.kind === 'map' && b?.kind === 'map') {
    const keys = new Set([...a.byKey.keys(), ...b.byKey.keys()]);
    return [...keys].flatMap((key) =>
      between(a.byKey.get(key)?.value, b.byKey.get(key)?.value, [...path, key]),
    );
  }
  if (a?.kind === 'list' && b?.kind === 'list' && a.items.length === b.items.length) {
    return a.items.flatMap((item, i) => between(item, b.items[i], [...path, i]));
  }
  const equal = a?.kind === 'scalar' && b?.kind === 'scalar' && a.text === b.text && a.value === b.value;
  return equal ? [] : [path];
}

/** Whether a path is that of a key, as `keyPaths` writes keys, or lies below or around it. */
export function isAt(path: readonly Step[], key: string): boolean {
  const steps = key.split('.').flatMap((step) => {
    const name = step.replace(/\(.*\)|\[\]/g, '');
    return step.includes('[]') ? [name, '[]'] : [name];
  });
  return path.every((step, i) => {
    const wanted = steps[i];
    return (
      wanted === undefined || wanted === '*' || (wanted === '[]' ? typeof step === 'number' : wanted === step)
    );
  });
}
