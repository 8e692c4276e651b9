import type { Sample } from '../../src/chart/draw/legend';
import { legendEntry } from '../../src/chart/draw/legend';
import { h, svgElement } from './dom';

export type { Sample } from '../../src/chart/draw/legend';

/** One legend a figure: what each mark is, and the convention in words. */
export function legend(shown: readonly Sample[], words = ''): HTMLElement {
  return h(
    'div',
    { class: 'legend' },
    ...shown.map((name) => {
      const entry = legendEntry(name);
      return h('span', {}, svgElement(entry.svg), entry.words);
    }),
    ...(words === '' ? [] : [h('span', { class: 'muted' }, words)]),
  );
}
