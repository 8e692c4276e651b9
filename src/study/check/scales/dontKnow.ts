import { at, codeOf, entriesOf, integerOf, numberOf } from '../../model/pick';
import type { YamlMap } from '../../tree/types';
import type { ScalePlace } from './scales';

/** Adds a code of "don't know" that is also a level of the scale. */
export function checkDontKnow({ node, path, problems }: ScalePlace): void {
  const code = at(at(node, 'dontKnow'), 'code');
  const value = integerOf(code);
  if (value === undefined || !code || !hasLevel(node, value)) return;
  problems.add({
    code: 'scale/levels',
    at: code.span,
    path: [...path, 'dontKnow', 'code'],
    message: `The code ${value} of "don't know" is also a level of the scale.`,
    help: 'Use a code that the scale does not have.',
  });
}

function hasLevel(node: YamlMap, code: number): boolean {
  const options = at(node, 'options');
  if (options) return entriesOf(options).some(({ key }) => codeOf(key) === code);
  const points = numberOf(at(node, 'points'));
  if (points !== undefined) {
    const low = numberOf(at(node, 'min')) ?? 1;
    return code >= low && code < low + points;
  }
  const [min, max, step = 1] = ['min', 'max', 'step'].map((key) => numberOf(at(node, key)));
  if (min === undefined || max === undefined || code < min || code > max || step <= 0) return false;
  const steps = (code - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
