import type { Panel } from '../../src/chart/figure';
import { figureSvg } from '../../src/chart/figure';
import type { DataTable } from '../../src/chart/tables';
import { toCsv } from '../../src/chart/tables';
import { iconButton } from '../ui/button';
import { h } from './dom';
import { post } from './host';

/** What a figure can be taken away as. */
export interface Copyable {
  readonly id: string;
  readonly title: string;
  readonly panels: () => readonly Panel[];
  /** What a reader of the copy must know: n, convention, floor, run. */
  readonly notes: readonly string[];
  readonly table: () => DataTable;
}

/** Copy as SVG, save as PNG, copy numbers as CSV. */
export function copyTools(figure: Copyable): HTMLElement {
  const svg = (): string =>
    figureSvg(figure.panels(), { title: figure.title, notes: figure.notes, columns: 3 });
  return h(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': `Copy figure ${figure.id}` },
    iconButton(`svg-${figure.id}`, 'Copy as SVG', 'svg', () => {
      post({ type: 'copy', format: 'svg', text: svg() });
    }),
    iconButton(`png-${figure.id}`, 'Save as PNG', 'image', () => {
      void toPng(svg()).then((base64) => {
        post({
          type: 'savePng',
          name: `${figure.id.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+/, '') || 'figure'}.png`,
          base64,
        });
      });
    }),
    iconButton(`csv-${figure.id}`, 'Copy numbers as CSV', 'table', () => {
      post({ type: 'copy', format: 'csv', text: toCsv(figure.table()) });
    }),
  );
}

/** The picture at twice its size, for sharp print, as base64. */
async function toPng(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}
