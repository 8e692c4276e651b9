type Child = Node | string | undefined | readonly Child[];

/** What an element is made with: attributes by name, listeners as `onclick`. */
export type Attributes = Readonly<Record<string, string | undefined | (() => void)>>;

/** An element with its children. Text stays text: nothing here is read as markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  append(element, children);
  return element;
}

export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined) continue;
    if (typeof child === 'string') parent.appendChild(document.createTextNode(child));
    else if (child instanceof Node) parent.appendChild(child);
    else append(parent, child);
  }
}

/** A drawing of src/chart, which escapes all text, as an element of this document. */
export function svgElement(svg: string): SVGElement {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (parsed.localName !== 'svg') throw new Error('The chart is not a valid SVG.');
  return document.importNode(parsed, true) as unknown as SVGElement;
}

/** Line drawings of 16 × 16; always beside words or under a label. */
const ICONS = {
  compare: ['M3 5.5h9L9.5 3M13 10.5H4L6.5 13'],
  svg: ['m5 4-3 4 3 4m6-8 3 4-3 4'],
  image: ['M2.5 3.5h11v9h-11zm.5 7.5 3-3 2 2 3-4 2.5 3'],
  table: ['M2.5 3.5h11v9h-11zm0 3h11m-11 3h11M7 3.5v9'],
  warn: ['M8 2.5 14.2 13.3H1.8zM8 6.5v3.4m0 1.5v.6'],
  fail: ['M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M5.7 5.7l4.6 4.6m0-4.6-4.6 4.6'],
  unknown: ['M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0M5.5 8h5'],
  stop: ['M4.5 4.5h7v7h-7z'],
} as const;

export type IconName = keyof typeof ICONS;

export function icon(name: IconName, kind = ''): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const element = document.createElementNS(space, 'svg');
  element.setAttribute('class', `ico ${kind}`.trim());
  element.setAttribute('viewBox', '0 0 16 16');
  element.setAttribute('aria-hidden', 'true');
  for (const d of ICONS[name]) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    element.appendChild(path);
  }
  return element;
}
