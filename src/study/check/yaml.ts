import type { ProblemFix, Problems } from '../problems';
import type { TreeProblem } from '../tree/convert';
import type { SyntaxError } from '../tree/parse';
import type { Span } from '../tree/types';
import type { YamlText } from '../yaml';

/** Adds what is wrong with the YAML itself. */
export function checkYaml(problems: Problems): void {
  const { yaml } = problems;
  for (const error of yaml.syntax) {
    const at = visible(error.span, yaml.text);
    const isTemplate = yaml.text.startsWith('{{', at.start);
    problems.add({
      code: isTemplate ? 'yaml/unquoted-template' : 'yaml/syntax',
      at,
      path: [],
      ...(isTemplate ? UNQUOTED : sentenceOf(error)),
    });
  }
  for (const problem of yaml.problems) addTreeProblem(problem, problems);
}

function addTreeProblem(problem: TreeProblem, problems: Problems): void {
  const { yaml } = problems;
  const at = problem.span;
  switch (problem.kind) {
    case 'duplicate-key': {
      const line = yaml.lines.position(problem.first.start).line + 1;
      const message = `The key \`${problem.key.slice(0, 40)}\` already stands on line ${line}.`;
      const fixes = [
        { title: 'Remove this one, which is not used', replace: [removed(problem.entry, yaml)] },
      ];
      return problems.add({ code: 'yaml/duplicate-key', at, path: [], message, fixes });
    }
    case 'alias-limit':
      return problems.add({
        code: 'yaml/alias-limit',
        at,
        path: [],
        message: 'From here on, aliases stand for more than 100 places or 10,000 values.',
      });
    case 'unknown-alias':
      return problems.add({
        code: 'yaml/syntax',
        at,
        path: [],
        message: `No \`&${problem.name}\` stands before this alias.`,
        help: 'Write text that begins with `*` in quotes, or define the anchor before.',
      });
    case 'complex-key':
      return problems.add({
        code: 'yaml/syntax',
        at,
        path: [],
        message: 'A key is a list or a mapping.',
        help: 'Use plain text as a key; text that begins with `{` or `[` needs quotes.',
      });
    case 'unquoted-template':
      return problems.add({
        code: 'yaml/unquoted-template',
        at,
        path: [],
        ...UNQUOTED,
        fixes: [quote(at, yaml.text)],
      });
  }
}

const UNQUOTED = {
  message: 'YAML reads a template without quotes as a mapping, not as text.',
  help: 'Put the whole text in double quotes.',
};

/** Takes an entry out: its lines where it has them for itself, else what stands since the comma before it. */
function removed(entry: Span, { text, lines }: YamlText): ProblemFix['replace'][number] {
  const behind = /^[ \t]*:?/.exec(text.slice(entry.end, entry.end + 100))?.[0] ?? '';
  const end = behind.endsWith(':') ? entry.end + behind.length : entry.end;
  const lineStart = lines.offset({ line: lines.position(entry.start).line, character: 0 });
  const lineEnd = lines.offset({ line: lines.position(end).line + 1, character: 0 });
  const isAlone =
    text.slice(lineStart, entry.start).trim() === '' &&
    /^\s*,?\s*(?:#.*)?\s*$/.test(text.slice(end, lineEnd));
  if (isAlone) return { at: { start: lineStart, end: lineEnd }, by: '' };
  const comma = text.lastIndexOf(',', entry.start);
  return { at: { start: Math.max(comma, 0), end }, by: '' };
}

function quote(at: Span, text: string): ProblemFix {
  const source = text.slice(at.start, at.end);
  const escaped = source.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
  return { title: 'Put the text in quotes', replace: [{ at, by: `"${escaped}"` }] };
}

/** An error at the end of a part points at its last written character, at least one character long. */
function visible(span: Span, text: string): Span {
  let start = Math.min(span.start, Math.max(0, text.length - 1));
  if (/[\r\n]/.test(text.charAt(start))) {
    while (start > 0 && /\s/.test(text.charAt(start))) start--;
  }
  const end = Math.min(text.length, Math.max(span.end, start + 1));
  return { start, end: start < span.start ? start + 1 : end };
}

const SENTENCES: Readonly<Record<string, { message: string; help: string }>> = {
  BAD_INDENT: {
    message: 'A line is indented otherwise than its neighbours, or a bracket is not closed.',
    help: 'Indent entries of one mapping alike, and close every `{` and `[`.',
  },
  TAB_AS_INDENT: { message: 'A tab is used to indent.', help: 'Indent with spaces.' },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second colon makes this a mapping inside a line.',
    help: 'Put text with a colon in it in double quotes.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'A line without a colon stands where `key: value` is meant.',
    help: 'Add the colon, or indent the line if it goes on with the text above.',
  },
  BAD_SCALAR_START: {
    message: 'Text begins with a character that has a meaning of its own in YAML.',
    help: 'Put the text in double quotes.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'Text begins with `!`, which is a tag in YAML.',
    help: 'Put the text in double quotes; tags are not used in this format.',
  },
  SECOND_DOCUMENT: {
    message: 'The file holds more than one YAML document.',
    help: 'Keep one study a file, without `---` between.',
  },
};

function sentenceOf({ code, message }: SyntaxError): { message: string; help?: string } {
  const known = SENTENCES[code];
  if (known) return known;
  const first = message.split('\n')[0] ?? message;
  return { message: `${first.replace(/"quote/, 'quote').replace(/\.$/, '')}.` };
}
