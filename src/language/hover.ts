import { studyFacts } from '../study/check/facts';
import type { SourceDocument, StudyDocument } from '../study/document';
import type { Span } from '../study/tree/types';
import type { Position } from '../util/range';
import { code, escaped, literal } from './cards/markdown';
import { nameCard } from './cards/names';
import { resultCard } from './cards/results';
import { helpOf, isStudy } from './format';
import { nameAt, namesIn } from './names/occurrences';
import type { Name, Occurrence } from './names/types';
import type { Environment, Hover } from './types';

/**
 * What to show over `position`: charts on a condition or an outcome with results, what any other name stands for, of a
 * column what it holds, the help of a key; undefined where there is nothing worth a hover.
 * @param uri of the study, for the links; without it the links are about the place of the cursor.
 */
export function hover(
  document: SourceDocument,
  position: Position,
  environment: Environment,
  uri?: string,
): Hover | undefined {
  const named = isStudy(document) ? nameHover(document, position, environment, uri) : undefined;
  return named ?? helpHover(document, position);
}

function helpHover(document: SourceDocument, position: Position): Hover | undefined {
  const node = document.nodeAt(position);
  if (node?.part !== 'key') return undefined;
  const help = helpOf(document, node.path);
  const range = node.ranges.key ?? node.ranges.value;
  return help && { range, markdown: `**${escaped(help.title)}**\n\n${help.markdown}`, commands: [] };
}

function nameHover(
  document: StudyDocument,
  position: Position,
  environment: Environment,
  uri: string | undefined,
): Hover | undefined {
  const found = nameAt(document, position);
  if (!found) return itemHover(document, position);
  const { name, span } = wholeOf(found, document);
  const range = document.yaml.range(span);
  if (name.kind === 'condition' && isGiven(name, document)) {
    return resultCard(document, 'conditions', name.name, environment, range, uri);
  }
  if (name.kind === 'outcome' && isGiven(name, document)) {
    return resultCard(document, 'outcomes', name.name, environment, range, uri);
  }
  const markdown = nameCard(name, document, environment);
  return markdown === undefined ? undefined : { range, markdown, commands: [] };
}

function isGiven({ kind, name }: Name, { study }: StudyDocument): boolean {
  if (kind === 'condition') return study.conditions.some(({ id }) => id === name);
  return study.outcomes.some(({ id, matrix }) => id === name || matrix?.outcome === name);
}

/** A crossed condition, an item of a matrix and a contrast are shown whole, not by the part under the cursor. */
function wholeOf(found: Occurrence, document: StudyDocument): { readonly name: Name; readonly span: Span } {
  const { text, span, path } = found.holder;
  const { known } = namesIn(document);
  const whole = (kind: Name['kind'], name = text): { readonly name: Name; readonly span: Span } => ({
    name: { kind, name, of: undefined },
    span,
  });
  if (path[0] === 'expect' && path.at(-1) === 'contrast') return whole('contrast');
  if (found.kind === 'matrixItem' && found.of !== undefined)
    return whole('outcome', `${found.of}.${found.name}`);
  if (found.kind === 'level' && text !== found.name && known.crossed.length > 0) return whole('condition');
  return { name: found, span: found.span };
}

/** The items, where `{{ item }}` stands. */
function itemHover({ study, yaml, text }: StudyDocument, position: Position): Hover | undefined {
  const offset = yaml.lines.offset(position);
  const found = studyFacts(yaml.root, text).templates.find(
    ({ name, span }) =>
      /^item(?:\.|$)/.test(name) && span.start <= offset && offset <= span.start + 'item'.length,
  );
  if (!found || study.items.length === 0) return undefined;
  const [first] = study.items;
  const listed = study.items.slice(0, 20).map(({ id }) => `- ${code(id)}`);
  const more = study.items.length > 20 ? ['- …'] : [];
  const markdown = [
    '**item** · the text of each item in turn',
    [...listed, ...more].join('\n'),
    literal(first?.text ?? ''),
  ];
  return { range: yaml.range(found.span), markdown: markdown.join('\n\n'), commands: [] };
}
