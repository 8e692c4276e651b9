import { codesOf, labelOf } from '../../scales';
import type { Scale } from '../../types';

export interface Difference {
  readonly severity: 'error' | 'warning';
  /** The end of a sentence that says where. */
  readonly says: string;
}

/** What keeps answers on a scale in one condition from being compared with those elsewhere; undefined where nothing does. */
export function differenceOf(scale: Scale, variant: Scale): Difference | undefined {
  if (scale.type !== variant.type) return error(`the scale is ${variant.type}, but ${scale.type} elsewhere`);
  if (rangeOf(scale) !== rangeOf(variant)) {
    if (scale.type === 'nominal' || scale.type === 'multiselect') return added(scale, variant);
    return error('the scale has another range than elsewhere');
  }
  const answers = answersOf(scale);
  if (answers !== answersOf(variant)) {
    return { severity: 'warning', says: 'another number of options is to be chosen than elsewhere' };
  }
  const codes = scale.type === 'numeric' ? scale.labels.map(({ code }) => code) : codesOf(scale);
  const relabelled = codes.filter((code) => labelOf(scale, code) !== labelOf(variant, code));
  if (relabelled.length === 0) return undefined;
  return { severity: 'warning', says: `the scale has another label at ${relabelled.slice(0, 8).join(', ')}` };
}

function error(says: string): Difference {
  return { severity: 'error', says };
}

/** Without an order, a condition may offer fewer options, not others. */
function added(scale: Scale, variant: Scale): Difference | undefined {
  const known = new Set(codesOf(scale));
  const others = codesOf(variant).filter((code) => !known.has(code));
  if (others.length === 0) return undefined;
  return error(`the scale has the options ${others.join(', ')}, which it has not elsewhere`);
}

function rangeOf(scale: Scale): string {
  if (scale.type === 'numeric') return `${scale.min} ${scale.max} ${scale.step}`;
  const codes = [...codesOf(scale)].sort((a, b) => a - b).join(' ');
  if (scale.type === 'rank') return `${codes} of ${scale.top}`;
  return scale.type === 'allocate' ? `${codes} of ${scale.total}` : codes;
}

function answersOf(scale: Scale): string {
  return scale.type === 'multiselect' ? `${scale.min} ${scale.max}` : '';
}
