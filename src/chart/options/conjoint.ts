import type { ConjointCell, LevelFigures } from '../../results/types';
import { cellName } from '../names';
import { formatCount, formatW } from '../numbers';
import type { DataTable } from '../tables';
import { comparedFigures, figureTable, percent, signedPercent, type Figure } from './figure';
import type { ShownOutcome } from './shown';

const heads = ['Condition', 'Level'];

const observedMean: readonly Figure<LevelFigures>[] = [
  { name: 'observed', format: percent, of: ({ mean }) => mean.observed?.estimate ?? null },
  { name: 'low 95 %', format: percent, of: ({ mean }) => mean.observed?.ci?.[0] ?? null },
  { name: 'high 95 %', format: percent, of: ({ mean }) => mean.observed?.ci?.[1] ?? null },
];

const means: readonly Figure<LevelFigures>[] = [
  { name: 'predicted', format: percent, of: ({ mean }) => mean.predicted },
  ...observedMean,
  {
    name: 'pred. − obs.',
    format: signedPercent,
    of: ({ mean: { predicted, observed } }) =>
      predicted === null || observed === null ? null : predicted - observed.estimate,
  },
];

const effects: readonly Figure<LevelFigures>[] = [
  { name: 'predicted', format: signedPercent, of: ({ amce }) => amce?.predicted ?? null },
  { name: 'observed', format: signedPercent, of: ({ amce }) => amce?.observed?.estimate ?? null },
  { name: 'low 95 %', format: signedPercent, of: ({ amce }) => amce?.observed?.ci?.[0] ?? null },
  { name: 'high 95 %', format: signedPercent, of: ({ amce }) => amce?.observed?.ci?.[1] ?? null },
];

/** Marginal means and AMCEs; undefined without conjoints. */
export function conjointShown(
  cells: readonly ConjointCell[],
): Omit<ShownOutcome, 'outcome' | 'question'> | undefined {
  if (cells.length === 0) return undefined;
  const humans = cells.some(({ nObserved }) => nObserved > 0);
  const kept = (figures: readonly Figure<LevelFigures>[]) => (humans ? figures : figures.slice(0, 1));
  const methods = [...new Set(cells.flatMap(({ method }) => (method === '' ? [] : [method])))];
  const intervals = methods.length === 0 ? '' : ` Intervals of effects: ${methods.join('; ')}.`;
  return {
    about: `Per cent of the alternatives with a level that are chosen, and what a level adds against the first of its attribute (AMCE), in points of per cent.${intervals}`,
    people: humans ? levelTable(cells, [...observedMean, shownTo]) : undefined,
    figures: [
      { caption: 'Marginal means', table: levelTable(cells, kept(means)) },
      { caption: 'AMCE', table: levelTable(cells, kept(effects), ({ amce }) => amce !== null) },
    ],
    distances: distancesTable(cells, humans),
  };
}

const shownTo: Figure<LevelFigures> = {
  name: 'alternatives',
  format: formatCount,
  of: ({ shownObserved }) => shownObserved,
};

function levelTable(
  cells: readonly ConjointCell[],
  figures: readonly Figure<LevelFigures>[],
  holds: (level: LevelFigures) => boolean = () => true,
): DataTable {
  const rows = cells.flatMap((cell) =>
    cell.levels.filter(holds).map((level) => ({
      heads: [cellName(cell), `${level.attributeLabel}: ${level.label}`],
      of: level,
    })),
  );
  return figureTable(heads, figures, rows);
}

function distancesTable(cells: readonly ConjointCell[], humans: boolean): DataTable {
  const figures: readonly Figure<ConjointCell>[] = [
    ...(humans
      ? [
          ...comparedFigures('marginal mean difference', cells),
          {
            name: 'same task: agreement %',
            format: percent,
            of: ({ agreement }: ConjointCell) => agreement?.share ?? null,
          },
        ]
      : []),
    { name: 'mass', format: formatW, of: ({ mass }) => mass },
    { name: 'parsed %', format: percent, of: ({ parseRate }) => parseRate },
    { name: 'n predicted', format: formatCount, of: ({ nPredicted }) => nPredicted },
    { name: 'tasks predicted', format: formatCount, of: ({ tasks }) => tasks.predicted },
    { name: 'n observed', format: formatCount, of: ({ nObserved }) => nObserved },
    { name: 'tasks observed', format: formatCount, of: ({ tasks }) => tasks.observed },
  ];
  return figureTable(
    ['Condition'],
    figures,
    cells.map((cell) => ({ heads: [cellName(cell)], of: cell })),
  );
}
