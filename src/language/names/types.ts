import type { ReferenceKind } from '../../study/schema/shape';
import type { Span } from '../../study/tree/types';
import type { Path } from '../../util/range';

/** What is named. */
export interface Name {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** Of a level its factor, of an item of a matrix the outcome, of a level of a conjoint the attribute, of a value the field. */
  readonly of: string | undefined;
}

/** A key, a value or a template as written; it may hold several names, as `gain.expert` does. */
export interface Holder {
  readonly span: Span;
  /** What is meant, without quotes. */
  readonly text: string;
  /** Between `{{` and `}}`. */
  readonly template: boolean;
  readonly path: Path;
}

/** A name where it stands. */
export interface Occurrence extends Name {
  readonly definition: boolean;
  readonly holder: Holder;
  /** In the text of the holder. */
  readonly within: Span;
  /** In the file: of the name alone where the text is written as it is meant, else of the whole holder. */
  readonly span: Span;
}

export function isSame(a: Name, b: Name): boolean {
  return a.kind === b.kind && a.name === b.name && a.of === b.of;
}

/** An occurrence of a name that is all of its holder, or the part `within` it. */
export function occurrence(
  name: Name,
  holder: Holder,
  source: string,
  {
    definition = false,
    within = { start: 0, end: holder.text.length },
  }: Partial<Pick<Occurrence, 'definition' | 'within'>> = {},
): Occurrence {
  return { ...name, definition, holder, within, span: spanIn(holder, within, source) };
}

function spanIn({ span, text }: Holder, within: Span, source: string): Span {
  const quote = /["']/.test(source.charAt(span.start)) ? 1 : 0;
  const start = span.start + quote;
  if (source.slice(start, span.end - quote) !== text) return span;
  return { start: start + within.start, end: start + within.end };
}
