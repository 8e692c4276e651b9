import type { Command, Flag } from './command';
import { commands } from './commands';
import { commonFlags } from './flags';
import { columns, wrap } from './output/columns';

const width = 96;

/** The exit statuses, as the help and the documentation list them. */
export const exitStatuses = [
  [0, 'done'],
  [1, 'it ran and the answer is no: an invalid study, something missing'],
  [2, 'usage: a bad flag, a missing file'],
  [3, 'incomplete: budget reached, cancelled, too many failures; what was answered is kept'],
  [4, 'the endpoint refused: authentication, quota, unreachable'],
  [130, 'interrupted; the same promise as 3'],
] as const;

export function generalHelp(version: string): string {
  return [
    `vignette ${version}: survey experiments, simulated with language models and compared with people`,
    '',
    'vignette COMMAND --help says more about a command.',
    '',
    ...columns(commands.map(({ name, about }) => [`  ${name}`, about])),
    '',
    'Everywhere:',
    ...flagLines(commonFlags),
    '',
    'Exit status:',
    ...exitStatuses.map(([status, meaning]) => `  ${String(status).padEnd(4)} ${meaning}`),
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const { name, usage, about, details, flags, examples } = command;
  return [
    `vignette ${name} ${usage}`.trimEnd(),
    '',
    wrap(
      `${about.charAt(0).toUpperCase()}${about.slice(1)}.${details === undefined ? '' : ` ${details}`}`,
      width,
    ),
    ...(flags.length === 0 ? [] : ['', 'Flags:', ...flagLines(flags)]),
    '',
    'Everywhere:',
    ...flagLines(commonFlags),
    '',
    'Examples:',
    ...examples.flatMap(({ line, about: why }) => [`  ${line}`, ...(why === '' ? [] : [`      ${why}`])]),
  ].join('\n');
}

/** `--seed N`, as it is written. */
export function flagForm({ name, value }: Flag): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function flagLines(flags: readonly Flag[]): readonly string[] {
  return columns(flags.map((flag) => [`  ${flagForm(flag)}`, flag.about]));
}
