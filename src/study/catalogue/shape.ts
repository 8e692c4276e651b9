import type { CatalogueEntry } from './types';

/** YAML itself, and the shape of the file. */
export const shapeCatalogue = {
  'yaml/syntax': {
    severity: 'error',
    title: 'The file is not valid YAML',
    explanation:
      'A bracket or a quote is not closed, a line is indented wrongly, or a character stands where YAML gives it a meaning of its own. The other top-level parts of the file are still read and checked.',
    help: 'Mend this place; text with a colon, `#`, `{` or `[` in it is safe in double quotes.',
  },
  'yaml/duplicate-key': {
    severity: 'error',
    title: 'A key stands twice',
    explanation:
      'Two entries of one mapping have the same key, so that one of them would be lost. The first is used.',
    help: 'Rename one of the two, or remove it.',
  },
  'yaml/alias-limit': {
    severity: 'error',
    title: 'Too many aliases',
    explanation:
      'A file may use at most 100 aliases (`*name`) that stand for at most 10,000 values in all, so that a small file cannot fill the memory.',
    help: 'Write the values out, or use named scales instead of aliases.',
  },
  'yaml/unquoted-template': {
    severity: 'error',
    title: 'A template is not quoted',
    explanation: 'YAML reads `text: {{ x }}` as a mapping in a mapping, not as text.',
    help: 'Put the whole text in double quotes.',
  },
  'yaml/ambiguous-scalar': {
    severity: 'warning',
    title: 'A word that some programs read as something else',
    explanation:
      'Unquoted, `yes`, `no`, `on`, `off`, `true`, `null`, `1e3` or `01` are truth values or numbers to some YAML programs. Vignette keeps them as they are written where text is meant; other programs may not.',
    help: 'Put the word in quotes.',
  },
  'study/unknown-key': {
    severity: 'error',
    title: 'An unknown key',
    explanation:
      'The format has no such key here. It is an error, so that a misspelled key is not silently without effect.',
    help: 'Correct the spelling, or remove the key.',
  },
  'study/missing-key': {
    severity: 'error',
    title: 'A key is missing',
    explanation: 'A part of the file cannot be used without this key.',
    help: 'Add the key.',
  },
  'study/type': {
    severity: 'error',
    title: 'A value of the wrong kind',
    explanation:
      'A list stands where text is meant, text where a number is meant, and so on; or a value is outside of what is possible.',
    help: 'Write a value of the kind that is named.',
  },
  'study/version': {
    severity: 'error',
    title: 'An unknown version of the format',
    explanation: 'The file was written for another version of the format than this program reads.',
    help: 'Write `vignette: 1`, or install the version of Vignette that reads the file.',
  },
  'study/unsupported': {
    severity: 'hint',
    title: 'Part of the format that this version cannot score',
    explanation:
      'The key or value belongs to the format and is read and checked, but this version cannot score it yet. It may stay: the evaluation that needs it says so, and nothing leaves it out in silence.',
    help: 'Leave it as it is, or use a newer version of Vignette.',
  },
  'study/limit': {
    severity: 'error',
    title: 'The study is too large',
    explanation: 'A study file may have 5 MB, 10,000 conditions and 1,000 outcomes.',
    help: 'Split the study into several files.',
  },
} as const satisfies Record<string, CatalogueEntry>;
