import { compare } from '../../app/compare';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { comparisonText } from '../output/comparison';

export const compareCommand: Command = {
  name: 'compare',
  usage: 'A B',
  about: 'two runs or results files: which cells moved by more than chance, and what differs in the set-up',
  details: 'A and B are runs, results files, or REV:path of git.',
  flags: [yesFlag],
  takes: { least: 2, most: 2, what: 'two runs or results files' },
  examples: [
    { line: 'vignette compare framing.gpt.direct.3f2a framing.gpt.direct.91bc', about: 'two runs' },
    {
      line: 'vignette compare HEAD:results/framing/gpt.direct.results.yaml results/framing/gpt.direct.results.yaml',
      about: 'a results file with the one committed last',
    },
  ],
  run: async ({ services, signals, paint }, args) => {
    const [a = '', b = ''] = args.positionals;
    const result = await compare(services, { a, b, yes: args.switch('yes') }, signals.stop);
    return { json: result, text: () => comparisonText(result, paint), status: 0 };
  },
};
