import type { ClosedScale, DontKnow, NumericScale, Option, Scale } from '../types';
import { isSingle } from '../scales';
import type { YamlNode } from '../tree/types';
import { at, codeOf, entriesOf, integerOf, numberOf, oneOf, textOf } from './pick';

/** The scale that a map writes out; undefined where it is not complete enough to answer on. */
export function readScale(node: YamlNode | undefined): Scale | undefined {
  const type = oneOf(at(node, 'type'), ['binary', 'ordinal', 'numeric', 'nominal']);
  if (type === undefined) return undefined;
  if (type === 'numeric') return readNumeric(node);
  return closed(
    type,
    at(node, 'options') ? readOptions(at(node, 'options')) : readPoints(node),
    readDontKnow(node),
  );
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
    transform: undefined,
    dontKnow: readDontKnow(node),
  };
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
  if (!isSingle(base)) return base;
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
