import type { ResultsState } from '../../src/protocol/views';
import { h } from '../shared/dom';
import { onState } from '../shared/host';
import { page, redraw } from '../shared/page';
import { body } from './body';
import { header } from './header';
import { liveLine } from './live';
import { reveal } from './reveal';

const main = page();
const top = h('header');
const live = h('section', { 'aria-label': 'Run' });
const rest = h('div');
main.append(top, live, rest);
let drawn = '';
let revealed = '';

onState((state) => {
  if (state.kind === 'results') draw(state);
});

/** While a run goes on only its own line changes; everything else is drawn again when something in it did. */
function draw(state: ResultsState): void {
  redraw(live, () => liveLine(state.live));
  live.hidden = state.live === undefined;
  const shown = JSON.stringify({ ...state, live: state.live !== undefined });
  if (shown === drawn) return;
  drawn = shown;
  const scroll = window.scrollY;
  redraw(top, () => header(state));
  redraw(rest, () => body(state));
  window.scrollTo(0, scroll);
  const wanted = JSON.stringify(state.reveal ?? '');
  if (state.reveal && wanted !== revealed) reveal(state.reveal);
  revealed = wanted;
}
