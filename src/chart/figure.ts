import { bakedCss, paper } from './draw/css';
import type { Mark, Scene } from './draw/marks';
import { group, rect, text, toSvg } from './draw/marks';
import { wrapText } from './draw/text';

/** One chart of a figure with the words round it. */
export interface Panel {
  readonly title: string;
  readonly note: string;
  readonly scene: Scene;
  /** Below the chart: the distance with its ruler, and the verdict. */
  readonly lines: readonly string[];
}

const SIZE = 11;
const MARGIN = 16;
const GAP = 16;
const LINE = 15;
/** How much wider bold letters are. */
const BOLD = 1.08;

/**
 * A figure as one picture that leaves the editor: light colours baked in, with its title, its panels in columns, and
 * what a reader must know to judge it (n, convention, floor, run, stamp) in `notes` below.
 */
export function figureSvg(
  panels: readonly Panel[],
  about: { readonly title: string; readonly notes: readonly string[]; readonly columns: number },
): string {
  const columns = Math.max(1, Math.min(about.columns, panels.length));
  const cell = Math.max(...panels.map((panel) => panel.scene.width), 120);
  const width = Math.max(360, MARGIN * 2 + columns * cell + (columns - 1) * GAP);
  const inner = width - MARGIN * 2;
  const title = wrapText(about.title, inner, 3, SIZE + 2);
  const notes = about.notes.flatMap((note) => wrapText(note, inner, 6, SIZE));
  const top = MARGIN + title.length * (LINE + 2) + 8;
  const head = Math.max(...panels.map(headHeight));
  const heights = rowsOf(panels, columns).map((row) => head + Math.max(...row.map(bodyHeight)));
  const below = top + heights.reduce((sum, height) => sum + height + GAP, 0);
  const marks: readonly Mark[] = [
    ...title.map((line, index) => text('t-b', { x: MARGIN, y: MARGIN + 10 + index * (LINE + 2) }, line)),
    ...panels.map((panel, index) => {
      const row = Math.floor(index / columns);
      const y = top + heights.slice(0, row).reduce((sum, height) => sum + height + GAP, 0);
      return group({ x: MARGIN + (index % columns) * (cell + GAP), y }, panelMarks(panel, head));
    }),
    ...notes.map((line, index) => text('t-m', { x: MARGIN, y: below + 4 + index * LINE }, line)),
  ];
  const height = below + notes.length * LINE + MARGIN / 2;
  const label = [about.title, ...panels.map((panel) => panel.scene.label), ...about.notes].join(' ');
  const ground = { ...rect('', { x: 0, y: 0 }, width, height) };
  const filled = { ...ground, attributes: { ...ground.attributes, fill: paper.ground } };
  return toSvg({ width, height, label, marks: [filled, ...marks] }, bakedCss(paper, SIZE));
}

function rowsOf(panels: readonly Panel[], columns: number): readonly (readonly Panel[])[] {
  const count = Math.ceil(panels.length / columns);
  return Array.from({ length: count }, (_, row) => panels.slice(row * columns, (row + 1) * columns));
}

function titleLines(panel: Panel): readonly string[] {
  return panel.title === '' ? [] : wrapText(panel.title, panel.scene.width / BOLD, 2, SIZE);
}

function headHeight(panel: Panel): number {
  return (titleLines(panel).length + (panel.note === '' ? 0 : 1)) * LINE;
}

function bodyHeight(panel: Panel): number {
  return panel.scene.height + panel.lines.length * LINE + 4;
}

/** The words above stand at the bottom of `head`, so that the charts of a row are level. */
function panelMarks(panel: Panel, head: number): readonly Mark[] {
  const lines = titleLines(panel);
  const first = head - headHeight(panel) + 11;
  return [
    ...lines.map((line, index) => text('t-b', { x: 0, y: first + index * LINE }, line)),
    ...(panel.note === '' ? [] : [text('t-m', { x: 0, y: first + lines.length * LINE }, panel.note)]),
    group({ x: 0, y: head }, panel.scene.marks),
    ...panel.lines.map((line, index) =>
      text('', { x: 28, y: head + panel.scene.height + 12 + index * LINE }, line),
    ),
  ];
}
