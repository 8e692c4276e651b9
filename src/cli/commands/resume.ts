import { resume } from '../../app/resume';
import type { Command } from '../command';
import { yesFlag } from '../flags';
import { outcomeOf } from './simulate';

export const resumeCommand: Command = {
  name: 'resume',
  usage: 'RUN',
  about: 'goes on with a run that was stopped, killed or over its budget',
  details: 'The study, the settings and the model are those with which the run began.',
  flags: [{ name: 'max-calls', value: 'N', about: 'a new limit of calls, those before included' }, yesFlag],
  takes: { least: 1, most: 1, what: 'a run: its id, its name or its folder' },
  examples: [{ line: 'vignette resume framing.gpt.direct.3f2a', about: 'answers what is missing' }],
  run: async (context, args) => {
    const calls = args.number('max-calls', { min: 0, max: Infinity, integer: true });
    const budget = calls === undefined ? {} : { calls };
    const options = { budget, run: args.positionals[0] ?? '', yes: args.switch('yes') };
    return outcomeOf(context, await resume(context.services, options, context.signals, context.report));
  },
};
