import { escapeXml } from '../chart/draw/text';
import type { DataTable } from '../chart/tables';
import { sayValue } from '../chart/tables';

/** HTML that is safe to put on the page: made by these functions, or an SVG of chart/. */
export type Html = string & { readonly html: true };

/** An element; text among the children is escaped, HTML is not. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Html | Text)[]
): Html {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  const content = children
    .map((child) => (typeof child === 'string' ? child : escapeXml(child.text)))
    .join('');
  return `<${name}${written}>${content}</${name}>` as Html;
}

export interface Text {
  readonly text: string;
}

export function text(content: string): Text {
  return { text: content };
}

/** A drawing of chart/, whose text is escaped already. */
export function svg(drawing: string): Html {
  return drawing as Html;
}

export function joined(parts: readonly Html[]): Html {
  return parts.join('\n') as Html;
}

/** A table with headings in scope; `heads` columns head their row. */
export function table(data: DataTable, caption: string, heads = 1): Html {
  const kind = (index: number): Record<string, string> =>
    data.columns[index]?.format ? { class: 'num' } : {};
  const head = data.columns.map((column, index) =>
    tag('th', { scope: 'col', ...kind(index) }, text(column.name)),
  );
  const rows = data.rows.map((row) =>
    tag(
      'tr',
      {},
      ...data.columns.map((column, index) => {
        const shown = text(sayValue(column, row[index] ?? null));
        return index < heads ? tag('th', { scope: 'row' }, shown) : tag('td', kind(index), shown);
      }),
    ),
  );
  return tag(
    'div',
    { class: 'scroll' },
    tag(
      'table',
      {},
      tag('caption', { class: 'sr' }, text(caption)),
      tag('thead', {}, tag('tr', {}, ...head)),
      tag('tbody', {}, ...rows),
    ),
  );
}

/** Names and what they stand for. */
export function facts(entries: readonly (readonly [name: string, value: string])[]): Html {
  const rows = entries.map(([name, value]) =>
    tag('tr', {}, tag('th', { scope: 'row' }, text(name)), tag('td', {}, text(value))),
  );
  return tag('table', { class: 'facts' }, tag('tbody', {}, ...rows));
}
