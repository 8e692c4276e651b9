import { formatCount } from '../../src/chart/numbers';
import type { ResultsState } from '../../src/protocol/views';
import { h } from '../shared/dom';
import { post } from '../shared/host';
import { textButton } from '../ui/button';

/** Between two announcements to screen readers, milliseconds. */
const QUIET = 5000;
const spoken = h('div', { class: 'sr', role: 'status' });
let lastSpoken = -Infinity;

/** How far the run is, with its Stop; nothing when none goes on. */
export function liveLine(live: ResultsState['live']): readonly Node[] {
  if (live === undefined) return [];
  const count = `${formatCount(live.answered)} of ${formatCount(live.total)} answers`;
  if (performance.now() - lastSpoken >= QUIET) {
    lastSpoken = performance.now();
    spoken.textContent = `${count}. ${live.text}`;
  }
  const share = live.total > 0 ? Math.min(1, live.answered / live.total) : 0;
  return [
    h(
      'div',
      { class: 'notice plain' },
      h(
        'div',
        { class: 'words' },
        h('b', {}, count),
        h('progress', { max: '1', value: String(share), 'aria-label': 'Answers' }),
        h('div', { class: 'small muted' }, live.text),
      ),
      textButton('stop', 'Stop', {
        icon: 'stop',
        onClick: () => {
          post({ type: 'stop' });
        },
      }),
    ),
    spoken,
  ];
}
