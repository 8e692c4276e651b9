import { hoverChart } from '../chart/hoverChart';
import { cellName } from '../chart/names';
import type { CellEvaluation } from '../results/types';
import { definitionsOf } from '../study/check/define';
import type { StudyDocument } from '../study/document';
import { renderStimulus } from '../study/render';
import { keyHelp } from '../study/schema/help';
import { base64 } from '../util/base64';
import type { Path, Position, Range } from '../util/range';
import { CommandId, type StudyTarget } from './commands';
import { definition } from './definitions';
import type { Environment, Hover } from './types';
import { cellsOfCondition, cellsOfOutcome, distanceWords } from './words';

/** A hover that shows more than this many charts is longer than a screen. */
const MOST_CHARTS = 3;

/**
 * What to show over `position`: charts on a condition or an outcome with results, the help of a key, the definition of
 * a name that is used; undefined where the study says nothing worth a hover.
 * @param uri of the study, for the links; without it the links are about the place of the cursor.
 */
export function hover(
  document: StudyDocument,
  position: Position,
  environment: Environment,
  uri?: string,
): Hover | undefined {
  const node = document.nodeAt(position);
  if (node === undefined || node.path.length === 0) return undefined;
  if (node.part === 'value') return definitionHover(document, position, environment, uri);
  const range = node.ranges.key ?? node.ranges.value;
  const [section, id] = node.path;
  if (node.path.length === 2 && (section === 'conditions' || section === 'outcomes')) {
    return cardOf(document, section, String(id), environment, range, uri);
  }
  const help = keyHelp(node.path);
  if (help) return { range, markdown: `**${escaped(help.title)}**\n\n${help.markdown}`, commands: [] };
  return undefined;
}

/** A name that is used shows what it stands for. */
function definitionHover(
  document: StudyDocument,
  position: Position,
  environment: Environment,
  uri: string | undefined,
): Hover | undefined {
  const found = definition(document, position);
  const node = document.nodeAt(position);
  if (!found || !node) return undefined;
  const [section, id] = found.path;
  if (found.path.length === 2 && (section === 'conditions' || section === 'outcomes')) {
    return cardOf(document, section, String(id), environment, node.ranges.value, uri);
  }
  return { range: node.ranges.value, markdown: sourceOf(document, found.path), commands: [] };
}

function cardOf(
  document: StudyDocument,
  section: 'conditions' | 'outcomes',
  id: string,
  environment: Environment,
  range: Range,
  uri: string | undefined,
): Hover {
  const { results } = environment;
  const cells = section === 'conditions' ? cellsOfCondition(results, id) : cellsOfOutcome(results, id);
  const head = `**${escaped(id)}**${headOf(document, section, id)}`;
  const parts = [head];
  if (cells.length === 0) {
    const stimulus = section === 'conditions' ? renderStimulus(document.study, id) : '';
    parts.push(stimulus === '' ? (keyHelp([section, id])?.markdown ?? '') : literal(stimulus));
    return { range, markdown: parts.join('\n\n'), commands: [] };
  }
  const shown = cells.slice(0, MOST_CHARTS);
  // One chart needs no heading of its own: the hover is as high as the editor lets it be.
  const [only] = shown.length === 1 ? shown : [];
  if (only) parts[0] = `${head} · ${headOfChart(only, section, environment)}`;
  for (const cell of shown) {
    if (!only) parts.push(headOfChart(cell, section, environment));
    parts.push(chartOf(cell, environment));
  }
  if (cells.length > MOST_CHARTS) parts.push(`… and ${cells.length - MOST_CHARTS} more.`);
  const target = section === 'conditions' ? { condition: id } : { outcome: id };
  const commands = [CommandId.showDistributions, CommandId.previewPrompt];
  const links = [
    linkOf('Show distributions', CommandId.showDistributions, target, uri),
    linkOf('Preview prompt', CommandId.previewPrompt, target, uri),
  ];
  return { range, markdown: [...parts, links.join(' | ')].join('\n\n'), commands };
}

function headOf(document: StudyDocument, section: string, id: string): string {
  const said =
    section === 'conditions'
      ? document.study.conditions.find((condition) => condition.id === id)?.label
      : document.study.outcomes.find((outcome) => outcome.id === id)?.question;
  return said === undefined || said === id ? '' : ` · ${escaped(said)}`;
}

function headOfChart(cell: CellEvaluation, section: string, environment: Environment): string {
  const other =
    section === 'conditions'
      ? [cell.outcome, ...(cell.item === null ? [] : [cell.item])].join(' · ')
      : cellName(cell);
  const said = [
    escaped(other),
    distanceWords([cell]),
    isStale(cell, environment) ? 'out of date' : undefined,
  ];
  return said.filter((part) => part !== undefined).join(' · ');
}

function chartOf(cell: CellEvaluation, environment: Environment): string {
  const stamp = environment.results?.results.evaluation.stamp ?? null;
  const { svg, alt } = hoverChart(cell, { dark: environment.dark, stamp, stale: isStale(cell, environment) });
  return `![${escaped(alt)}](data:image/svg+xml;base64,${base64(svg)})`;
}

function isStale(cell: CellEvaluation, { results }: Environment): boolean {
  return results?.stale.includes(cell.condition) === true;
}

function linkOf(
  title: string,
  command: string,
  target: Partial<StudyTarget>,
  uri: string | undefined,
): string {
  const given =
    uri === undefined ? '' : `?${encodeURIComponent(JSON.stringify([{ study: uri, ...target }]))}`;
  return `[${title}](command:${command}${given})`;
}

/** The lines that define a name, as they stand in the file. */
function sourceOf(document: StudyDocument, path: Path): string {
  const found = definitionsOf(document.yaml.root).find((one) => one.path.join('\n') === path.join('\n'));
  const value = document.ranges(path)?.value;
  if (!found || !value) return '';
  const end = document.yaml.lines.offset(value.end);
  const lines = document.text.slice(found.span.start, end).split(/\r?\n/);
  return literal(lines.slice(0, 12).join('\n') + (lines.length > 12 ? '\n…' : ''));
}

/** Text as a block of code: nothing in it is read as Markdown. */
function literal(text: string): string {
  const shown = text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
  return shown
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#!|~]/g, '\\$&').replace(/\s+/g, ' ');
}
