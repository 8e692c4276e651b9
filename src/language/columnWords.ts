import type { ColumnProfile } from '../data/types';
import { formatCount } from '../chart/numbers';

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

/** Text as code inside of a line of Markdown: with more backticks around it than it has. */
function code(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length === 1 ? `\`${plain}\`` : `${fence} ${plain} ${fence}`;
}
