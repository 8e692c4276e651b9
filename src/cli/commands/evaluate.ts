import { evaluate } from '../../app/evaluate';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { evaluationText } from '../output/evaluation';

export const evaluateCommand: Command = {
  name: 'evaluate',
  usage: 'RUN|RESULTS',
  about: 'predicted against observed: distributions, W with its floor and baselines, effects',
  details: 'A run is evaluated anew from its answers; a results file is shown as it stands.',
  flags: [yesFlag],
  takes: { least: 1, most: 1, what: 'a run or a results file' },
  examples: [
    { line: 'vignette evaluate framing.gpt.direct.3f2a', about: 'a run by its id' },
    { line: 'vignette evaluate results/framing/gpt.direct.results.yaml --json', about: 'a results file' },
  ],
  run: async ({ services, signals, paint }, args) => {
    const options = { run: args.positionals[0] ?? '', yes: args.switch('yes') };
    const result = await evaluate(services, options, signals.stop);
    return { json: result, text: () => evaluationText(result, paint), status: 0 };
  },
};
