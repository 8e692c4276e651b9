import type { CompareResult } from '../../app/types';
import { formatInterval, formatP, formatSigned, formatW } from '../../chart/numbers';
import { columns, cut } from './columns';
import type { Paint } from './paint';
import { cellName } from '../../chart/names';

const mostSetup = 12;

/** A comparison as a person reads it: the answer first, then the cells, then what differs in the set-up. */
export function comparisonText(comparison: CompareResult, paint: Paint): string {
  const { a, b, summary, pairing, diff } = comparison;
  const blocks = [
    `${paint('bold', summary)}\n${paint('dim', `A ${a}\nB ${b}\npairing: ${pairing}`)}`,
    cellLines(comparison, paint).join('\n'),
    effectLines(comparison, paint).join('\n'),
    setupLines(comparison, paint).join('\n'),
    diff.trim() === '' ? '' : `${paint('bold', 'Texts')}\n${coloured(diff.trimEnd(), paint)}`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function cellLines({ cells, identicalByConstruction }: CompareResult, paint: Paint): readonly string[] {
  if (identicalByConstruction || cells.length === 0) return [];
  const rows = cells.map((cell) => [
    `  ${cut(`${cellName(cell)} · ${cell.outcome}`, 40)}`,
    formatW(cell.w1),
    cell.meanChangePoints === null ? formatSigned(cell.meanChange, 2) : formatSigned(cell.meanChangePoints),
    cell.ci === null ? '' : formatInterval(cell.ci, 2),
    formatP(cell.pAdjusted),
    cell.moved ? paint('yellow', 'moved') : '',
  ]);
  const header = ['  cell', 'W(A, B)', 'change', 'raw, 95 %', 'adj. p', ''];
  return [
    `${paint('bold', 'Cells')} ${paint('dim', 'B − A, points of the scale where it has ends')}`,
    ...columns([header.map((text) => paint('dim', text)), ...rows], [1, 2, 4]),
  ];
}

function effectLines({ effects }: CompareResult, paint: Paint): readonly string[] {
  if (effects.length === 0) return [];
  const rows = effects.map((effect) => [
    `  ${cut(`${effect.id} · ${effect.outcome}`, 40)}`,
    formatSigned(effect.a, 2),
    formatSigned(effect.b, 2),
    formatSigned(effect.observed, 2),
    effect.signChanged ? paint('yellow', 'sign changed') : '',
  ]);
  const header = ['  effect, raw', 'A', 'B', 'observed', ''];
  return [
    paint('bold', 'Effects'),
    ...columns([header.map((text) => paint('dim', text)), ...rows], [1, 2, 3]),
  ];
}

/** Texts are shown as a diff below, and a hash says nothing to a person. */
function setupLines(comparison: CompareResult, paint: Paint): readonly string[] {
  const setup = comparison.setup.filter(
    ({ path }) => !/^hashes\.|^(conditions|outcomes)\..*text$/.test(path),
  );
  if (setup.length === 0) return [];
  const rows = setup
    .slice(0, mostSetup)
    .map(({ path, a, b }) => [`  ${cut(path, 28)}`, cut(a, 30), cut(b, 30)]);
  const more = setup.length > mostSetup ? [`  and ${setup.length - mostSetup} more`] : [];
  return [
    paint('bold', 'Set-up'),
    ...columns([['', 'A', 'B'].map((text) => paint('dim', text)), ...rows]),
    ...more,
  ];
}

function coloured(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .filter((line) => !line.startsWith('====='))
    .map((line) =>
      line.startsWith('+') ? paint('green', line) : line.startsWith('-') ? paint('red', line) : line,
    )
    .join('\n');
}
