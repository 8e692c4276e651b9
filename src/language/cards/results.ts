import { hoverChart } from '../../chart/hoverChart';
import { cellName } from '../../chart/names';
import type { CellEvaluation } from '../../results/types';
import type { StudyDocument } from '../../study/document';
import { renderStimulus } from '../../study/render';
import { keyHelp } from '../../study/schema/help';
import { base64 } from '../../util/base64';
import type { Range } from '../../util/range';
import { CommandId, type StudyTarget } from '../commands';
import type { Environment, Hover } from '../types';
import { cellsOfCondition, cellsOfOutcome, distanceWords } from '../words';
import { code, escaped, literal } from './markdown';
import { scaleText } from './names';

/** A hover that shows more than this many charts is longer than a screen. */
const MOST_CHARTS = 3;

/** Charts of the cells of a condition or an outcome; what it says itself while there are none. */
export function resultCard(
  document: StudyDocument,
  section: 'conditions' | 'outcomes',
  id: string,
  environment: Environment,
  range: Range,
  uri: string | undefined,
): Hover {
  const { results } = environment;
  const cells =
    section === 'conditions' ? cellsOfCondition(results, id) : cellsOfOutcome(results, id, document);
  const head = `**${escaped(id)}**${headOf(document, section, id)}`;
  const parts = [head];
  if (cells.length === 0) {
    parts.push(section === 'conditions' ? conditionText(document, id) : outcomeText(document, id));
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

/** What is read in it; nothing is read in a pure control. */
function conditionText({ study }: StudyDocument, id: string): string {
  const stimulus = renderStimulus(study, id);
  return stimulus === '' ? (keyHelp(['conditions', id])?.markdown ?? '') : literal(stimulus);
}

/** How it is answered; of a matrix its items. */
function outcomeText({ study }: StudyDocument, id: string): string {
  const items = study.outcomes.filter(({ matrix }) => matrix?.outcome === id);
  const scale = (items[0] ?? study.outcomes.find((outcome) => outcome.id === id))?.scale;
  if (!scale) return keyHelp(['outcomes', id])?.markdown ?? '';
  const listed = items.map((item) => `- ${code(item.id)} ${escaped(item.question.split('\n').at(-1) ?? '')}`);
  return [listed.join('\n'), scaleText(scale, study.language)].filter((part) => part !== '').join('\n\n');
}

function headOf(document: StudyDocument, section: string, id: string): string {
  const said =
    section === 'conditions'
      ? document.study.conditions.find((condition) => condition.id === id)?.label
      : document.study.outcomes.find((outcome) => outcome.id === id || outcome.matrix?.outcome === id)
          ?.question;
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
