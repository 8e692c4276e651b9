import { formatCount, formatNumber, formatShare, formatW } from '../chart/numbers';
import { gatesTable, qualityTable } from '../chart/tables';
import { gatesOf, leastParsed } from '../results/gates';
import type { Results } from '../results/types';
import type { Html } from './markup';
import { facts, joined, table, tag, text } from './markup';

/** What was done, so that it can be judged and done again. */
export function methodsSection(results: Results): Html {
  const { setup, evaluation } = results;
  const { warnings } = evaluation;
  return joined([
    tag('h2', {}, text('Set-up and methods')),
    ...(warnings.length === 0
      ? []
      : [
          tag('h3', {}, text('Warnings')),
          tag('ul', { class: 'small' }, ...warnings.map((warning) => tag('li', {}, text(warning)))),
        ]),
    tag('h3', {}, text('Run')),
    facts(runFacts(results)),
    tag('h3', {}, text('Conventions')),
    facts([
      [
        'W',
        'Wasserstein-1 distance between predicted and observed answers, divided by the stated range of the scale',
      ],
      ['Noise floor', evaluation.conventions.floor],
      [
        'Beyond noise',
        'W above the 95th percentile of its floor (q95); p is the share of the floor at or above W',
      ],
      ['Intervals', evaluation.conventions.intervals],
      ['Effects', evaluation.conventions.effects],
      ...(evaluation.conventions.options === ''
        ? []
        : ([['Several options', evaluation.conventions.options]] as const)),
      ...(evaluation.conventions.conjoint === ''
        ? []
        : ([['Conjoint', evaluation.conventions.conjoint]] as const)),
      ['Nominal scales', 'total variation distance (TVD) instead of W, since the answers have no order'],
      ['Trust gates', 'every one must pass for screening grade; one that was not assessed is not passed'],
    ]),
    tag('h3', {}, text('Trust gates')),
    table(gatesTable(gatesOf(evaluation, setup.smallestEffect)), 'Trust gates'),
    ...baselines(results),
    tag('h3', {}, text('Quality by cell')),
    table(qualityTable(evaluation.cells), 'Quality of the answers by cell', 2),
    tag('h3', {}, text('Prompt')),
    facts([
      ['system', setup.prompts.system],
      ['persona', setup.prompts.persona],
      ['question', setup.prompts.ask],
    ]),
    tag('h3', {}, text('What was shown')),
    facts(
      [...setup.conditions, ...setup.outcomes].map(({ id, text: shown }) => [
        id,
        shown === '' ? '(nothing)' : shown,
      ]),
    ),
  ]);
}

function runFacts({ setup, counts, evaluation }: Results): readonly (readonly [string, string])[] {
  return [
    ['Run', evaluation.run],
    ['Model', `${setup.model.name}: ${setup.model.model}, ${setup.model.engine}`],
    ['Where', setup.model.where],
    ...(setup.model.demonstration
      ? ([['Kind of model', 'demonstration engine, not evidence']] as const)
      : []),
    ['Strategy', setup.strategy],
    ...setup.modifiers.map(({ id, text: said }) => [id, said] as const),
    ['Temperature', formatNumber(setup.temperature, 1)],
    ['Seed', String(setup.seed)],
    ['Assignment', setup.assign],
    ['Respondents', setup.respondents === null ? 'all' : formatCount(setup.respondents)],
    ['Answers', `${formatCount(counts.answers)}${counts.complete ? '' : ', incomplete'}`],
    ['Failed', formatCount(counts.failed)],
    ['Least parsed', formatShare(leastParsed(evaluation))],
    ['Mass on options', formatW(evaluation.summary.mass)],
    ['Smallest effect', `${formatNumber(setup.smallestEffect, 1)} points of the scale`],
    ['Study, SHA-256', setup.hashes.study],
    ['Data, SHA-256', setup.hashes.data ?? 'no data file'],
    ['Answers, SHA-256', setup.hashes.answers],
  ];
}

function baselines({ evaluation, setup }: Results): readonly Html[] {
  const rows = Object.entries(evaluation.summary.baselines);
  if (rows.length === 0) return [];
  const data = {
    columns: [{ name: 'Method' }, { name: 'sees' }, { name: 'mean W', format: formatW }],
    rows: [
      [`this run (${setup.strategy})`, '–', evaluation.summary.w1.stated],
      ...rows.map(([name, row]) => [name, row.sees, row.w1]),
    ],
  };
  return [
    tag('h3', {}, text('Baselines')),
    table(data, 'Baselines'),
    tag(
      'p',
      { class: 'small muted' },
      text('A method is compared only with rows that saw no more than it did.'),
    ),
  ];
}
