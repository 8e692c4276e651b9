import type { CompareState } from '../../src/protocol/views';
import { h } from '../shared/dom';
import { onState } from '../shared/host';
import { page, redraw } from '../shared/page';
import { cellFigures } from './cells';
import css from './compare.css';
import { effectsFigure } from './effects';
import { header } from './header';
import { setupSection, textSection } from './setup';

const main = page(css);
const content = h('div');
main.append(content);

onState((state) => {
  if (state.kind === 'compare') draw(state);
});

function draw(state: CompareState): void {
  redraw(content, () => [
    ...header(state),
    ...setupSection(state),
    ...(state.comparison.identicalByConstruction
      ? []
      : [
          ...cellFigures(state, () => {
            draw(state);
          }),
          ...effectsFigure(state),
        ]),
    ...textSection(state.diff),
  ]);
}
