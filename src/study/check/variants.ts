import { at, entriesOf } from '../model/pick';
import type { Problems } from '../problems';
import { codesOf, labelOf } from '../scales';
import type { Outcome, Scale, Study } from '../types';

/** Adds scales that differ in a condition (`in:`) so that answers there cannot be compared with the others. */
export function checkVariants(study: Study, problems: Problems): void {
  const outcomes = at(problems.yaml.root, 'outcomes');
  for (const outcome of study.outcomes) {
    const variants = new Map(outcome.variants.map((variant) => [variant.condition, variant]));
    for (const { key, value } of entriesOf(at(at(outcomes, outcome.id), 'in'))) {
      const written = value.kind === 'map' ? value.byKey.get('scale') : undefined;
      const variant = variants.get(key);
      const difference = written && variant && differenceOf(outcome, variant.scale);
      if (!difference) continue;
      problems.add({
        code: 'scale/differs',
        severity: difference.severity,
        at: written.keySpan,
        path: ['outcomes', outcome.id, 'in', key, 'scale'],
        message: `In \`${key}\`, ${difference.says}.`,
      });
    }
  }
}

interface Difference {
  readonly severity: 'error' | 'warning';
  readonly says: string;
}

function differenceOf({ scale }: Outcome, variant: Scale): Difference | undefined {
  if (scale.type !== variant.type) {
    return { severity: 'error', says: `the scale is ${variant.type}, but ${scale.type} elsewhere` };
  }
  if (rangeOf(scale) !== rangeOf(variant)) {
    if (scale.type === 'nominal') return added(scale, variant);
    return { severity: 'error', says: 'the scale has another range than elsewhere' };
  }
  const relabelled = codesToCompare(scale).filter((code) => labelOf(scale, code) !== labelOf(variant, code));
  if (relabelled.length === 0) return undefined;
  return { severity: 'warning', says: `the scale has another label at ${relabelled.slice(0, 8).join(', ')}` };
}

/** A nominal scale may offer fewer options in a condition, not others. */
function added(scale: Scale, variant: Scale): Difference | undefined {
  const known = new Set(codesOf(scale));
  const others = codesOf(variant).filter((code) => !known.has(code));
  if (others.length === 0) return undefined;
  return {
    severity: 'error',
    says: `the scale has the options ${others.join(', ')}, which it has not elsewhere`,
  };
}

function rangeOf(scale: Scale): string {
  if (scale.type === 'numeric') return `${scale.min} ${scale.max} ${scale.step}`;
  return [...codesOf(scale)].sort((a, b) => a - b).join(' ');
}

function codesToCompare(scale: Scale): readonly number[] {
  return scale.type === 'numeric' ? scale.labels.map(({ code }) => code) : codesOf(scale);
}
