import { observedScene, sharedAxes } from '../chart/cellChart';
import { hasHumans, humansOnly, meanOf } from '../chart/cell/bins';
import { toSvg } from '../chart/draw/marks';
import { forestScene } from '../chart/forest';
import { formatCount, formatNumber, formatShare, formatShareInterval } from '../chart/numbers';
import { shownOutcomes } from '../chart/options/shown';
import { effectGroups, sayScaleOf } from '../chart/sentences';
import { observedDotPlot, shownLevel } from '../chart/sharesDotPlot';
import type { CellEvaluation, EffectEvaluation, Evaluation } from '../results/types';
import { cellsByOutcome, effectUnit, heading, PANEL, WIDTH } from './layout';
import type { Html } from './markup';
import { joined, svg, table, tag, text } from './markup';
import { armName, cellName } from '../chart/names';

/** What people answered, alone: shares with their intervals, means, effects, and what was published about them. */
export function peopleSection(evaluation: Evaluation): Html {
  const outcomes = cellsByOutcome(evaluation).filter(({ cells }) => cells.some(hasHumans));
  const others = shownOutcomes(evaluation).filter(({ people }) => people !== undefined);
  if (outcomes.length + others.length === 0) {
    return joined([
      tag('h2', {}, text('What people answered')),
      tag('p', {}, text('There are no human answers: everything below is predicted only.')),
      ...forests(evaluation),
    ]);
  }
  return joined([
    tag('h2', {}, text('What people answered')),
    tag('p', { class: 'small muted' }, text('Human answers only. Shares with 95 % Wilson intervals.')),
    ...outcomes.flatMap(({ outcome, cells }) => [
      heading(outcome),
      tag('p', { class: 'small muted' }, text(`${cells[0] ? sayScaleOf(cells[0]) : ''}.`)),
      cells.every((cell) => cell.type === 'binary') ? shares(cells) : distributions(cells),
    ]),
    ...others.flatMap(({ outcome, question, about, people }) => [
      tag('h3', {}, text(`${outcome} · ${question}`)),
      tag('p', { class: 'small muted' }, text(about)),
      ...(people === undefined ? [] : [table(people, `${outcome}: what people answered`, 2)]),
    ]),
    ...forests(evaluation),
  ]);
}

function distributions(cells: readonly CellEvaluation[]): Html {
  const seen = cells.filter(hasHumans).map(humansOnly);
  const { shareMax } = sharedAxes(seen);
  return tag(
    'div',
    { class: 'panels' },
    ...seen.map((cell) =>
      tag(
        'figure',
        {},
        tag('h3', {}, text(cellName(cell))),
        tag('div', { class: 'n' }, text(`n ${formatCount(cell.nObserved)}`)),
        svg(toSvg(observedScene(cell, { width: PANEL, plotHeight: 110, shareMax }))),
        tag('figcaption', {}, text(sayMean(cell))),
      ),
    ),
  );
}

function sayMean(cell: CellEvaluation): string {
  const mean = meanOf(cell, 'observed');
  return mean === undefined ? '' : `mean ${formatNumber(mean)}`;
}

function shares(cells: readonly CellEvaluation[]): Html {
  const seen = cells.filter(hasHumans);
  const said = seen.map((cell) => {
    const { key, name } = shownLevel(cell);
    const interval = formatShareInterval(cell.observedIntervals[key]);
    return tag(
      'li',
      {},
      text(
        `${cellName(cell)}: ${formatShare(cell.observed[key])} ${interval} answer “${name}”, n ${formatCount(cell.nObserved)}`,
      ),
    );
  });
  return tag('figure', {}, svg(observedDotPlot(seen, WIDTH)), tag('ul', { class: 'small' }, ...said));
}

function forests(evaluation: Evaluation): readonly Html[] {
  return effectGroups(evaluation.effects).flatMap((group) => {
    const shown = group.effects.filter((effect) => effect.observed ?? effect.published);
    if (shown.length === 0) return [];
    const published = shown.some((effect) => effect.published);
    const against = `against ${armName(evaluation, group, group.control)}${group.form === '' ? '' : `, ${group.form}`}`;
    const scene = forestScene(shown, {
      width: WIDTH,
      unit: effectUnit(evaluation, shown),
      stamp: null,
      nameOf: (effect: EffectEvaluation) => armName(evaluation, effect, effect.treatment),
      show: ['published', 'observed'],
    });
    return [
      tag(
        'div',
        { class: 'forest' },
        tag(
          'h3',
          {},
          text(`Effect on ${group.outcome}${published ? ', and what was published' : ''}, ${against}`),
        ),
        svg(toSvg(scene)),
      ),
    ];
  });
}
