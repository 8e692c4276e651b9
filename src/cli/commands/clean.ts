import { clean } from '../../app/upkeep/clean';
import type { Command } from '../command';
import { cleanText } from '../output/clean';

export const cleanCommand: Command = {
  name: 'clean',
  usage: '[--yes] [--all] [--keep-cache]',
  about: 'the cache and old runs: their size, what would go, and with --yes it goes',
  details:
    'Goes: the cache, and complete runs that no results file names. Never goes: a run that is under way, with the cache that it uses.',
  flags: [
    { name: 'yes', about: 'remove without asking' },
    { name: 'all', about: 'also runs that a results file names, and unfinished ones' },
    { name: 'keep-cache', about: 'leave the cache, so that no answer has to be paid for again' },
  ],
  takes: { least: 0, most: 0, what: 'nothing' },
  examples: [
    { line: 'vignette clean', about: 'what there is, and what would go' },
    { line: 'vignette clean --keep-cache --yes', about: 'removes runs that nothing refers to' },
  ],
  run: async ({ services, paint }, args) => {
    const options = {
      yes: args.switch('yes'),
      all: args.switch('all'),
      keepCache: args.switch('keep-cache'),
    };
    const result = await clean(services, options);
    return { json: result, text: () => cleanText(result, paint), status: 0 };
  },
};
