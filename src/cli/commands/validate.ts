import { validate } from '../../app/validate';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { diagnosticsText } from '../output/diagnostics';

export const validateCommand: Command = {
  name: 'validate',
  usage: 'STUDY…',
  about: 'diagnostics of studies, project files and their data',
  details: 'A folder stands for the studies in it. Exit status 1 when there is an error.',
  flags: [yesFlag],
  takes: { least: 1, most: Infinity, what: 'a study, a project file or a folder' },
  examples: [
    { line: 'vignette validate framing.study.yaml', about: 'one study with its data and project file' },
    { line: 'vignette validate studies --json', about: 'every study of a folder, for a script' },
  ],
  run: async ({ services, signals, paint }, args) => {
    const options = { paths: args.positionals, yes: args.switch('yes') };
    const result = await validate(services, options, signals.stop);
    return {
      json: result,
      text: () => diagnosticsText(result, paint),
      status: result.errors > 0 ? 1 : 0,
    };
  },
};
