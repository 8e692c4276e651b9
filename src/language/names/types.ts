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
  { kind, name, of }: Name,
  holder: Holder,
  source: string,
  definition: boolean,
  within: Span = { start: 0, end: holder.text.length },
): Occurrence {
  return { kind, name, of, definition, holder, within, span: spanIn(holder, within, source) };
}

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function spanIn({ span, text }: Holder, within: Span, source: string): Span {
  const first = source.charCodeAt(span.start);
  const quote = first === DOUBLE_QUOTE || first === SINGLE_QUOTE ? 1 : 0;
  const start = span.start + quote;
  const asMeant = span.end - quote - start === text.length && source.startsWith(text, start);
  return asMeant ? { start: start + within.start, end: start + within.end } : span;
}
