import type {
  AllocateScale,
  ClosedScale,
  DontKnow,
  MultiselectScale,
  NumericScale,
  Option,
  RankScale,
  Scale,
  TextScale,
} from '../types';
import { isSingle } from '../scales';
import type { YamlNode } from '../tree/types';
import { readChoice } from './readChoice';
import { at, codeOf, entriesOf, integerOf, numberOf, oneOf, textOf } from './pick';

type Named = ReadonlyMap<string, Scale>;

const TYPES = [
  'binary',
  'ordinal',
  'nominal',
  'numeric',
  'multiselect',
  'rank',
  'allocate',
  'choice',
  'text',
] as const;

/**
 * The scale that a map writes out; undefined where it is not complete enough to answer on. `named` are those that a
 * rubric can name.
 */
export function readScale(node: YamlNode | undefined, named: Named = new Map()): Scale | undefined {
  const type = oneOf(at(node, 'type'), TYPES);
  switch (type) {
    case undefined:
      return undefined;
    case 'numeric':
      return readNumeric(node);
    case 'multiselect':
    case 'rank':
    case 'allocate':
      return readSeveral(type, node);
    case 'choice':
      return readChoice(node);
    case 'text':
      return readText(node, named);
    default: {
      const options = at(node, 'options') ? readOptions(at(node, 'options')) : readPoints(node);
      return closed(type, options, readDontKnow(node));
    }
  }
}

/** Scales that are answered with several numbers; how many of them is kept within the number of options. */
function readSeveral(
  type: 'multiselect' | 'rank' | 'allocate',
  node: YamlNode | undefined,
): MultiselectScale | RankScale | AllocateScale | undefined {
  const options = readOptions(at(node, 'options'));
  return options.length < 2 ? undefined : several(type, options, node, undefined, readDontKnow(node));
}

function several(
  type: 'multiselect' | 'rank' | 'allocate',
  options: readonly Option[],
  node: YamlNode | undefined,
  base: Scale | undefined,
  dontKnow: DontKnow | undefined,
): MultiselectScale | RankScale | AllocateScale {
  const most = options.length;
  const whole = (key: string, standard: number): number =>
    Math.min(most, Math.max(0, integerOf(at(node, key)) ?? standard));
  if (type === 'rank') {
    const top = whole('top', base?.type === 'rank' ? base.top : most);
    return { type, options, top: Math.max(1, top), dontKnow };
  }
  if (type === 'allocate') {
    const total = numberOf(at(node, 'total')) ?? (base?.type === 'allocate' ? base.total : 100);
    return { type, options, total: total > 0 ? total : 100, dontKnow };
  }
  const min = whole('min', base?.type === 'multiselect' ? base.min : 0);
  const max = whole('max', base?.type === 'multiselect' ? base.max : most);
  return { type, options, min, max: Math.max(min, max, 1), dontKnow };
}

/** Free text; the rubric only where its scale is answered with one number. */
function readText(node: YamlNode | undefined, named: Named): TextScale {
  const words = integerOf(at(node, 'maxWords'));
  const rubric = at(node, 'rubric');
  const question = textOf(at(rubric, 'question'));
  const written = at(rubric, 'scale');
  const name = textOf(written);
  const scale = name === undefined ? readScale(written) : named.get(name);
  return {
    type: 'text',
    maxWords: words !== undefined && words > 0 ? words : undefined,
    rubric: question !== undefined && scale && isSingle(scale) ? { question, scale } : undefined,
  };
}

function readNumeric(node: YamlNode | undefined): NumericScale {
  const step = numberOf(at(node, 'step'));
  return {
    type: 'numeric',
    min: numberOf(at(node, 'min')),
    max: numberOf(at(node, 'max')),
    step: step !== undefined && step > 0 ? step : 1,
    unit: textOf(at(node, 'unit')),
    labels: readOptions(at(node, 'labels')),
    transform: readTransform(at(node, 'transform')),
    dontKnow: readDontKnow(node),
  };
}

function readTransform(node: YamlNode | undefined): NumericScale['transform'] {
  const kind = oneOf(at(node, 'kind'), ['linear', 'log']);
  const [from, to] = [numberOf(at(node, 'from')), numberOf(at(node, 'to'))];
  return kind === undefined || from === undefined || to === undefined || to <= from
    ? undefined
    : { kind, from, to };
}

