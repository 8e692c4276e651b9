import { plan } from '../../app/plan';
import type { PlanResult } from '../../app/types';
import { counted, formatCount, formatSeconds, formatUsdRange } from '../../chart/numbers';
import type { Command } from '../command';
import { cellFlags, settingFlags, yesFlag } from '../flags';
import { columns, cut, wrap } from '../output/columns';
import type { Paint } from '../output/paint';
import { simulateOptions } from '../simulateOptions';

export const planCommand: Command = {
  name: 'plan',
  usage: 'STUDY',
  about: 'what a run would ask: calls, cached, tokens, cost range, time',
  details: 'Nothing is asked of a model, and none is loaded.',
  flags: [
    ...cellFlags,
    ...settingFlags,
    { name: 'fresh', about: 'as if nothing were in the cache' },
    yesFlag,
  ],
  takes: { least: 1, most: 1, what: 'a study' },
  examples: [
    { line: 'vignette plan framing.study.yaml', about: 'with the defaults of the study' },
    { line: 'vignette plan framing.study.yaml --model gpt --respondents 200', about: 'with another model' },
  ],
  run: async ({ services, signals, paint }, args) => {
    const result = await plan(services, simulateOptions(args), signals.stop);
    return { json: result, text: () => planText(result, paint), status: 0 };
  },
};

/** The arithmetic of a run. */
export function planText(plan: PlanResult, paint: Paint): string {
  const facts = [
    [
      'answers',
      `${formatCount(plan.answers)} (${formatCount(plan.personas)} people, ${counted(plan.cells, 'cell')})`,
    ],
    [
      'calls',
      `${formatCount(plan.calls)}, ${formatCount(plan.cached)} cached, ${formatCount(plan.merged)} merged`,
    ],
    ['tokens', `${range(plan.tokens.in)} in, ${range(plan.tokens.out)} out`],
    ['cost', plan.usd === null ? 'no price is known for this model' : formatUsdRange(plan.usd)],
    ['time', plan.seconds === null ? 'not known' : seconds(plan.seconds)],
  ].map(([name = '', value = '']) => [`  ${name}`, value]);
  const cells = plan.byCell.map(({ condition, outcome, item, answers, cached }) => [
    `  ${cut([condition, outcome, ...(item === null ? [] : [item])].join(' · '), 50)}`,
    formatCount(answers),
    formatCount(cached),
  ]);
  return [
    `${paint('bold', plan.study)} · model ${plan.model} · strategy ${plan.strategy}`,
    ...columns(facts),
    '',
    ...columns([['  cell', 'answers', 'cached'].map((text) => paint('dim', text)), ...cells], [1, 2]),
    ...plan.warnings.flatMap((warning) => ['', wrap(`Note: ${warning}`, 96)]),
    ...plan.diagnostics.flatMap(({ severity, code, message, help }) => [
      '',
      `${severity} ${code}`,
      wrap(`${message} ${help}`, 96, '  '),
    ]),
  ].join('\n');
}

function range([low, high]: readonly [number, number]): string {
  return low === high ? formatCount(low) : `${formatCount(low)}–${formatCount(high)}`;
}

function seconds([low, high]: readonly [number, number]): string {
  const [a, b] = [formatSeconds(low), formatSeconds(high)];
  return a === b ? a : `${a} to ${b.replace('~', '')}`;
}
