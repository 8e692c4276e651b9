import type { Distance } from './cell/distance';
import { beyondNoise, sayDistance } from './cell/distance';
import type { Mark } from './draw/marks';
import { circle, path, rect, text, toSvg } from './draw/marks';
import { linear } from './draw/scale';
import { formatR } from './numbers';

/** Where a ruler lies: pixels from `left` to `right`, the line 8 below `top`, its axis from 0 to `end`. */
export interface RulerPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly end: number;
}

/**
 * A distance on its noise floor: a band up to the floor's q95 with a tall tick there and a short one at its mean; the
 * mark is filled beyond q95 and open within. Without a floor there is only the mark.
 */
export function rulerMarks(distance: Distance, place: RulerPlace): readonly Mark[] {
  const { left, right, top, end } = place;
  const x = linear([0, end], [left, right]);
  const floor = distance.floor;
  const band = floor === null ? [] : [rect('floor', { x: left, y: top + 4 }, x(floor.q95) - left, 8)];
  const ticks =
    floor === null
      ? []
      : [path('q95', 'M', x(floor.q95), top + 2, 'v12'), path('mean', 'M', x(floor.mean), top + 4, 'v8')];
  return [
    ...band,
    path('axis', 'M', left, top + 4, 'v8M', left, top + 8, 'H', right, 'M', right, top + 6, 'v4'),
    ...ticks,
    circle(beyondNoise(distance) ? 'm-pf' : 'm-p', { x: x(Math.min(distance.value, end)), y: top + 8 }),
  ];
}

/** The ends of a ruler's axis, as text below it. */
export function rulerEnds(place: RulerPlace): readonly Mark[] {
  return [
    text('t-m t-c', { x: place.left, y: place.top + 23 }, '0'),
    text('t-m t-c', { x: place.right, y: place.top + 23 }, sayRulerEnd(place.end)),
  ];
}

export function sayRulerEnd(end: number): string {
  return end === 1 ? '1' : formatR(end);
}

/** A ruler alone, 16 pixels high, for a row of a table. */
export function ruler(distance: Distance, options: { readonly width: number; readonly end: number }): string {
  const place = { left: 1, right: options.width - 8, top: 0, end: options.end };
  return toSvg({
    width: options.width,
    height: 16,
    label: sayDistance(distance),
    marks: rulerMarks(distance, place),
  });
}
