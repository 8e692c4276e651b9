import type { CompareState } from '../../src/protocol/views';
import type { SetupDifference } from '../../src/results/types';
import { h } from '../shared/dom';

/** Texts longer than this are shown in the diff below, not in the table. */
const LONG = 240;

/** Every setting that differs, struck out in A and marked in B. */
export function setupSection(state: CompareState): readonly Node[] {
  const { setup } = state.comparison;
  const heading = h('h2', { id: 'setup' }, 'What differs in the set-up');
  if (setup.length === 0)
    return [
      h(
        'section',
        { class: 'fig', 'aria-labelledby': 'setup' },
        heading,
        h('p', { class: 'small' }, 'Nothing.'),
      ),
    ];
  return [
    h(
      'section',
      { class: 'fig', 'aria-labelledby': 'setup' },
      heading,
      h(
        'table',
        { class: 'setup' },
        h('caption', { class: 'sr' }, 'Settings that differ between the runs'),
        h('thead', {}, h('tr', {}, ...['Setting', 'A', 'B'].map((name) => h('th', { scope: 'col' }, name)))),
        h('tbody', {}, ...setup.map(row)),
      ),
    ),
  ];
}

function row(difference: SetupDifference): HTMLElement {
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, difference.path),
    h('td', { class: 'mono' }, h('del', {}, shortened(difference.a))),
    h('td', { class: 'mono' }, h('ins', {}, shortened(difference.b))),
  );
}

function shortened(text: string): string {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** The unified diff of the two set-ups, as text. */
export function textSection(diff: string): readonly Node[] {
  if (diff === '') return [];
  // The first two lines name the files, which the cards above do better.
  const lines = diff
    .trimEnd()
    .split('\n')
    .filter((line) => !/^(===|--- |\+\+\+ |Index: )/.test(line));
  return [
    h(
      'section',
      { class: 'fig', 'aria-labelledby': 'text-diff' },
      h('h2', { id: 'text-diff' }, 'Text of the set-ups'),
      h(
        'div',
        { class: 'diff', role: 'group', 'aria-label': 'Lines that differ', tabindex: '0' },
        ...lines.map(diffLine),
      ),
    ),
  ];
}

function diffLine(line: string): Node {
  if (line.startsWith('@@')) return h('div', { class: 'head' }, line);
  const sign = line.charAt(0);
  const text = h('span', {}, line.slice(1));
  if (sign === '-') return h('div', { class: 'removed' }, h('span', {}, '−'), text);
  if (sign === '+') return h('div', { class: 'added' }, h('span', {}, '+'), text);
  return h('div', {}, h('span', {}, ' '), text);
}
