import { evaluate } from '../../app/evaluate';
import { plan } from '../../app/plan';
import { simulate } from '../../app/simulate';
import type { SimulateResult } from '../../app/types';
import { formatCount, formatNumber, formatUsd } from '../../chart/numbers';
import type { Command, Context, Outcome } from '../command';
import { cellFlags, settingFlags, yesFlag } from '../flags';
import { evaluationText } from '../output/evaluation';
import { placeFrom } from '../output/place';
import { planText } from './plan';
import { simulateOptions } from '../simulateOptions';

export const simulateCommand: Command = {
  name: 'simulate',
  usage: 'STUDY',
  about: 'a run: predicted answers, their evaluation and a results file',
  details:
    'Ctrl+C stops gracefully, a second one at once; what was answered is kept and `vignette resume` goes on. ' +
    'Exit status 3 when the run is incomplete, 4 when the endpoint refuses.',
  flags: [
    ...cellFlags,
    ...settingFlags,
    { name: 'budget-usd', value: 'USD', about: 'stop before it costs more' },
    { name: 'max-calls', value: 'N', about: 'stop before more calls' },
    { name: 'max-tokens', value: 'N', about: 'stop before more tokens' },
    { name: 'concurrency', value: 'N', about: 'at most so many calls in flight' },
    { name: 'name', value: 'NAME', about: 'of the run and its results file' },
    { name: 'out', value: 'DIR', about: "the folder of the results file instead of the project's" },
    { name: 'fresh', about: 'ask everything anew, whatever is in the cache' },
    { name: 'dry-run', about: 'only say what would be asked' },
    yesFlag,
  ],
  takes: { least: 1, most: 1, what: 'a study' },
  examples: [
    {
      line: 'vignette simulate framing.study.yaml --strategy logprob --respondents 150',
      about: 'on the model that the study names',
    },
    {
      line: 'vignette simulate framing.study.yaml --strategy baseline',
      about: 'the uniform baseline, with no model',
    },
    {
      line: 'vignette simulate framing.study.yaml --base-url http://127.0.0.1:8080/v1 --api-model qwen2.5',
      about: 'on a server given by hand',
    },
  ],
  run: async (context, args) => {
    const options = simulateOptions(args);
    if (args.switch('dry-run')) {
      const planned = await plan(context.services, options, context.signals.stop);
      return { json: planned, text: () => planText(planned, context.paint), status: 0 };
    }
    return outcomeOf(context, await simulate(context.services, options, context.signals, context.report));
  },
};

/** What simulate and resume end with: where things lie, and the evaluation of a complete run. */
export async function outcomeOf(context: Context, result: SimulateResult): Promise<Outcome> {
  const { services, paint } = context;
  const evaluation =
    result.results === null
      ? undefined
      : await evaluate(services, { run: result.dir, yes: true }, context.signals.force);
  const unreadable = result.failed > result.answers / 5;
  const text = (): string =>
    [
      ...(evaluation === undefined ? [] : [evaluationText(evaluation, paint), '']),
      summary(result),
      ...(result.results === null ? [] : [`Results: ${placeFrom(services.cwd, result.results)}`]),
      `Run:     ${result.run}`,
      ...(result.why === null ? [] : [paint('yellow', result.why)]),
      ...(unreadable ? [paint('yellow', unreadableText(result))] : []),
    ].join('\n');
  return { json: result, text, status: result.complete && !unreadable ? 0 : 3 };
}

function unreadableText({ failed, answers, dir }: SimulateResult): string {
  return (
    `${failed} of ${answers} answers could not be read as a number of the scale; their raw replies are in ${dir}/answers.jsonl. ` +
    'Another model or the strategy logprob may help.'
  );
}

function summary({
  answers,
  requests,
  cached,
  merged,
  failed,
  retried,
  usage,
  seconds,
}: SimulateResult): string {
  return [
    `${formatCount(answers)} answers in ${formatNumber(seconds, 1)} s`,
    `${formatCount(requests)} requests`,
    `${formatCount(cached)} cached`,
    ...(merged > 0 ? [`${formatCount(merged)} merged`] : []),
    ...(failed > 0 ? [`${formatCount(failed)} failed`] : []),
    ...(retried > 0 ? [`${formatCount(retried)} retried`] : []),
    usage.usd === null ? 'cost not known' : formatUsd(usage.usd),
  ].join(' · ');
}
