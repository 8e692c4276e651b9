import type { IconName } from '../shared/dom';
import { h, icon } from '../shared/dom';

/** A button with words. Its id brings the focus back after a redraw. */
export function textButton(
  id: string,
  words: string,
  options: { readonly primary?: boolean; readonly icon?: IconName; readonly onClick: () => void },
): HTMLElement {
  const kind = options.primary ? 'button' : 'button secondary';
  const sign = options.icon ? icon(options.icon) : undefined;
  return h('button', { id, type: 'button', class: kind, onclick: options.onClick }, sign, words);
}

/** A button with a picture; the words are its label and its tooltip. */
export function iconButton(id: string, words: string, name: IconName, onClick: () => void): HTMLElement {
  return h(
    'button',
    { id, type: 'button', class: 'iconbutton', title: words, 'aria-label': words, onclick: onClick },
    icon(name),
  );
}

/** One of a few choices, as radio buttons side by side. */
export function choice<Value extends string>(
  name: string,
  label: string,
  values: readonly { readonly value: Value; readonly words: string }[],
  chosen: Value,
  onChoose: (value: Value) => void,
): HTMLElement {
  const options = values.map(({ value, words }) => {
    const input = h('input', {
      type: 'radio',
      name,
      id: `${name}-${value}`,
      onchange: () => {
        onChoose(value);
      },
    });
    input.checked = value === chosen;
    return h('label', {}, input, words);
  });
  return h('div', { class: 'choice', role: 'radiogroup', 'aria-label': label }, ...options);
}
