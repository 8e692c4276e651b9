import type { YamlNode } from '../study/tree/types';
import { readYaml } from '../study/yaml';
import { resultsError } from './codec/errors';
import { resultsCodec } from './resultsCodec';
import type { Results } from './types';

/** UTF-16 characters; a thousand cells of a 101-point slider fit in. */
const largestFile = 16 * 2 ** 20;
/** Values, keys, signs and spaces; the cells are one part of the file. */
const mostTokens = 8_000_000;

/**
 * The canonical text of a results file: fixed order of keys, fixed decimals, one line a cell and an effect, nothing of
 * time or machine. Equal results give equal text, and it ends with a line break.
 */
export function writeResults(results: Results): string {
  return `${resultsCodec.block(results, '').trimStart()}\n`;
}

/**
 * Results from the text of a results file, which may come from anywhere: every key, number and size is checked.
 * `writeResults(readResults(text))` is `text` for what `writeResults` wrote.
 * @throws VignetteError `results/too-large`, `results/syntax`, `results/format`, `results/shape`.
 */
export function readResults(text: string): Results {
  if (text.length > largestFile) throw resultsError('too-large', 'The file is too large for a results file.');
  const root = treeOf(text);
  if (!(root instanceof Map) || !root.has('format')) {
    throw resultsError('format', 'The file is no results file: it has no `format`.');
  }
  const format: unknown = root.get('format');
  if (format !== 1) {
    throw resultsError('format', 'The results file has a format that this version does not know.');
  }
  return resultsCodec.read(root, '');
}

/** The YAML tree as values, mappings as Map, which has no prototype to be tampered with. */
function treeOf(text: string): unknown {
  const { root, syntax, problems } = readYaml(text, undefined, mostTokens);
  const [first] = syntax;
  if (first !== undefined) throw resultsError('syntax', `The file is no valid YAML: ${first.message}`);
  const [problem] = problems;
  if (problem !== undefined) throw resultsError('syntax', `The file is no valid YAML: ${problem.kind}.`);
  return valueOf(root);
}

function valueOf(node: YamlNode): unknown {
  switch (node.kind) {
    case 'map':
      return new Map(node.entries.map(({ key, value }) => [key, valueOf(value)]));
    case 'list':
      return node.items.map(valueOf);
    case 'scalar':
      return node.value;
  }
}
