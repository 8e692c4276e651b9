import { chartCss, themed } from '../../src/chart/draw/css';
import { append, h, svgElement } from './dom';
import controls from '../ui/controls.css';
import base from './styles/base.css';
import figures from './styles/figures.css';
import tokens from './styles/tokens.css';

// Only while the script first runs does the document say which element it came from, and so its nonce.
const nonce = document.currentScript instanceof HTMLScriptElement ? document.currentScript.nonce : '';

const HATCH = `<svg xmlns="http://www.w3.org/2000/svg" class="sr" width="0" height="0" aria-hidden="true"><defs>
<pattern id="vg-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<path class="hatch" d="M0 0v5"/></pattern></defs></svg>`;

/** The styles, the hatch of high contrast, and the element that a view draws into. */
export function page(...own: readonly string[]): HTMLElement {
  const style = document.createElement('style');
  style.nonce = nonce;
  style.textContent = [tokens, base, controls, figures, chartCss(themed), ...own].join('\n');
  document.head.appendChild(style);
  const main = document.getElementById('root') ?? document.body.appendChild(h('main'));
  main.classList.add('view');
  append(document.body, [svgElement(HATCH)]);
  return main;
}

/** Draws anew and puts the focus back on the element of the same id. */
export function redraw(place: HTMLElement, draw: () => readonly Node[]): void {
  const focused = document.activeElement?.id;
  place.replaceChildren(...draw());
  if (focused && place.contains(document.getElementById(focused))) document.getElementById(focused)?.focus();
}
