import type { ForestStyle } from '../../../src/chart/forest';
import { commonUnit, forestPlot, forestScene } from '../../../src/chart/forest';
import { formatNumber, formatShare, formatW } from '../../../src/chart/numbers';
import { armName } from '../../../src/chart/names';
import type { EffectGroup } from '../../../src/chart/sentences';
import { effectGroups } from '../../../src/chart/sentences';
import { effectsTable } from '../../../src/chart/tables';
import type { EffectEvaluation, Results } from '../../../src/results/types';
import { copyTools } from '../../shared/copies';
import { h } from '../../shared/dom';
import { sized } from '../../shared/sized';
import { details, tableElement } from '../../shared/table';
import type { Sample } from '../../shared/legend';
import { legend } from '../../shared/legend';
import { notesOf } from '../notes';

/** A forest plot for each outcome and control, then how well predicted and observed effects agree. */
export function effects(results: Results): readonly Node[] {
  const groups = effectGroups(results.evaluation.effects);
  return [...groups.map((group) => forestFigure(results, group)), ...agreement(results)];
}

function forestFigure(results: Results, group: EffectGroup): HTMLElement {
  const { evaluation } = results;
  const form = group.form === '' ? '' : `, ${group.form}`;
  const id = `effects-${group.outcome}-${group.control}${form}`.replaceAll(/[^\w.-]+/g, '-');
  const style: Omit<ForestStyle, 'width'> = {
    unit: commonUnit(group.effects),
    stamp: evaluation.stamp,
    nameOf: (effect: EffectEvaluation) => armName(evaluation, effect, effect.treatment),
  };
  const title = `Effects on ${group.outcome}, against ${group.control}${form}`;
  const unit =
    style.unit === 'points'
      ? '100 points are the whole scale.'
      : 'In answer levels: a scale of these has no stated range.';
  const lead = `${unit} Effects: ${evaluation.conventions.effects}.`;
  return h(
    'section',
    { class: 'fig', 'aria-labelledby': id },
    h(
      'header',
      {},
      h('div', {}, h('h2', { id }, title), h('p', { class: 'small muted' }, lead)),
      copyTools({
        id,
        title,
        panels: () => [
          { title: '', note: '', scene: forestScene(group.effects, { ...style, width: 680 }), lines: [] },
        ],
        notes: notesOf(results, 'effects', lead),
        table: () => effectsTable(group.effects),
      }),
    ),
    legend(samplesOf(group.effects)),
    sized((width) => forestPlot(group.effects, { ...style, width })),
    details(
      `data-${id}`,
      `Data table: ${group.effects.length} ${group.effects.length === 1 ? 'effect' : 'effects'}`,
      () => [tableElement(effectsTable(group.effects), title)],
    ),
  );
}

function samplesOf(shown: readonly EffectEvaluation[]): readonly Sample[] {
  return [
    ...(shown.some((effect) => effect.observed) ? (['circle'] as const) : []),
    'diamond',
    ...(shown.some((effect) => effect.published) ? (['triangle'] as const) : []),
  ];
}

/** An agreement of two effects is no agreement: it takes three. */
function agreement(results: Results): readonly Node[] {
  const { n, r, slope, rmse, signAgreement } = results.evaluation.summary.effects;
  if (n < 3) return [];
  const rows = [
    ['Pearson r', formatW(r), 'no null assessed yet'],
    ['Slope, observed on predicted', formatNumber(slope), '1 = right size'],
    ['RMSE', `${formatNumber(rmse, 1)} points`, '0 = equal'],
    ['Sign agreement where |z| ≥ 1.96', formatShare(signAgreement), '50 % by chance'],
  ];
  const table = {
    columns: [{ name: `Across ${n} effects` }, { name: 'value' }, { name: 'compare with' }],
    rows,
  };
  return [
    h(
      'section',
      { class: 'fig', 'aria-labelledby': 'agreement' },
      h('h2', { id: 'agreement' }, 'Agreement across effects'),
      tableElement(table, 'Agreement across effects'),
      h('p', { class: 'small muted' }, `${n} effects of one study: read the forest plot first.`),
    ),
  ];
}
