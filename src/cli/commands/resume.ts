import { resume } from '../../app/resume';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { budgetOptions } from '../simulateOptions';
import { outcomeOf } from './simulate';

export const resumeCommand: Command = {
  name: 'resume',
  usage: 'RUN',
  about: 'goes on with a run that was stopped, killed or over its budget',
  details: 'The study, the settings and the model are those with which the run began.',
  flags: [
    { name: 'budget-usd', value: 'USD', about: 'a new limit of its cost, what it cost before included' },
    { name: 'max-calls', value: 'N', about: 'a new limit of calls, those before included' },
    { name: 'max-tokens', value: 'N', about: 'a new limit of tokens, those before included' },
    yesFlag,
  ],
  takes: { least: 1, most: 1, what: 'a run: its id, its name or its folder' },
  examples: [{ line: 'vignette resume framing.gpt.direct.3f2a', about: 'answers what is missing' }],
  run: async (context, args) => {
    const budget = budgetOptions(args);
    const options = { budget, run: args.positionals[0] ?? '', yes: args.switch('yes') };
    return outcomeOf(context, await resume(context.services, options, context.signals, context.report));
  },
};
