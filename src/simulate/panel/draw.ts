import type { Person, ProfileEntry } from '../../data/types';
import { profileFields } from '../../study/profileFields';
import type { Margin, Panel } from '../../study/types';
import { VignetteError } from '../../util/errors';
import { uniformOf } from '../../util/rng';
import { rakedWeights } from './raked';
import type { PanelSample } from './sample';

export interface DrawnPanel {
  /** As many as the panel is large, each of weight 1: weights of rows decide how often these are drawn. */
  readonly people: readonly Person[];
  /** What every result has to say of these people. */
  readonly warnings: readonly string[];
}

/**
 * The people of a panel: rows of its file, raked to its margins where it has any; without a file each field drawn
 * by its margin alone. A function of the panel, the rows and the seed.
 * @throws VignetteError `panel/empty` when no row has a weight, `panel/margin-field` for a margin that is no field of the
 * rows, and those of raking (`stats/empty-target-cell`, `stats/category-without-target`, `stats/not-converged`).
 */
export function drawPanel(panel: Panel, sample: PanelSample | undefined, seed: number): DrawnPanel {
  if (panel.sample === undefined) return fromMargins(panel, seed);
  const { rows, unweighted } = sample ?? { rows: [], unweighted: 0 };
  const raked = rakedWeights(panel.sample.profile, panel.margins, rows);
  const missing = [
    ...left(unweighted, 'has no weight', 'have no weight'),
    ...left(raked.left, 'lacks a field with a margin', 'lack a field with a margin'),
  ];
  return { people: drawRows(raked.rows, raked.weights, panel.size, seed), warnings: missing };
}

function left(rows: number, one: string, several: string): readonly string[] {
  if (rows === 0) return [];
  return [
    `${rows} ${rows === 1 ? `row of the panel's file ${one} and is` : `rows of the panel's file ${several} and are`} left out.`,
  ];
}

/**
 * Draws `size` rows, each as often as its share of the weights demands, rounded up or down by chance: no row comes twice
 * while its share is at most 1 / size, so that equal weights are drawn without replacement as long as rows last.
 * Systematic sampling of the rows in random order (Madow 1949).
 */
function drawRows(
  rows: readonly Person[],
  weights: readonly number[],
  size: number,
  seed: number,
): readonly Person[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw emptyPanel();
  const order = rows
    .map((person, place) => ({ place, u: uniformOf('panel', seed, person.id) }))
    .sort((a, b) => a.u - b.u || a.place - b.place);
  const times = new Uint32Array(rows.length);
  const start = uniformOf('panel', seed, 'start');
  const last = order.findLast(({ place }) => (weights[place] ?? 0) > 0)?.place;
  let cumulative = 0;
  let drawn = 0;
  for (const { place } of order) {
    cumulative += ((weights[place] ?? 0) / total) * size;
    const upTo = place === last ? size : Math.min(size, Math.ceil(cumulative - start));
    if (upTo > drawn) {
      times[place] = upTo - drawn;
      drawn = upTo;
    }
  }
  return rows.flatMap((person, place) =>
    Array.from({ length: times[place] ?? 0 }, (_, copy) => ({
      id: copy === 0 ? person.id : `${person.id}-${copy + 1}`,
      weight: 1,
      profile: person.profile,
    })),
  );
}

function fromMargins({ size, margins }: Panel, seed: number): DrawnPanel {
  const readers = margins.map((margin) => entryReader(margin));
  const people = Array.from({ length: size }, (_, i) => {
    const id = `panel-${i + 1}`;
    const profile = margins.map(({ field }, m) => readers[m]?.(uniformOf('panel', seed, id, field)));
    return { id, weight: 1, profile: profile.filter((entry) => entry !== undefined) };
  });
  return {
    people,
    warnings:
      margins.length === 0
        ? []
        : [
            'The people of the panel are made from margins drawn independently of each other ' +
              `(${margins.map(({ field }) => field).join(', ')}): shares are right one by one, not in their combinations.`,
          ],
  };
}

/** The entry of a margin at a uniform number, one object a value. */
function entryReader({ field, shares }: Margin): (u: number) => ProfileEntry | undefined {
  const known = profileFields.find(({ id }) => id === field);
  const entries = shares.map(({ value }) => ({
    column: field,
    field: known?.id,
    label: known?.label ?? field,
    value,
  }));
  return (u) => {
    let cumulative = 0;
    const at = shares.findIndex(({ share }) => u < (cumulative += share));
    return entries[at] ?? entries.findLast((_, place) => (shares[place]?.share ?? 0) > 0);
  };
}

function emptyPanel(): VignetteError {
  return new VignetteError({
    code: 'panel/empty',
    message: 'The file of the panel has no row with a weight above 0.',
    help: 'Check the file under `panel.sample` and its `weight`.',
    audience: 'invalid',
  });
}