/** `code: label` in the order of the file; keys that are no codes are left out, of equal codes all but the first. */
function readOptions(node: YamlNode | undefined): readonly Option[] {
  const byCode = new Map<number, Option>();
  for (const { key, value } of entriesOf(node)) {
    const code = codeOf(key);
    if (code !== undefined && !byCode.has(code)) byCode.set(code, { code, label: textOf(value) });
  }
  return [...byCode.values()];
}

/** `points`, `min` and `labels` as options, lowest first; at most 1,000. */
function readPoints(node: YamlNode | undefined): readonly Option[] {
  const points = integerOf(at(node, 'points')) ?? 0;
  const min = integerOf(at(node, 'min')) ?? 1;
  const labels = new Map(readOptions(at(node, 'labels')).map(({ code, label }) => [code, label]));
  if (points < 2 || points > 1000) return [];
  return Array.from({ length: points }, (_, i) => ({ code: min + i, label: labels.get(min + i) }));
}

function readDontKnow(node: YamlNode | undefined): DontKnow | undefined {
  const map = at(node, 'dontKnow');
  const code = integerOf(at(map, 'code'));
  if (code === undefined) return undefined;
  return {
    code,
    label: textOf(at(map, 'label')),
    as: oneOf(at(map, 'as'), ['option', 'missing']) ?? 'missing',
  };
}

/** Ordered scales ascend by code, whatever the order in which the file writes them. */
function closed(
  type: ClosedScale['type'],
  options: readonly Option[],
  dontKnow: DontKnow | undefined,
): ClosedScale | undefined {
  const sorted = type === 'ordinal' ? [...options].sort((a, b) => a.code - b.code) : options;
  return options.length < 2 ? undefined : { type, options: sorted, dontKnow };
}

/**
 * A scale with what differs in a condition. A map with a type is a scale of its own; otherwise labels are merged
 * by code and an option with `null` is left out.
 */
export function mergeScale(base: Scale, node: YamlNode | undefined): Scale {
  if (node === undefined || node.kind !== 'map') return base;
  if (at(node, 'type')) return readScale(node) ?? base;
  if (base.type === 'choice' || base.type === 'text') return base;
  const dontKnow = readDontKnow(node) ?? base.dontKnow;
  if (base.type === 'numeric') {
    const step = numberOf(at(node, 'step'));
    return {
      ...base,
      min: numberOf(at(node, 'min')) ?? base.min,
      max: numberOf(at(node, 'max')) ?? base.max,
      step: step !== undefined && step > 0 ? step : base.step,
      unit: textOf(at(node, 'unit')) ?? base.unit,
      labels: mergeOptions(base.labels, at(node, 'labels')),
      dontKnow,
    };
  }
  if (!isSingle(base)) {
    const options = mergeOptions(base.options, at(node, 'options'));
    return options.length < 2 ? base : several(base.type, options, node, base, dontKnow);
  }
  const moved = at(node, 'points') || at(node, 'min') ? movedPoints(base, node) : base.options;
  const merged = mergeOptions(mergeOptions(moved, at(node, 'labels'), true), at(node, 'options'));
  return closed(base.type, merged, dontKnow) ?? base;
}

function movedPoints(base: ClosedScale, node: YamlNode): readonly Option[] {
  const points = integerOf(at(node, 'points')) ?? base.options.length;
  const min = integerOf(at(node, 'min')) ?? base.options[0]?.code ?? 1;
  const labels = new Map(base.options.map(({ code, label }) => [code, label]));
  if (points < 2 || points > 1000) return base.options;
  return Array.from({ length: points }, (_, i) => ({ code: min + i, label: labels.get(min + i) }));
}

function mergeOptions(
  base: readonly Option[],
  node: YamlNode | undefined,
  onlyExisting = false,
): readonly Option[] {
  const byCode = new Map(base.map((option) => [option.code, option]));
  for (const { key, value } of entriesOf(node)) {
    const code = codeOf(key);
    if (code === undefined || (onlyExisting && !byCode.has(code))) continue;
    const label = textOf(value);
    if (label === undefined) byCode.delete(code);
    else byCode.set(code, { code, label });
  }
  return [...byCode.values()];
}
