import { Composer, Lexer, Parser, Schema, type Document, type ParsedNode } from 'yaml';
import type { CST } from 'yaml';
import type { Span } from './types';

/** Collections inside collections; deeper texts are not studies and would exhaust the parser. */
export const DEPTH_LIMIT = 100;
const ERROR_LIMIT = 200;
/** Values, keys, signs and spaces of one line, and of one part; no study has as many, and errors on each would last. */
const LINE_TOKENS = 20_000;
const PART_TOKENS = 400_000;
/** Made once: a text is read in hundreds of parts. */
const CORE = new Schema({ schema: 'core', resolveKnownTags: true });

export interface SyntaxError {
  /** The parser's own code, `TOO_DEEP`, `TOO_LONG` or `SECOND_DOCUMENT`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
}

export interface ParsedYaml {
  readonly contents: ParsedNode | null;
  readonly errors: readonly SyntaxError[];
}

/** Parses the first YAML document of a text, by the 1.2 core schema. Never throws. */
export function parseYaml(text: string, limit = PART_TOKENS): ParsedYaml {
  try {
    const { tokens, tooMuch } = tokensOf(text, limit);
    if (tooMuch !== undefined) return { contents: null, errors: [tooMuch] };
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', version: '1.2', schema: CORE });
    const documents = [...composer.compose(tokens, true, text.length)];
    const [first, second] = documents;
    if (first === undefined) return { contents: null, errors: [] };
    const errors = first.errors
      .concat(first.warnings)
      .slice(0, ERROR_LIMIT)
      .map((error) => ({
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

function tokensOf(text: string, limit: number): { tokens: CST.Token[]; tooMuch?: SyntaxError } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let errors = 0;
  let [count, line] = [0, 0];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors++;
    }
    line = lexeme.endsWith('\n') ? 0 : line + 1;
    if (line > LINE_TOKENS || ++count > limit) return { tokens, tooMuch: lengthError(parser.offset, line) };
    if (parser.stack.length > DEPTH_LIMIT) return { tokens, tooMuch: depthError(parser.offset) };
    if (errors > ERROR_LIMIT) break;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function lengthError(offset: number, line: number): SyntaxError {
  const place = line > LINE_TOKENS ? 'This line' : 'This part of the file';
  const message = `${place} holds too many values to be read.`;
  return { code: 'TOO_LONG', message, span: { start: offset, end: offset + 1 } };
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
