import type { Contrast, ItemSelection, Outcome } from '../../study/types';
import { labelOf } from '../../study/scales';

/** What a contrast is beyond a difference of two means; '' for nothing. */
export function formOf(contrast: Contrast, outcome: Outcome | undefined, weightedData: boolean): string {
  const { of, share, items, adjust, weighted } = contrast;
  const parts: string[] = [];
  if (of.kind === 'factor')
    parts.push(`${of.factor}, ${of.estimator === 'cells' ? 'mean over the other factors' : 'additive'}`);
  if (of.kind === 'attribute') parts.push(`${of.attribute}, AMCE`);
  if (share.length > 0) {
    const names = share.map((code) => (outcome && labelOf(outcome.scale, code)) ?? String(code));
    parts.push(`${shareWords(outcome)} ${names.join(' or ')}`);
  }
  if (items !== undefined) {
    const minus = items.minus === undefined ? '' : ` − ${sayItems(items.minus)}`;
    parts.push(`items ${sayItems(items.plus)}${minus}`);
  }
  if (adjust.length > 0) parts.push(`adjusted for ${adjust.join(', ')}`);
  if (weightedData && !weighted) parts.push('unweighted');
  return parts.join('; ');
}

function shareWords(outcome: Outcome | undefined): string {
  switch (outcome?.scale.type) {
    case 'multiselect':
      return 'share choosing';
    case 'rank':
      return 'share ranking first';
    case 'allocate':
      return 'share given to';
    default:
      return 'share answering';
  }
}

function sayItems(selection: ItemSelection): string {
  return selection.map(({ field, values }) => `${field} ${values.join(' or ')}`).join(' and ');
}
