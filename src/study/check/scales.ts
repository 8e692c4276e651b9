import type { Path } from '../../util/range';
import { at, codeOf, entriesOf, integerOf, numberOf, oneOf } from '../model/pick';
import { readScale } from '../model/readScale';
import type { Problems } from '../problems';
import { codesOf, levelCount } from '../scales';
import type { YamlMap, YamlNode } from '../tree/types';
import { checkLabels } from './labels';

/** Adds what is wrong with the scales that the study writes out, by name or in an outcome. */
export function checkScales(problems: Problems): void {
  const { root } = problems.yaml;
  for (const { key, value } of entriesOf(at(root, 'scales'))) checkScale(value, ['scales', key], problems);
  for (const { key, value } of entriesOf(at(root, 'outcomes'))) {
    const scale = at(value, 'scale');
    if (scale) checkScale(scale, ['outcomes', key, 'scale'], problems);
    for (const variant of entriesOf(at(value, 'in'))) {
      const own = at(variant.value, 'scale');
      const path = ['outcomes', key, 'in', variant.key, 'scale'];
      if (own && at(own, 'type')) checkScale(own, path, problems);
    }
  }
}

function checkScale(node: YamlNode, path: Path, problems: Problems): void {
  const type = oneOf(at(node, 'type'), ['binary', 'ordinal', 'numeric', 'nominal']);
  if (node.kind !== 'map' || type === undefined) return;
  const options = at(node, 'options');
  if (type === 'numeric') checkBounds(node, path, problems);
  else if (options?.kind === 'map') checkOptions(options, type, [...path, 'options'], problems);
  else if (type === 'ordinal' && !options && !at(node, 'points')) {
    const message = 'An ordinal scale has neither `points` nor `options`.';
    const help = 'Write `points: 7` with `labels`, or list the `options`.';
    problems.add({ code: 'study/missing-key', at: tagSpan(node), path, message, help });
  }
  if (type === 'ordinal' && options && at(node, 'points')) {
    const span = node.byKey.get('points')?.keySpan ?? node.span;
    const message = '`points` and `options` both say what the levels are.';
    problems.add({
      code: 'scale/levels',
      at: span,
      path: [...path, 'points'],
      message,
      help: 'Keep one of them.',
    });
  }
  checkDontKnow(node, path, problems);
  checkLabels(node, path, problems);
}

function tagSpan(node: YamlMap): YamlNode['span'] {
  return node.byKey.get('type')?.value.span ?? node.span;
}

function checkOptions(
  options: YamlMap,
  type: 'binary' | 'ordinal' | 'nominal',
  path: Path,
  problems: Problems,
): void {
  const first = new Map<number, string>();
  for (const { key, keySpan } of options.entries) {
    const code = codeOf(key);
    if (code === undefined) continue;
    const same = first.get(code);
    if (same === undefined) first.set(code, key);
    else {
      const message = `The code \`${key}\` is the same number as \`${same}\`.`;
      problems.add({ code: 'scale/levels', at: keySpan, path: [...path, key], message });
    }
  }
  const count = options.entries.length;
  const wanted = type === 'binary' ? 'exactly 2' : 'at least 2';
  if (type === 'binary' ? count === 2 : count >= 2) return;
  const message = `A ${type} scale has ${wanted} options; here are ${count}.`;
  const help = type === 'binary' ? 'Use `ordinal` or `nominal` for more than two.' : 'Add an option.';
  problems.add({ code: 'scale/levels', at: options.span, path, message, help });
}

function checkBounds(node: YamlMap, path: Path, problems: Problems): void {
  const [min, max, step] = ['min', 'max', 'step'].map((key) => numberOf(at(node, key)));
  const add = (key: string, message: string, help: string): void =>
    problems.add({
      code: 'scale/levels',
      at: at(node, key)?.span ?? node.span,
      path: [...path, key],
      message,
      help,
    });
  if (step !== undefined && step <= 0)
    return add('step', 'The step is not above 0.', 'Write a step above 0.');
  if (min === undefined || max === undefined) return;
  if (max <= min)
    return add('max', `\`max\` (${max}) is not above \`min\` (${min}).`, 'Turn the bounds around.');
  const steps = (max - min) / (step ?? 1);
  if (Math.abs(steps - Math.round(steps)) > 1e-6) {
    add(
      step === undefined ? 'max' : 'step',
      `Steps of ${step ?? 1} from ${min} do not reach ${max}.`,
      'Change the step or a bound.',
    );
  }
  const levels = levelCount(readScale(node) ?? { type: 'nominal', options: [], dontKnow: undefined }) ?? 0;
  if (levels <= 101) return;
  const message = `The scale has ${levels.toLocaleString('en')} levels.`;
  problems.add({ code: 'scale/many-levels', at: tagSpan(node), path, message });
}

function checkDontKnow(node: YamlMap, path: Path, problems: Problems): void {
  const code = at(at(node, 'dontKnow'), 'code');
  const value = integerOf(code);
  const scale = readScale(node);
  if (value === undefined || !code || !scale || !codesOf(scale).includes(value)) return;
  const message = `The code ${value} of "don't know" is also a level of the scale.`;
  const help = 'Use a code that the scale does not have.';
  problems.add({ code: 'scale/levels', at: code.span, path: [...path, 'dontKnow', 'code'], message, help });
}
