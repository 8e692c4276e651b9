import { report } from '../../app/report';
import { formatCount } from '../../chart/numbers';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { placeFrom } from '../output/place';
import { usage } from '../parse';

export const reportCommand: Command = {
  name: 'report',
  usage: 'RUN… --out FILE.html',
  about: 'one self-contained page with charts',
  details: 'The page needs no network. Runs may be ids, names, folders or results files.',
  flags: [{ name: 'out', value: 'FILE', about: 'the page to write; its name ends in .html' }, yesFlag],
  takes: { least: 1, most: Infinity, what: 'a run or a results file' },
  examples: [
    { line: 'vignette report framing.gpt.direct.3f2a --out framing.html', about: 'the page of one run' },
  ],
  run: async ({ services, signals }, args) => {
    const out = args.text('out');
    if (out === undefined)
      throw usage('missing-flag', 'report needs --out.', 'Write: vignette report RUN --out FILE.html');
    const options = { runs: args.positionals, out, yes: args.switch('yes') };
    const result = await report(services, options, signals.stop);
    return {
      json: result,
      text: () =>
        `${placeFrom(services.cwd, result.out)} (${formatCount(Math.ceil(result.bytes / 1000))} kB)`,
      status: 0,
    };
  },
};
