import { distanceOf } from '../../src/chart/cell/distance';
import { formatCount, formatRange, formatW } from '../../src/chart/numbers';
import { sayAnswers, sayModel } from '../../src/chart/sentences';
import type { ResultsState } from '../../src/protocol/views';
import type { Results } from '../../src/results/types';
import { h, icon } from '../shared/dom';
import { post } from '../shared/host';
import { iconButton, textButton } from '../ui/button';

/** Title, where the numbers come from, what is wrong or out of date. */
export function header(state: ResultsState): readonly Node[] {
  const { results } = state;
  const compare = iconButton('compare', 'Compare runs…', 'compare', () => {
    post({ type: 'compare' });
  });
  return [
    h(
      'div',
      { class: 'title' },
      h('h1', {}, results?.evaluation.title ?? state.study),
      ...(results ? [compare] : []),
    ),
    h(
      'div',
      { class: 'row small' },
      studyLink(state.study),
      ...(state.runName === '' ? [] : [h('span', { class: 'muted' }, '/'), h('b', {}, state.runName)]),
      h('span', { class: 'push' }),
      ...(results ? badges(results) : []),
    ),
    ...(results ? [facts(results)] : []),
    ...problem(state),
    ...stale(state),
  ];
}

function studyLink(study: string): HTMLElement {
  const open = (): void => {
    post({ type: 'openStudy', condition: undefined, outcome: undefined });
  };
  return h('button', { class: 'link', type: 'button', id: 'open-study', onclick: open }, study);
}

function badges(results: Results): readonly Node[] {
  const { stamp } = results.evaluation;
  return [
    ...(stamp === null ? [] : [h('span', { class: 'badge stamp' }, stamp)]),
    h('span', { class: 'badge' }, icon('unknown', 'muted'), 'Not screening grade · gates not assessed yet'),
  ];
}

function facts(results: Results): HTMLElement {
  const { evaluation, counts, setup } = results;
  const people = evaluation.cells.reduce((sum, cell) => sum + cell.nObserved, 0);
  const { w1, floor } = evaluation.summary;
  const entries: readonly (readonly [string, string | Node])[] = [
    ['Model', sayModel(results)],
    ['Strategy', setup.strategy],
    ['Answers, predicted', sayAnswers(counts)],
    ['Answers, observed', people > 0 ? formatCount(people) : 'no human data'],
    ...(w1.stated === null
      ? []
      : ([
          [
            `Mean W, ${sayConvention(results)}`,
            h('span', {}, h('b', {}, formatW(w1.stated)), floor === null ? '' : ` (floor ${formatW(floor)})`),
          ],
        ] as const)),
  ];
  return h(
    'dl',
    { class: 'facts' },
    ...entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

/** The range is named where all cells share it. */
function sayConvention(results: Results): string {
  const ranges = new Set(
    results.evaluation.cells.flatMap((cell) =>
      distanceOf(cell)?.name === 'W' && cell.range ? [formatRange(...cell.range)] : [],
    ),
  );
  return ranges.size === 1 ? `stated ${[...ranges].join('')}` : 'stated range';
}

function problem(state: ResultsState): readonly Node[] {
  if (state.problem === undefined) return [];
  return [
    h(
      'div',
      { class: 'notice fail', role: 'alert' },
      icon('fail', 'fail'),
      h('div', { class: 'words' }, h('b', {}, state.problem.message), h('div', {}, state.problem.help)),
    ),
  ];
}

function stale(state: ResultsState): readonly Node[] {
  if (state.stale.length === 0 || state.results === undefined) return [];
  const names = state.stale.map((condition) =>
    h(
      'button',
      {
        class: 'link',
        type: 'button',
        onclick: () => {
          post({ type: 'openStudy', condition, outcome: undefined });
        },
      },
      condition,
    ),
  );
  const listed = names.flatMap((name, index) => (index === 0 ? [name] : [', ', name]));
  const verb = names.length === 1 ? ' differs' : ' differ';
  return [
    h(
      'div',
      { class: 'notice', role: 'status' },
      icon('warn', 'warn'),
      h('span', { class: 'words' }, h('b', {}, 'Study changed since.'), ' Wording of ', listed, `${verb}.`),
      ...(state.live ? [] : [offer(state.staleOffer ?? 'Simulate what is missing')]),
    ),
  ];
}

/** Runs what is missing; the words carry the price. */
export function offer(words: string): HTMLElement {
  return textButton('simulate-missing', words, {
    primary: true,
    onClick: () => {
      post({ type: 'simulateMissing' });
    },
  });
}
