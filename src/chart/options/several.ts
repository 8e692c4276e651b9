import type {
  AllocateCell,
  MultiselectCell,
  OptionFigures,
  OptionsCell,
  RankCell,
} from '../../results/types';
import { cellName } from '../names';
import { formatCount, formatNumber, formatSigned, formatW } from '../numbers';
import type { DataTable } from '../tables';
import { comparedFigures, figureTable, percent, signedPercent, type Figure } from './figure';
import type { ShownOutcome } from './shown';

type Shown = Omit<ShownOutcome, 'outcome' | 'question'>;
type Cell = OptionsCell<OptionFigures>;

const signed = (value: number | null): string => formatSigned(value, 2);

/** Shares that choose each option. */
export function multiselectShown(cells: readonly MultiselectCell[]): Shown | undefined {
  return shown(cells, {
    about: 'Shares that choose each option, per cent.',
    figure: percent,
    difference: signedPercent,
    distance: 'inclusion error',
    options: [],
    cells: [
      { name: 'largest', format: formatW, of: ({ largest }) => largest },
      { name: 'Jaccard', format: formatW, of: ({ jaccard }) => jaccard },
      { name: 'chosen, predicted', format: formatNumber, of: ({ chosen }) => chosen.predicted },
      { name: 'chosen, observed', format: formatNumber, of: ({ chosen }) => chosen.observed },
      { name: 'same people: Jaccard', format: formatW, of: ({ people }) => people?.jaccard ?? null },
      { name: 'equal %', format: percent, of: ({ people }) => people?.exact ?? null },
    ],
  });
}

/** Mean ranks and first places. */
export function rankShown(cells: readonly RankCell[]): Shown | undefined {
  return shown(cells, {
    about:
      'Mean ranks, 1 is first; options without a rank share the mean of the ranks left. First places in per cent.',
    figure: formatNumber,
    difference: signed,
    distance: 'mean rank difference',
    options: [
      { name: 'first %, predicted', format: percent, of: ({ first }) => first.predicted },
      { name: 'first %, observed', format: percent, of: ({ first }) => first.observed },
      { name: 'W of ranks', format: formatW, of: ({ w1 }) => w1 },
    ],
    cells: [
      { name: 'tau', format: signed, of: ({ tau }) => tau },
      { name: 'footrule', format: formatW, of: ({ footrule }) => footrule },
      { name: 'TVD of first', format: formatW, of: ({ firstTvd }) => firstTvd },
      { name: 'Kendall’s W, predicted', format: formatW, of: ({ agreement }) => agreement.predicted },
      { name: 'Kendall’s W, observed', format: formatW, of: ({ agreement }) => agreement.observed },
      { name: 'same people: tau', format: signed, of: ({ people }) => people?.tau ?? null },
    ],
  });
}

/** Mean shares of the total. */
export function allocateShown(cells: readonly AllocateCell[]): Shown | undefined {
  return shown(cells, {
    about: 'Mean shares of the total, per cent.',
    figure: percent,
    difference: signedPercent,
    distance: 'L1',
    options: [
      { name: 'nothing %, predicted', format: percent, of: ({ nothing }) => nothing.predicted },
      { name: 'nothing %, observed', format: percent, of: ({ nothing }) => nothing.observed },
      { name: 'W of shares', format: formatW, of: ({ w1 }) => w1 },
    ],
    cells: [{ name: 'same people: L1', format: formatW, of: ({ people }) => people?.l1 ?? null }],
  });
}

const dontKnowFigures: readonly Figure<Cell>[] = [
  { name: 'don’t know %, predicted', format: percent, of: ({ dontKnow }) => dontKnow?.predicted ?? null },
  { name: 'don’t know %, observed', format: percent, of: ({ dontKnow }) => dontKnow?.observed ?? null },
];

