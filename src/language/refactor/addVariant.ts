import type { StudyDocument } from '../../study/document';
import { at, entriesOf, mapOf } from '../../study/model/pick';
import { nodeAtPath } from '../../study/tree/lookup';
import type { YamlMap } from '../../study/tree/types';
import type { Path, TextEdit } from '../../util/range';
import { isPlain } from '../names/written';
import type { Refactoring } from '../types';
import { insertion, nextLine, outcomeAt } from './place';

/** More conditions than this are not offered one by one. */
const MOST = 6;

/** Words the question of an outcome differently in a condition: `in:` with the question as it is, to be changed. */
export function addVariant(document: StudyDocument, path: Path): readonly Refactoring[] {
  const id = outcomeAt(path);
  const outcome = id === undefined ? undefined : mapOf(nodeAtPath(document.yaml.root, ['outcomes', id]));
  const question = at(outcome, 'question');
  const here = path.length === 2 || (path.length === 3 && path[2] === 'question');
  if (id === undefined || !outcome || outcome.flow || question?.kind !== 'scalar' || !here) return [];
  const source = document.text.slice(question.span.start, question.span.end);
  if (/[\r\n]/.test(source) || /^[*&|>]/.test(source)) return [];
  const asked = document.study.outcomes.find((one) => one.id === id || one.matrix?.outcome === id)?.ask ?? [];
  const present = new Set(entriesOf(at(outcome, 'in')).map(({ key }) => key));
  return asked
    .filter((condition) => !present.has(condition))
    .slice(0, MOST)
    .flatMap((condition): Refactoring[] => {
      const edit = insertedVariant(outcome, condition, source, document);
      if (!edit) return [];
      const title = `Word \`${id}\` differently in \`${condition}\``;
      return [{ title, kind: 'refactor.rewrite', edits: [edit] }];
    });
}

function insertedVariant(
  outcome: YamlMap,
  condition: string,
  question: string,
  document: StudyDocument,
): TextEdit | undefined {
  const [first] = outcome.entries;
  const last = outcome.entries.at(-1);
  const written = outcome.byKey.get('in');
  const variants = mapOf(written?.value);
  if (!first || !last || (written && (!variants || variants.flow))) return undefined;
  const indent = document.yaml.lines.position((variants?.entries[0] ?? first).keySpan.start).character;
  const deeper = ' '.repeat(variants ? indent : indent + 2);
  const key = isPlain(condition) ? condition : JSON.stringify(condition);
  const entry = `${deeper}${key}:\n${deeper}  question: ${question}\n`;
  const text = variants ? entry : `${' '.repeat(indent)}in:\n${entry}`;
  const end = variants ? variants.span.end : Math.max(last.keySpan.end, last.value.span.end);
  const { at: place, broken } = nextLine(end, document);
  return insertion(place, broken ? text : `\n${text}`, document);
}
