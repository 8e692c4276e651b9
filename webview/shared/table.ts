import type { DataTable } from '../../src/chart/tables';
import { sayValue } from '../../src/chart/tables';
import { h } from './dom';
import { keep, kept } from './host';

/** A real table: headings with scope, the first column heading its row. */
export function tableElement(table: DataTable, caption: string): HTMLElement {
  const kind = (index: number): string | undefined => (table.columns[index]?.format ? 'num' : undefined);
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h('caption', { class: 'sr' }, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...table.columns.map((column, index) => h('th', { scope: 'col', class: kind(index) }, column.name)),
        ),
      ),
      h(
        'tbody',
        {},
        ...table.rows.map((row) =>
          h(
            'tr',
            {},
            ...table.columns.map((column, index) =>
              index === 0
                ? h('th', { scope: 'row' }, sayValue(column, row[index] ?? null))
                : h('td', { class: kind(index) }, sayValue(column, row[index] ?? null)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Details that stay as the user left them. */
export function details(id: string, summary: string, content: () => readonly Node[]): HTMLElement {
  const element = h('details', { id }, h('summary', {}, summary));
  let filled = false;
  const fill = (): void => {
    if (!filled) element.append(...content());
    filled = true;
  };
  if (kept().open.includes(id)) {
    element.open = true;
    fill();
  }
  element.addEventListener('toggle', () => {
    if (element.open) fill();
    const others = kept().open.filter((each) => each !== id);
    keep({ open: element.open ? [...others, id] : others });
  });
  return element;
}
