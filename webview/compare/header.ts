import { counted, formatNumber, formatW } from '../../src/chart/numbers';
import { sayAnswers, sayModel } from '../../src/chart/sentences';
import type { CompareState } from '../../src/protocol/views';
import { h } from '../shared/dom';
import { post } from '../shared/host';
import { iconButton } from '../ui/button';

/** What is compared, and the answer as a sentence with how it was found. */
export function header(state: CompareState): readonly Node[] {
  const { comparison, b } = state;
  const open = (): void => {
    post({ type: 'openStudy', condition: undefined, outcome: undefined });
  };
  return [
    h(
      'header',
      { class: 'answers' },
      h(
        'div',
        { class: 'title' },
        h('h1', {}, `Compare runs: ${b.results.evaluation.title}`),
        iconButton('compare', 'Compare other runs…', 'compare', () => {
          post({ type: 'compare' });
        }),
      ),
      h(
        'div',
        { class: 'row small' },
        h('button', { class: 'link', type: 'button', id: 'open-study', onclick: open }, state.study),
        h('span', { class: 'muted' }, `· ${sayPairing(state)}`),
      ),
      h('div', { class: 'runs' }, runCard('A', state.a), runCard('B', state.b)),
      h('p', { class: 'answer' }, comparison.summary),
      h('p', { class: 'small' }, sayMethod(state)),
    ),
  ];
}

function sayPairing({ comparison }: CompareState): string {
  const cells = `${comparison.cells.length} ${comparison.cells.length === 1 ? 'cell' : 'cells'} in common`;
  return comparison.pairing === 'people'
    ? `${cells}, the same people in both runs`
    : `${cells}, runs not paired`;
}

function runCard(tag: 'A' | 'B', run: CompareState['a']): HTMLElement {
  const { evaluation, counts } = run.results;
  const { stated } = evaluation.summary.w1;
  const words = [
    sayModel(run.results),
    run.results.setup.strategy,
    `answers ${sayAnswers(counts)}`,
    ...(stated === null ? [] : [`mean W from people ${formatW(stated)}`]),
  ];
  return h(
    'div',
    { class: 'run' },
    h('b', { class: tag === 'B' ? 'tag b' : 'tag' }, tag),
    h('b', {}, run.name),
    h('div', { class: 'small muted' }, words.join(' · ')),
    ...(evaluation.stamp === null ? [] : [h('span', { class: 'badge stamp' }, evaluation.stamp)]),
  );
}

function sayMethod({ a, b, comparison }: CompareState): string {
  if (comparison.identicalByConstruction)
    return 'Both runs have the same set-up and seed, so all answers are equal. Change the seed to see how much a rerun moves.';
  const how =
    comparison.pairing === 'people'
      ? 'run labels swapped within respondents'
      : 'samples drawn from the pooled shares of each cell, as the answers are not at hand';
  const least = formatNumber(b.results.setup.smallestEffect, 1);
  const moved = `Moved: adjusted p ≤ .05 (max-T over ${counted(comparison.cells.length, 'cell')}, ${how}) and a distance of at least ${least} points of the scale.`;
  return [moved, ...sayTowards(a, b)].join(' ');
}

/** Whether the second run is nearer to the humans. */
function sayTowards(a: CompareState['a'], b: CompareState['b']): readonly string[] {
  const before = a.results.evaluation.summary.w1.stated;
  const { w1, floor } = b.results.evaluation.summary;
  if (before === null || w1.stated === null) return [];
  return [`Mean W from people ${formatW(before)} → ${formatW(w1.stated)} (mean floor ${formatW(floor)}).`];
}
