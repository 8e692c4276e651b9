import { batchCollect } from '../../app/batch/collect';
import { batchExport } from '../../app/batch/export';
import { batchSubmit } from '../../app/batch/submit';
import type { BatchCollectResult, BatchExportResult, BatchSubmitResult } from '../../app/batch/types';
import { formatCount, formatUsdRange } from '../../chart/numbers';
import type { Args, Command, Context, Outcome } from '../command';
import { cellFlags, settingFlags, yesFlag } from '../flags';
import { columns } from '../output/columns';
import { placeFrom } from '../output/place';
import { usage } from '../parse';
import { simulateOptions } from '../simulateOptions';
import { outcomeOf } from './simulate';

const verbs = ['export', 'submit', 'collect'] as const;

export const batchCommand: Command = {
  name: 'batch',
  usage: 'export STUDY|RUN | submit RUN | collect RUN',
  about: 'large runs through a batch engine: the provider’s Batch API, vllm run-batch or a cluster',
  details:
    '`export` writes every call that nothing answers yet into files of JSON lines, and plans a run first when it is given a ' +
    'study; `submit` makes batches of them at the endpoint; `collect` reads the replies, from the endpoint or from ' +
    '--file, and finishes the run when nothing is missing. Each may be repeated: nothing is submitted or counted twice. ' +
    'Exit status 3 while replies are missing. See docs/batch.md.',
  flags: [
    {
      name: 'dialect',
      value: 'D',
      about: 'openai or vllm: whose requests are written; follows from the endpoint',
    },
    {
      name: 'file',
      value: 'FILE',
      many: true,
      about: 'collect: an output file of JSON lines; may be repeated',
    },
    { name: 'wait', about: 'collect: wait until every batch has ended' },
    ...cellFlags,
    ...settingFlags,
    { name: 'budget-usd', value: 'USD', about: 'no more calls than fit' },
    { name: 'max-calls', value: 'N', about: 'no more calls' },
    { name: 'max-tokens', value: 'N', about: 'no more calls than fit' },
    { name: 'name', value: 'NAME', about: 'of the run and its results file' },
    { name: 'out', value: 'DIR', about: "the folder of the results file instead of the project's" },
    { name: 'fresh', about: 'ask everything anew, whatever is in the cache' },
    yesFlag,
  ],
  takes: { least: 2, most: 2, what: 'export, submit or collect, and a run' },
  examples: [
    {
      line: 'vignette batch export framing.study.yaml --model gpt --strategy direct',
      about: 'plans a run and writes its calls',
    },
    { line: 'vignette batch submit framing.gpt.direct.3f2a', about: 'uploads them and creates the batches' },
    { line: 'vignette batch collect framing.gpt.direct.3f2a', about: 'what has come so far' },
    {
      line: 'vignette batch collect framing.gpt.direct.3f2a --file out.jsonl',
      about: 'what vllm run-batch wrote',
    },
  ],
  run: (context, args) => {
    const [verb] = args.positionals;
    switch (verbs.find((known) => known === verb)) {
      case 'export':
        return exportCalls(context, args);
      case 'submit':
        return submit(context, args);
      case 'collect':
        return collect(context, args);
      case undefined:
        throw usage('unknown-command', `batch has no command ${verb}.`, `It has: ${verbs.join(', ')}.`);
    }
  },
};

async function exportCalls({ services, signals, paint }: Context, args: Args): Promise<Outcome> {
  const options = simulateOptions(args);
  const dialect = args.choice('dialect', ['openai', 'vllm']);
  const target = targetOf(args);
  const result = await batchExport(
    services,
    { ...options, target, ...(dialect === undefined ? {} : { dialect }) },
    signals.stop,
  );
  const text = (): string =>
    [exportText(result, services.cwd), ...(result.why === null ? [] : [paint('yellow', result.why)])].join(
      '\n',
    );
  return { json: result, text, status: result.complete ? 0 : 3 };
}

async function submit({ services, signals, report }: Context, args: Args): Promise<Outcome> {
  const { budget = {}, yes } = simulateOptions(args);
  const options = { run: targetOf(args), budget, ...(yes === undefined ? {} : { yes }) };
  const result = await batchSubmit(services, options, signals, report);
  const text = (): string =>
    [`${result.created} created.`, ...batchLines(result, services.cwd), `Run:     ${result.run}`].join('\n');
  return { json: result, text, status: 0 };
}

async function collect(context: Context, args: Args): Promise<Outcome> {
  const { yes } = simulateOptions(args);
  const options = {
    run: targetOf(args),
    files: args.texts('file') ?? [],
    wait: args.switch('wait'),
    ...(yes === undefined ? {} : { yes }),
  };
  const result = await batchCollect(context.services, options, context.signals, context.report);
  const outcome = await outcomeOf(context, result);
  const text = (): string =>
    [
      ...batchLines(result, context.services.cwd),
      linesText(result),
      ...result.problems.map(({ message, count }) => `  ${formatCount(count)} × ${message}`),
      outcome.text(),
    ].join('\n');
  return { json: result, text, status: outcome.status };
}

function targetOf(args: Args): string {
  return args.positionals[1] ?? '';
}

function exportText(result: BatchExportResult, cwd: string): string {
  const { files, calls, answered, answers, submitted, dialect, run } = result;
  const rows = files.map((file) => [
    placeFrom(cwd, file.path),
    `${formatCount(file.calls)} calls`,
    `${formatCount(Math.ceil(file.bytes / 1024))} kB`,
  ]);
  const waiting = submitted > 0 ? ` · ${formatCount(submitted)} in submitted batches` : '';
  return [
    ...columns(rows),
    `${formatCount(result.tokens.in[0])}–${formatCount(result.tokens.in[1])} tokens in · ${result.usd === null ? 'no price is known for this model' : formatUsdRange(result.usd)}`,
    `${formatCount(calls)} calls for ${dialect}${waiting} · ${formatCount(answered)} of ${formatCount(answers)} answers are there`,
    `Run:     ${run}`,
  ].join('\n');
}

function batchLines({ batches }: Pick<BatchSubmitResult, 'batches'>, cwd: string): readonly string[] {
  return columns(
    batches.map(({ batch, status, counts, file, collected, problem }) => [
      batch,
      collected ? `${status}, collected` : status,
      `${formatCount(counts.completed)} of ${formatCount(counts.total)}`,
      counts.failed > 0 ? `${formatCount(counts.failed)} failed` : '',
      problem ?? placeFrom(cwd, file),
    ]),
  );
}

function linesText({ lines, open }: BatchCollectResult): string {
  const { read, ...others } = lines;
  const said = Object.entries(others).filter(([, n]) => n > 0);
  const counts = said.map(([name, n]) => ` · ${formatCount(n)} ${name}`).join('');
  return `${formatCount(read)} lines${counts} · ${formatCount(open)} calls open`;
}
