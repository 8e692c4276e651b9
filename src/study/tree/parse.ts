import { Composer, Lexer, Parser, type Document, type ParsedNode } from 'yaml';
import type { CST } from 'yaml';
import type { Span } from './types';

/** Collections inside collections; deeper texts are not studies and would exhaust the parser. */
export const DEPTH_LIMIT = 100;
const ERROR_LIMIT = 200;

export interface SyntaxError {
  /** The parser's own code, `TOO_DEEP` or `SECOND_DOCUMENT`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export interface ParsedYaml {
  readonly contents: ParsedNode | null;
  readonly errors: readonly SyntaxError[];
}

/** Parses the first YAML document of a text, by the 1.2 core schema. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  try {
    const { tokens, tooDeep } = tokensOf(text);
    if (tooDeep !== undefined) return { contents: null, errors: [tooDeep] };
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', version: '1.2' });
    const documents = [...composer.compose(tokens, true, text.length)];
    const [first, second] = documents;
    if (first === undefined) return { contents: null, errors: [] };
    const errors = [...first.errors, ...first.warnings].map((error) => ({
      code: error.code,
      message: error.message,
      span: { start: error.pos[0], end: error.pos[1] },
    }));
    return { contents: first.contents, errors: second ? [...errors, secondDocument(second)] : errors };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      contents: null,
      errors: [{ code: 'UNREADABLE', message, span: { start: 0, end: text.length } }],
    };
  }
}

function tokensOf(text: string): { tokens: CST.Token[]; tooDeep: SyntaxError | undefined } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    if (parser.stack.length > DEPTH_LIMIT) return { tokens, tooDeep: depthError(parser.offset) };
    if (errors > ERROR_LIMIT) break;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, tooDeep: undefined };
}

function depthError(offset: number): SyntaxError {
  return {
    code: 'TOO_DEEP',
    message: `Collections are nested deeper than ${DEPTH_LIMIT} levels.`,
    span: { start: offset, end: offset + 1 },
  };
}

function secondDocument(document: Document.Parsed): SyntaxError {
  const [start, , end] = document.range;
  return {
    code: 'SECOND_DOCUMENT',
    message: 'The file holds more than one YAML document.',
    span: { start, end },
  };
}
