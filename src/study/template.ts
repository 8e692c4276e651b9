import type { Span } from './tree/types';

const TEMPLATE = /\{\{([^{}]*)\}\}/g;

export interface TemplateUse {
  /** Without the space around it: `frame`, `profile.age`. */
  readonly name: string;
  /** Of the name alone, in the text that was searched. */
  readonly span: Span;
}

/** The names between `{{` and `}}`, in order; the braces of one template hold no others. */
export function templatesIn(text: string): readonly TemplateUse[] {
  return [...text.matchAll(TEMPLATE)].map((match) => {
    const inside = match[1] ?? '';
    const name = inside.trim();
    const start = match.index + 2 + (inside.length - inside.trimStart().length);
    return { name, span: { start, end: start + name.length } };
  });
}

/** Text with every template replaced once: what is put in is not searched again. Unknown names become nothing. */
export function fillTemplate(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(TEMPLATE, (_whole, inside: string) => valueOf(inside.trim()) ?? '');
}
