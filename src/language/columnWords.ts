import type { ColumnProfile } from '../data/types';
import { formatCount } from '../chart/numbers';
import { code } from './cards/markdown';

/** `numbers, 12 values`; `200+ values` where not all are listed. */
export function columnDetail({ distinct, more, numeric }: ColumnProfile): string {
  const count = `${formatCount(distinct.length)}${more ? '+' : ''} ${distinct.length === 1 ? 'value' : 'values'}`;
  return numeric ? `numbers, ${count}` : count;
}

/** The most frequent values with their counts, as a Markdown list. */
export function topValues({ distinct, more }: ColumnProfile): string {
  const shown = distinct
    .slice(0, 8)
    .map(({ value, count }) => `- ${code(value.slice(0, 60))} × ${formatCount(count)}`);
  return [...shown, ...(more || distinct.length > 8 ? ['- …'] : [])].join('\n');
}
