import { studyShape } from '../../../../src/study/format/study';
import type { KeySpec, MapCase, Shape } from '../../../../src/study/schema/shape';

/**
 * Every key of the study format, as a path: `*` for a name that the writer chooses, `[]` for a place in a list, `(type)`
 * for a kind of scale. A kind of scale is walked once, where it first stands: everywhere else it is read by the same code.
 */
export function keyPaths(): readonly string[] {
  const seen = new Set<MapCase>();
  const found = new Set<string>();
  const ofKeys = (keys: readonly KeySpec[], at: string): void => {
    for (const { name, shape } of keys) {
      const path = at === '' ? name : `${at}.${name}`;
      found.add(path);
      walk(shape, path);
    }
  };
  const walk = (shape: Shape, at: string): void => {
    switch (shape.kind) {
      case 'list':
        return walk(shape.item, `${at}[]`);
      case 'dict':
        return walk(shape.value, `${at}.*`);
      case 'map':
        ofKeys(shape.keys, at);
        return shape.when?.forEach(({ keys }) => ofKeys(keys, at));
      case 'either':
        return [shape.scalar, shape.list, shape.map].forEach((one) => one && walk(one, at));
      case 'cases': {
        const fresh = shape.cases.filter((one) => !seen.has(one));
        fresh.forEach((one) => seen.add(one));
        if (fresh.length > 0) found.add(`${at}.${shape.tag}`);
        return fresh.forEach((one) => ofKeys(one.keys, `${at}(${one.value})`));
      }
      default:
    }
  };
  walk(studyShape, '');
  return [...found];
}
