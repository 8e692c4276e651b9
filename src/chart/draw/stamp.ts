import type { Mark, Point } from './marks';
import { rect, text } from './marks';
import { textWidth } from './text';

/** The widest usual interface font, DejaVu Sans, against those that `textWidth` goes by. */
const WIDEST = 1.15;

/** Height that a stamp takes above a plot. */
export const STAMP_HEIGHT = 22;

/**
 * What must never be cut off a chart, such as "demonstration engine, not evidence": set smaller where it is too long
 * for `width`. Nothing for null.
 */
export function stampMarks(stamp: string | null, at: Point, width: number, fontSize = 11): readonly Mark[] {
  if (stamp === null) return [];
  const natural = textWidth(stamp, fontSize) * WIDEST + 14;
  const box = Math.min(width, natural);
  const words = text('t-c', { x: at.x + box / 2, y: at.y + 12.5 }, stamp);
  const fitted = natural > width ? { textLength: width - 10, lengthAdjust: 'spacingAndGlyphs' } : {};
  return [
    rect('stamp', { x: at.x + 0.5, y: at.y + 0.5 }, box - 1, 17),
    { ...words, attributes: { ...words.attributes, 'font-size': fontSize, ...fitted } },
  ];
}
