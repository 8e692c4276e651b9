import { h } from './dom';
import { keep, kept } from './host';

export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly content: () => readonly Node[];
}

/** A tab list with one tab stop: arrows, Home and End move in it. Panels are drawn when they are first shown. */
export function tabbed(tabs: readonly Tab[], label: string, wanted?: string): readonly HTMLElement[] {
  const start = [wanted, kept().tab].find((id) => tabs.some((tab) => tab.id === id)) ?? tabs[0]?.id;
  const buttons = tabs.map((tab) =>
    h(
      'button',
      { role: 'tab', type: 'button', id: `tab-${tab.id}`, 'aria-controls': `panel-${tab.id}` },
      tab.name,
    ),
  );
  const panels = tabs.map((tab) =>
    h('div', { role: 'tabpanel', id: `panel-${tab.id}`, 'aria-labelledby': `tab-${tab.id}` }),
  );
  const show = (at: number): void => {
    tabs.forEach((tab, index) => {
      const [button, panel] = [buttons[index], panels[index]];
      if (!button || !panel) return;
      button.setAttribute('aria-selected', String(index === at));
      button.tabIndex = index === at ? 0 : -1;
      panel.hidden = index !== at;
      if (index === at && !panel.hasChildNodes()) panel.append(...tab.content());
    });
  };
  buttons.forEach((button, index) => {
    button.addEventListener('click', () => {
      show(index);
      keep({ tab: tabs[index]?.id ?? '' });
    });
    button.addEventListener('keydown', (event) => {
      const to = target(event.key, index, tabs.length);
      if (to === undefined) return;
      event.preventDefault();
      buttons[to]?.click();
      buttons[to]?.focus();
    });
  });
  show(
    Math.max(
      0,
      tabs.findIndex((tab) => tab.id === start),
    ),
  );
  return [h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...buttons), ...panels];
}

function target(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
