import { doctor } from '../../app/doctor';
import type { Command } from '../command';
import { columns } from '../output/columns';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  about: 'what is missing on this machine, and the command that mends it',
  details: 'Exit status 1 when something is missing.',
  flags: [],
  takes: { least: 0, most: 0, what: '' },
  examples: [{ line: 'vignette doctor', about: '' }],
  run: async ({ services, signals, paint }) => {
    const result = await doctor(services, signals.stop);
    const text = (): string =>
      columns(
        result.checks.flatMap(({ ok, name, found, mend }) => [
          [ok ? paint('green', 'ok') : paint('yellow', 'missing'), name, found],
          ...(mend === null ? [] : [['', '', `→ ${mend}`]]),
        ]),
      ).join('\n');
    return { json: result, text, status: result.ok ? 0 : 1 };
  },
};
