import type { Movement, MovementStyle } from '../../src/chart/movement';
import { movementChart, movementScene } from '../../src/chart/movement';
import { formatSigned } from '../../src/chart/numbers';
import type { CompareState } from '../../src/protocol/views';
import type { Comparison } from '../../src/results/types';
import { copyTools } from '../shared/copies';
import { h } from '../shared/dom';
import { sized } from '../shared/sized';
import { notesOf, stampOf } from './stamp';

type Effect = Comparison['effects'][number];

const columns: MovementStyle['columns'] = [
  { name: 'A', width: 54 },
  { name: 'B', width: 54 },
  { name: 'observed', width: 68 },
  { name: '', width: 136 },
];

/** The effects whose sign is another one in B, with what people showed. */
export function effectsFigure(state: CompareState): readonly Node[] {
  const { effects } = state.comparison;
  if (effects.length === 0) return [];
  const changed = effects.filter((effect) => effect.signChanged);
  const heading = h('h2', { id: 'effects' }, sayCount(changed.length));
  if (changed.length === 0) return [h('section', { class: 'fig', 'aria-labelledby': 'effects' }, heading)];
  const inPoints = changed.every((effect) => pointsOf(state, effect.outcome) !== undefined);
  const movements = changed.map((effect) => movementOf(state, effect, inPoints));
  const title = inPoints ? 'treatment − control, points of the scale' : 'treatment − control, answer levels';
  const style: Omit<MovementStyle, 'width'> = {
    columns,
    stamp: stampOf(state),
    axis: { title, unit: '', zero: true },
  };
  return [
    h(
      'section',
      { class: 'fig', 'aria-labelledby': 'effects' },
      h(
        'header',
        {},
        h(
          'div',
          {},
          heading,
          h('p', { class: 'small muted' }, 'A changed sign is a fact about the two estimates, not a test.'),
        ),
        copyTools({
          id: 'compare-effects',
          title: sayCount(changed.length),
          panels: () => [
            { title: '', note: '', scene: movementScene(movements, { ...style, width: 680 }), lines: [] },
          ],
          notes: notesOf(state),
          table: () => effectsTable(changed),
        }),
      ),
      sized((width) => movementChart(movements, { ...style, width })),
    ),
  ];
}

function sayCount(changed: number): string {
  if (changed === 0) return 'No effect changed sign';
  return changed === 1 ? '1 effect changed sign' : `${changed} effects changed sign`;
}

/** Points of the scale for one raw unit of an outcome. */
function pointsOf(state: CompareState, outcome: string): number | undefined {
  const range = state.b.results.evaluation.cells.find((cell) => cell.outcome === outcome)?.range;
  return range ? 100 / (range[1] - range[0]) : undefined;
}

function movementOf(state: CompareState, effect: Effect, inPoints: boolean): Movement {
  const factor = inPoints ? (pointsOf(state, effect.outcome) ?? 1) : 1;
  const scaled = (value: number | null): number | null => (value === null ? null : value * factor);
  const [a, b, observed] = [scaled(effect.a), scaled(effect.b), scaled(effect.observed)];
  const decimals = inPoints ? 1 : 2;
  return {
    name: `${effect.id} · ${effect.outcome}`,
    a: a ?? 0,
    b: b ?? 0,
    observed: observed ?? undefined,
    interval: undefined,
    moved: false,
    numbers: [a, b, observed].map((value) => formatSigned(value, decimals)).concat(sayAgreement(b, observed)),
  };
}

function sayAgreement(b: number | null, observed: number | null): string {
  if (b === null || observed === null) return '';
  return Math.sign(b) === Math.sign(observed) ? 'now as observed' : 'no longer as observed';
}

function effectsTable(effects: readonly Effect[]): ReturnType<Parameters<typeof copyTools>[0]['table']> {
  const levels = (value: number | null): string => formatSigned(value, 2);
  return {
    columns: [
      { name: 'Outcome' },
      { name: 'Effect' },
      ...['A', 'B', 'observed'].map((name) => ({ name, format: levels })),
    ],
    rows: effects.map((effect) => [effect.outcome, effect.id, effect.a, effect.b, effect.observed]),
  };
}
