import { shownOutcomes } from '../../src/chart/options/shown';
import type { ResultsState } from '../../src/protocol/views';
import type { Results } from '../../src/results/types';
import { h } from '../shared/dom';
import { tabbed } from '../shared/tabs';
import { offer } from './header';
import { distributions } from './tabs/distributions';
import { effects } from './tabs/effects';
import { quality } from './tabs/quality';
import { shown } from './tabs/shown';

/** The tabs of a run; without one, how to get it. */
export function body(state: ResultsState): readonly Node[] {
  const { results } = state;
  if (results === undefined) return state.live ? [] : [empty(state)];
  const several = shownOutcomes(results.evaluation).length > 0;
  const tabs = [
    ...(several && results.evaluation.cells.length === 0
      ? []
      : [
          {
            id: 'distributions',
            name: 'Distributions',
            content: () => distributions(results, state.stale, state.reveal),
          },
        ]),
    ...(several ? [{ id: 'options', name: 'Options', content: () => shown(results) }] : []),
    ...(results.evaluation.effects.length === 0
      ? []
      : [{ id: 'effects', name: 'Effects', content: () => effects(results) }]),
    { id: 'quality', name: 'Quality', content: () => quality(results) },
  ];
  return [...tabbed(tabs, 'Results', state.reveal ? 'distributions' : undefined), foot(results)];
}

function empty(state: ResultsState): HTMLElement {
  return h(
    'div',
    { class: 'empty' },
    h('h2', {}, 'No run of this study yet.'),
    h(
      'p',
      {},
      'A run asks the model every question of the study and sets its answers beside those of people.',
    ),
    offer(state.staleOffer ?? 'Simulate study'),
  );
}

/** What the numbers stand on. */
function foot(results: Results): HTMLElement {
  const { conventions, warnings } = results.evaluation;
  return h(
    'footer',
    { class: 'foot' },
    h('p', {}, `W: divided by the ${conventions.w1} range. Floor: ${conventions.floor}.`),
    h('p', {}, `Intervals: ${conventions.intervals}. Effects: ${conventions.effects}.`),
    ...warnings.map((warning) => h('p', {}, warning)),
  );
}
