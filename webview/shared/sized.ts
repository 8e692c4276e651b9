import { h, svgElement } from './dom';

/** A chart drawn at the width it has on the page, so that its text is never scaled; drawn again when that changes. */
export function sized(draw: (width: number) => string): HTMLElement {
  const place = h('div', { class: 'sized' });
  let drawn = 0;
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (!place.isConnected) observer.disconnect();
    if (width === 0 || width === drawn) return;
    drawn = width;
    // A new height must not be measured while this one is being told.
    requestAnimationFrame(() => {
      place.replaceChildren(svgElement(draw(Math.max(280, Math.min(width, 900)))));
    });
  });
  observer.observe(place);
  return place;
}