/** How the cells of one type of scale are shown. */
interface Look<C extends Cell> {
  readonly about: string;
  readonly figure: (value: number | null) => string;
  readonly difference: (value: number | null) => string;
  readonly distance: string;
  readonly options: readonly Figure<C['options'][number]>[];
  readonly cells: readonly Figure<C>[];
}

function shown<C extends Cell>(cells: readonly C[], look: Look<C>): Shown | undefined {
  if (cells.length === 0) return undefined;
  return {
    about: look.about,
    people: peopleTable(cells, look),
    figures: [{ caption: 'Options', table: optionsTable(cells, look) }],
    distances: distancesTable(cells, look),
  };
}

function observedFigures<C extends Cell>({ figure: format }: Look<C>): readonly Figure<OptionFigures>[] {
  return [
    { name: 'observed', format, of: ({ observed }) => observed },
    { name: 'low 95 %', format, of: ({ interval }) => interval?.[0] ?? null },
    { name: 'high 95 %', format, of: ({ interval }) => interval?.[1] ?? null },
  ];
}

/** What people answered, alone. */
function peopleTable<C extends Cell>(cells: readonly C[], look: Look<C>): DataTable | undefined {
  const seen = cells.filter(({ nObserved }) => nObserved > 0);
  if (seen.length === 0) return undefined;
  const figures: readonly Figure<{ readonly cell: C; readonly option: OptionFigures }>[] = [
    ...observedFigures(look).map(({ of, ...column }) => ({
      ...column,
      of: ({ option }: { readonly option: OptionFigures }) => of(option),
    })),
    { name: 'n', format: formatCount, of: ({ cell }) => cell.nObserved },
  ];
  const rows = seen.flatMap((cell) =>
    cell.options.map((option: OptionFigures) => ({
      heads: [cellName(cell), nameOf(option)],
      of: { cell, option },
    })),
  );
  return figureTable(['Condition', 'Option'], figures, rows);
}

/** One row an option of a cell; without people only what is predicted. */
function optionsTable<C extends Cell>(cells: readonly C[], look: Look<C>): DataTable {
  const humans = cells.some(({ nObserved }) => nObserved > 0);
  const figures: readonly Figure<C['options'][number]>[] = [
    { name: 'predicted', format: look.figure, of: ({ predicted }) => predicted },
    ...observedFigures(look),
    {
      name: 'pred. − obs.',
      format: look.difference,
      of: ({ predicted, observed }) =>
        predicted === null || observed === null ? null : predicted - observed,
    },
    ...look.options,
  ];
  const kept = humans ? figures : figures.filter(({ name }) => name.endsWith('predicted'));
  const rows = cells.flatMap((cell) =>
    cell.options.map((option: C['options'][number]) => ({
      heads: [cellName(cell), nameOf(option)],
      of: option,
    })),
  );
  return figureTable(['Condition', 'Option'], kept, rows);
}

/** One row a cell: its distance with floor and baselines, and what its scale adds. */
function distancesTable<C extends Cell>(cells: readonly C[], look: Look<C>): DataTable {
  const offered = cells.some(({ dontKnow }) => dontKnow !== null);
  const humans = cells.some(({ nObserved }) => nObserved > 0);
  const figures: readonly Figure<C>[] = [
    ...(humans ? [...comparedFigures(look.distance, cells), ...look.cells] : []),
    ...(humans ? [] : look.cells.filter(({ name }) => name.endsWith('predicted'))),
    ...(offered ? dontKnowFigures : []),
    { name: 'parsed %', format: percent, of: ({ parseRate }) => parseRate },
    { name: 'n predicted', format: formatCount, of: ({ nPredicted }) => nPredicted },
    { name: 'n observed', format: formatCount, of: ({ nObserved }) => nObserved },
  ];
  return figureTable(
    ['Condition'],
    figures,
    cells.map((cell) => ({ heads: [cellName(cell)], of: cell })),
  );
}

function nameOf({ code, label }: OptionFigures): string {
  return label === null ? String(code) : `${code} ${label}`;
}
