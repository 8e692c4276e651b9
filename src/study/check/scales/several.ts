import { at, entriesOf, numberOf } from '../../model/pick';
import type { ScalePlace } from './scales';

/** Adds numbers of answers that the options do not allow, and totals that cannot be spread. */
export function checkSeveral(place: ScalePlace, type: 'multiselect' | 'rank' | 'allocate'): void {
  const count = entriesOf(at(place.node, 'options')).length;
  if (type === 'rank') return checkMost(place, 'top', count);
  if (type === 'allocate') return checkTotal(place);
  const [min = 0, max] = ['min', 'max'].map((key) => numberOf(at(place.node, key)));
  if (min < 0) return add(place, 'min', `\`min\` is ${min}, but must be at least 0.`, 'Write 0 or more.');
  if (max !== undefined && max < min) {
    return add(place, 'max', `\`max\` (${max}) is below \`min\` (${min}).`, 'Turn them around.');
  }
  checkMost(place, max === undefined ? 'min' : 'max', count);
}

function checkMost(place: ScalePlace, key: string, count: number): void {
  const most = numberOf(at(place.node, key));
  if (most === undefined || count < 2 || most <= count) return;
  const message = `\`${key}\` is ${most}, but there are ${count} options.`;
  add(place, key, message, `Write at most ${count}, or add options.`);
}

function checkTotal(place: ScalePlace): void {
  const total = numberOf(at(place.node, 'total'));
  if (total === undefined || total > 0) return;
  add(place, 'total', `\`total\` is ${total}, which cannot be spread.`, 'Write a total above 0.');
}

function add({ node, path, problems }: ScalePlace, key: string, message: string, help: string): void {
  const span = at(node, key)?.span ?? node.span;
  problems.add({ code: 'scale/levels', at: span, path: [...path, key], message, help });
}
