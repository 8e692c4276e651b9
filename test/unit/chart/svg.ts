import type { Mark, Scene } from '../../../src/chart/draw/marks';

/** The marks of a scene, at any depth, that have this class. */
export function marksOf(scene: Scene, kind: string): readonly Mark[] {
  const flat = (marks: readonly Mark[]): readonly Mark[] =>
    marks.flatMap((mark) => [mark, ...(typeof mark.content === 'string' ? [] : flat(mark.content))]);
  return flat(scene.marks).filter((mark) =>
    String(mark.attributes['class'] ?? '')
      .split(' ')
      .includes(kind),
  );
}

/** What is written in an SVG, one entry an element with text. */
export function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map((match) => match[1] ?? '');
}

/** The values of one attribute, in order. */
export function attributesOf(svg: string, name: string): readonly string[] {
  return [...svg.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
}
