import { evaluate, failedChecks } from '../../app/evaluate';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { evaluationText } from '../output/evaluation';
import { usage } from '../parse';

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: 'RUN|RESULTS',
  about: 'predicted against observed: distributions, W with its floor and baselines, effects',
  details: 'A run is evaluated anew from its answers; a results file is shown as it stands.',
  flags: [
    { name: 'check', about: 'end with status 1 when an expectation of the study (`expect`) does not hold' },
    { name: 'gate', value: 'NAME', many: true, about: 'with --check: a trust gate that must be passed too' },
    yesFlag,
  ],
  takes: { least: 1, most: 1, what: 'a run or a results file' },
  examples: [
    { line: 'vignette evaluate framing.gpt.direct.3f2a', about: 'a run by its id' },
    {
      line: 'vignette evaluate framing.gpt.direct.3f2a --check --gate parse-rate',
      about: 'for CI: status 1 when an expectation or the gate fails',
    },
    { line: 'vignette evaluate results/framing/gpt.direct.results.yaml --json', about: 'a results file' },
  ],
  run: async ({ services, signals, paint }, args) => {
    const options = { run: args.positionals[0] ?? '', yes: args.switch('yes') };
    const result = await evaluate(services, options, signals.stop);
    const gates = args.texts('gate') ?? [];
    if (gates.length > 0 && !args.switch('check'))
      throw usage(
        'missing-flag',
        '--gate needs --check.',
        'Write: vignette evaluate RUN --check --gate NAME',
      );
    const failed = args.switch('check') ? failedChecks(result, gates) : [];
    const said = failed.map((what) => `\nFailed: ${what}.`).join('');
    return {
      json: result,
      text: () => `${evaluationText(result, paint)}${said && `\n${said}`}`,
      status: failed.length > 0 ? 1 : 0,
    };
  },
};
