import { cellScene, sharedAxes } from '../chart/cellChart';
import { hasHumans } from '../chart/cell/bins';
import { sayCorrect, sayN, whyNoDistance } from '../chart/cell/describe';
import { distanceOf, sayDistance, sayVerdict } from '../chart/cell/distance';
import type { Sample } from '../chart/draw/legend';
import { legendEntry } from '../chart/draw/legend';
import { toSvg } from '../chart/draw/marks';
import { forestScene } from '../chart/forest';
import { effectGroups, sayScale, sayScaleOf } from '../chart/sentences';
import { dotPlotScene, shownLevel } from '../chart/sharesDotPlot';
import { effectsTable, expectationsTable, scoresTable, sharesTable } from '../chart/tables';
import type { CellEvaluation, EffectEvaluation, Evaluation } from '../results/types';
import { cellsByOutcome, effectUnit, heading, PANEL, WIDTH } from './layout';
import type { Html } from './markup';
import { joined, svg, table, tag, text } from './markup';
import { armName, cellName } from '../chart/names';

/** Predicted beside observed, cell by cell, with the ruler of each distance. */
export function predictedSection(evaluation: Evaluation): Html {
  const humans = evaluation.cells.some(hasHumans);
  return joined([
    tag('h2', {}, text(humans ? 'Predicted against observed' : 'Predicted')),
    tag(
      'p',
      { class: 'small muted' },
      text(`Floor: ${evaluation.conventions.floor}. ${sayScale(evaluation)}`),
    ),
    ...cellsByOutcome(evaluation).flatMap(({ outcome, cells }) => [
      heading(outcome),
      ...(cells.every((cell) => cell.type === 'binary')
        ? shares(cells, evaluation.stamp)
        : distributions(cells, evaluation.stamp)),
    ]),
  ]);
}

function legend(shown: readonly Sample[], words: string): Html {
  const entries = shown.map((name) => {
    const entry = legendEntry(name);
    return tag('span', {}, svg(entry.svg), text(entry.words));
  });
  return tag('div', { class: 'legend' }, ...entries, tag('span', { class: 'muted' }, text(words)));
}

function conventionOf(cells: readonly CellEvaluation[]): string {
  const said = cells.flatMap((cell) => {
    const distance = distanceOf(cell);
    return distance ? [`${distance.name}: ${distance.convention}`] : [];
  });
  return [...new Set(said)].join('; ');
}

function distributions(cells: readonly CellEvaluation[], stamp: string | null): readonly Html[] {
  const style = { width: PANEL, plotHeight: 130, ...sharedAxes(cells), stamp };
  const samples: readonly Sample[] = cells.some(hasHumans)
    ? ['predicted', 'observed', 'interval', 'floor', 'mark']
    : ['predicted'];
  return [
    tag(
      'p',
      { class: 'small muted' },
      text(`${cells[0] ? sayScaleOf(cells[0]) : ''}. Share of answers by level.`),
    ),
    legend(samples, conventionOf(cells)),
    tag(
      'div',
      { class: 'panels' },
      ...cells.map((cell) =>
        tag(
          'figure',
          {},
          tag('h3', {}, text(cellName(cell))),
          tag('div', { class: 'n' }, text(sayN(cell))),
          svg(toSvg(cellScene(cell, style))),
          caption(cell),
        ),
      ),
    ),
  ];
}

function caption(cell: CellEvaluation): Html {
  const distance = distanceOf(cell);
  return distance === undefined
    ? tag('figcaption', {}, text([whyNoDistance(cell), ...sayCorrect(cell)].join(' ')))
    : tag(
        'figcaption',
        {},
        tag('b', {}, text(sayDistance(distance))),
        text([` · ${sayVerdict(distance)}`, ...sayCorrect(cell)].join('. ')),
      );
}

function shares(cells: readonly CellEvaluation[], stamp: string | null): readonly Html[] {
  const name = cells[0] ? shownLevel(cells[0]).name : '';
  const humans = cells.some(hasHumans);
  const meaning = humans ? ' W is the distance between the two marks.' : '';
  return [
    tag('p', { class: 'small muted' }, text(`Binary: share answering “${name}”, one a condition.${meaning}`)),
    legend(humans ? ['filledDiamond', 'circle', 'band'] : ['diamond'], conventionOf(cells)),
    tag('figure', {}, svg(toSvg(dotPlotScene(cells, { width: WIDTH, stamp })))),
  ];
}

/** Every effect with its prediction beside the people's and the published one. */
export function effectsSection(evaluation: Evaluation): Html {
  const groups = effectGroups(evaluation.effects);
  if (groups.length === 0) return joined([]);
  return joined([
    tag('h2', {}, text('Effects, with their predictions')),
    tag('p', { class: 'small muted' }, text(`Effects: ${evaluation.conventions.effects}.`)),
    ...groups.map((group) => {
      const scene = forestScene(group.effects, {
        width: WIDTH,
        unit: effectUnit(evaluation, group.effects),
        stamp: evaluation.stamp,
        nameOf: (effect: EffectEvaluation) => armName(evaluation, effect, effect.treatment),
      });
      const title = `On ${group.outcome}, against ${armName(evaluation, group, group.control)}${group.form === '' ? '' : `, ${group.form}`}`;
      return tag('div', { class: 'forest' }, tag('h3', {}, text(title)), svg(toSvg(scene)));
    }),
  ]);
}

/** Composites of the study, and what it expects of a run. */
export function scoresSection({ scores, expectations }: Evaluation): Html {
  return joined([
    ...(scores.length === 0
      ? []
      : [
          tag('h2', {}, text('Scores')),
          table(scoresTable(scores), 'Scores: means and distances on the range of the composite', 2),
          table(effectsTable(scores.flatMap(({ effects }) => effects)), 'Effects on scores', 2),
        ]),
    ...(expectations.length === 0
      ? []
      : [
          tag('h2', {}, text('Expectations of the study')),
          table(expectationsTable(expectations), 'Expectations of the study', 1),
        ]),
  ]);
}

/** Every number that the charts show. */
export function numbersSection(evaluation: Evaluation): Html {
  return joined([
    tag('h2', {}, text('Numbers')),
    ...cellsByOutcome(evaluation).flatMap(({ outcome, cells }) => [
      heading(outcome),
      table(sharesTable(cells), `Shares in per cent: ${outcome.question}`, 2),
    ]),
    tag('p', { class: 'small muted' }, text('Shares in per cent.')),
    ...(evaluation.effects.length === 0
      ? []
      : [
          tag('h3', {}, text('Effects')),
          table(effectsTable(evaluation.effects), 'Effects in answer levels and in points of the scale', 2),
        ]),
  ]);
}
