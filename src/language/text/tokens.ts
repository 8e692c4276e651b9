import { studyFacts } from '../../study/check/facts';
import type { SourceDocument } from '../../study/document';
import type { ReferenceKind } from '../../study/schema/shape';
import type { Span } from '../../study/tree/types';
import type { Range } from '../../util/range';
import { isStudy } from '../format';
import type { Known } from '../names/known';
import { namesIn } from '../names/occurrences';
import type { Occurrence } from '../names/types';

/**
 * The types and modifiers of tokens, in the order in which the editor is told of them. Types are those that themes
 * colour; `unknown` is a name in a template that stands for nothing.
 */
export const tokenLegend = {
  types: [
    'class',
    'property',
    'enum',
    'enumMember',
    'variable',
    'struct',
    'function',
    'event',
    'interface',
    'parameter',
    'unknown',
  ],
  modifiers: ['declaration', 'template'],
} as const;

export type TokenType = (typeof tokenLegend.types)[number];
export type TokenModifier = (typeof tokenLegend.modifiers)[number];

/** A name in the text, on one line. */
export interface SemanticToken {
  readonly range: Range;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

const TYPES: Readonly<Record<ReferenceKind, TokenType>> = {
  condition: 'class',
  outcome: 'property',
  matrixItem: 'property',
  scale: 'enum',
  factor: 'variable',
  level: 'enumMember',
  item: 'struct',
  itemField: 'property',
  itemValue: 'enumMember',
  attribute: 'variable',
  attributeLevel: 'enumMember',
  score: 'function',
  contrast: 'event',
  model: 'interface',
  column: 'parameter',
  panelColumn: 'parameter',
  profileName: 'parameter',
  profileField: 'parameter',
};

/** The names of a file, by place, none over another: those that the writer gives, their uses, and those in templates. */
export function semanticTokens(document: SourceDocument): readonly SemanticToken[] {
  const { known, occurrences } = namesIn(document);
  const named = occurrences.map((one) => ({
    span: one.span,
    type: isUnknown(one, known) ? 'unknown' : TYPES[one.kind],
    modifiers: modifiersOf(one),
  }));
  const sorted = [...named, ...wordsOf(document, known)].sort((a, b) => a.span.start - b.span.start);
  let end = -1;
  return sorted.flatMap(({ span, type, modifiers }): SemanticToken[] => {
    const range = document.yaml.range(span);
    if (span.start < end || span.end === span.start || range.start.line !== range.end.line) return [];
    end = span.end;
    return [{ range, type, modifiers }];
  });
}

function modifiersOf({ definition, holder, kind }: Occurrence): readonly TokenModifier[] {
  // The profile is made of columns and fields, which are not the writer's names.
  if (definition && kind !== 'profileName') return ['declaration'];
  return holder.template ? ['template'] : [];
}

function isUnknown({ kind, name, holder }: Occurrence, known: Known): boolean {
  if (!holder.template) return false;
  switch (kind) {
    case 'factor':
      return !known.factors.has(name);
    case 'itemField':
      return !known.itemFields.has(name);
    case 'profileName':
      return !known.profile.has(name);
    default:
      return false;
  }
}

/** `item` and `profile`, which stand in templates and are given by nobody. */
function wordsOf(
  document: SourceDocument,
  known: Known,
): readonly {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}[] {
  if (!isStudy(document)) return [];
  return studyFacts(document.yaml.root, document.text).templates.flatMap(({ name, span }) => {
    const word = /^(?:item(?=\.|$)|profile(?=\.))/.exec(name)?.[0];
    if (word === undefined) return [];
    const type = word === 'profile' ? 'parameter' : known.hasItems ? 'struct' : 'unknown';
    return [
      { span: { start: span.start, end: span.start + word.length }, type, modifiers: ['template'] },
    ] as const;
  });
}
