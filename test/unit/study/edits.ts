import fc from 'fast-check';

/** What is typed or pasted into a study, harmless or not. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    ':',
    ': ',
    '- ',
    ',',
    '#',
    ' #',
    '@',
    '`',
    '%',
    '!',
    '!!str ',
    '&a ',
    '*a',
    '? ',
  ],
  ...[
    '\n',
    '\n\n',
    '\n  ',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '    ',
    '\uFEFF',
    '\u2028',
    '\u0000',
    '𝄞',
    'x',
    '7',
    'é',
  ],
  ...['|\n', '>-\n', '{{ x }}', '{{ frame', '---\n', '...\n', '%YAML 1.1\n', '<<: *a\n', '__proto__: 1\n'],
  ...['  gain: {text: again}\n', 'outcomes:\n', '    scale: agree7\n', '9007199254740993', 'yes', '0777'],
];

/** One edit of any text: `at` and `length` are taken modulo what there is. */
export type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'deleteLine' | 'outdent'; readonly at: number }
  | { readonly kind: 'duplicateLines'; readonly at: number; readonly length: number; readonly to: number }
  | { readonly kind: 'indent'; readonly at: number; readonly piece: string }
  | { readonly kind: 'cutEnd'; readonly at: number };

const place = fc.nat(100_000);

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('insert'), at: place, piece: fc.constantFrom(...PIECES) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete'), at: place, length: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('deleteLine', 'outdent'), at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('duplicateLines'), at: place, length: fc.nat(6), to: place }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('indent'), at: place, piece: fc.constantFrom(' ', '  ', '\t') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cutEnd'), at: place }) },
);

/** The text after an edit. */
export function edited(text: string, change: Edit): string {
  const at = change.at % (text.length + 1);
  switch (change.kind) {
    case 'insert':
      return text.slice(0, at) + change.piece + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + change.length + 1);
    case 'cutEnd':
      return text.slice(0, Math.max(at, text.length >> 1));
    default:
      return editedLines(text.split('\n'), change).join('\n');
  }
}

function editedLines(
  lines: readonly string[],
  change: Exclude<Edit, { kind: 'insert' | 'delete' | 'cutEnd' }>,
): readonly string[] {
  const at = change.at % lines.length;
  const line = lines[at] ?? '';
  switch (change.kind) {
    case 'deleteLine':
      return lines.toSpliced(at, 1);
    case 'outdent':
      return lines.toSpliced(at, 1, line.replace(/^ {1,2}/, ''));
    case 'indent':
      return lines.toSpliced(at, 1, change.piece + line);
    case 'duplicateLines':
      return lines.toSpliced(change.to % lines.length, 0, ...lines.slice(at, at + change.length + 1));
  }
}
