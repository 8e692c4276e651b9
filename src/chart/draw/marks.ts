import { escapeXml } from './text';

/** One element of a drawing. Text is plain: it is escaped when the drawing is written. */
export interface Mark {
  readonly tag: 'g' | 'rect' | 'path' | 'circle' | 'text' | 'tspan' | 'svg';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly content: readonly Mark[] | string;
}

/** A drawing before it is SVG: marks in a box of pixels, and the sentence that says all its numbers. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly marks: readonly Mark[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function rect(kind: string, at: Point, width: number, height: number): Mark {
  return {
    tag: 'rect',
    attributes: { class: kind, x: at.x, y: at.y, width: Math.max(0, width), height: Math.max(0, height) },
    content: '',
  };
}

/** A path from pieces of path data; numbers are rounded when it is written. */
export function path(kind: string, ...d: readonly (string | number)[]): Mark {
  return {
    tag: 'path',
    attributes: {
      class: kind,
      d: d.map((part) => (typeof part === 'number' ? `${tenths(part)} ` : part)).join(''),
    },
    content: '',
  };
}

export function circle(kind: string, at: Point, radius = 4): Mark {
  return { tag: 'circle', attributes: { class: kind, cx: at.x, cy: at.y, r: radius }, content: '' };
}

/** Class names: `t-m` muted, `t-b` bold, `t-p` predicted; `t-c` centred, `t-e` ends at x. */
export function text(kind: string, at: Point, content: string): Mark {
  return {
    tag: 'text',
    attributes: { ...(kind === '' ? {} : { class: kind }), x: at.x, y: at.y },
    content,
  };
}

/** A line of text whose first part is bold. */
export function boldText(at: Point, bold: string, rest: string): Mark {
  return {
    tag: 'text',
    attributes: { x: at.x, y: at.y },
    content: [
      { tag: 'tspan', attributes: { class: 't-b' }, content: bold },
      { tag: 'tspan', attributes: {}, content: rest },
    ],
  };
}

export function group(at: Point, marks: readonly Mark[]): Mark {
  return {
    tag: 'g',
    attributes: { transform: `translate(${tenths(at.x)} ${tenths(at.y)})` },
    content: marks,
  };
}

/** A diamond of `radius` round a point: the sign of a prediction. */
export function diamond(kind: string, at: Point, radius = 5): Mark {
  const [r, back] = [tenths(radius), tenths(-radius)];
  return path(kind, 'M', at.x, at.y - radius, `l${r} ${r} ${back} ${r} ${back} ${back}z`);
}

/** A triangle: the sign of a published value. */
export function triangle(kind: string, at: Point): Mark {
  return path(kind, 'M', at.x, at.y - 5, 'l5.5 9h-11z');
}

/** A number as it stands in a drawing: at most one decimal. */
function tenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Number.isFinite(rounded) ? String(rounded === 0 ? 0 : rounded) : '0';
}

/**
 * The drawing as SVG with `role="img"`. `css`, when given, goes into the image, which then needs nothing around it.
 */
export function toSvg(scene: Scene, css?: string): string {
  const size = `width="${tenths(scene.width)}" height="${tenths(scene.height)}"`;
  const box = `viewBox="0 0 ${tenths(scene.width)} ${tenths(scene.height)}"`;
  const label = escapeXml(scene.label);
  const style = css === undefined ? '' : `<style>${css}</style>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" ${size} ${box} role="img" aria-label="${label}">`;
  return `${open}${style}${scene.marks.map(write).join('')}</svg>`;
}

function write(mark: Mark): string {
  const attributes = Object.entries(mark.attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? tenths(value) : escapeXml(value)}"`)
    .join('');
  const content =
    typeof mark.content === 'string' ? escapeXml(mark.content) : mark.content.map(write).join('');
  return content === ''
    ? `<${mark.tag}${attributes}/>`
    : `<${mark.tag}${attributes}>${content}</${mark.tag}>`;
}
