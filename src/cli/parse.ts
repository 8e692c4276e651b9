import { parseArgs } from 'node:util';
import { VignetteError } from '../util/errors';
import { nearest } from '../util/nearest';
import type { Args, Bounds, Command, Flag } from './command';
import { commonFlags } from './flags';

/** The flags of a command with those that every command has. */
function flagsOf(command: Command): readonly Flag[] {
  return [...command.flags, ...commonFlags];
}

/**
 * Arguments of one command.
 * @throws VignetteError `usage/unknown-flag` with the nearest one, `usage/missing-value`, `usage/unexpected-value`,
 * `usage/missing-argument`, `usage/too-many-arguments`.
 */
export function parse(command: Command, argv: readonly string[]): Args {
  const flags = new Map(flagsOf(command).map((flag) => [flag.name, flag]));
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      [...flags.values()].map(({ name, value }) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = token.rawName.startsWith('--') ? flags.get(token.name) : undefined;
    if (flag === undefined) throw unknownFlag(command, token.rawName, [...flags.keys()]);
    given.set(flag.name, [...(given.get(flag.name) ?? []), valueOf(flag, token.value, token.inlineValue)]);
  }
  const args = argsOf(positionals, given);
  if (!args.switch('help')) checkCount(command, positionals);
  return args;
}

function valueOf(flag: Flag, value: string | undefined, inline: boolean | undefined): string {
  if (flag.value === undefined) {
    if (value === undefined) return '';
    throw usage('unexpected-value', `--${flag.name} takes no value.`, `Write it alone: --${flag.name}`);
  }
  if (value === undefined || (inline !== true && value.startsWith('--')))
    throw usage('missing-value', `--${flag.name} needs a value.`, `Write --${flag.name} ${flag.value}.`);
  return value;
}

function argsOf(positionals: readonly string[], given: ReadonlyMap<string, readonly string[]>): Args {
  const last = (name: string): string | undefined => given.get(name)?.at(-1);
  return {
    positionals,
    switch: (name) => given.has(name),
    text: last,
    texts: (name) => given.get(name)?.flatMap((value) => value.split(',').filter((part) => part !== '')),
    number: (name, bounds) => {
      const value = last(name);
      return value === undefined ? undefined : numberIn(name, value, bounds);
    },
    choice: (name, choices) => {
      const value = last(name);
      if (value === undefined) return undefined;
      const found = choices.find((choice) => choice === value);
      if (found !== undefined) return found;
      throw usage(
        'bad-value',
        `--${name} cannot be ${JSON.stringify(value)}.`,
        `It is one of: ${choices.join(', ')}.`,
      );
    },
  };
}

function numberIn(name: string, value: string, { min, max, integer }: Bounds): number {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (number >= min && number <= max && (!integer || Number.isInteger(number))) return number;
  const kind = integer ? 'a whole number' : 'a number';
  const range = max === Infinity ? `of at least ${min}` : `from ${min} to ${max}`;
  throw usage('bad-value', `--${name} cannot be ${JSON.stringify(value)}.`, `It is ${kind} ${range}.`);
}

function checkCount({ name, takes, usage: form }: Command, positionals: readonly string[]): void {
  if (positionals.length < takes.least)
    throw usage('missing-argument', `${name} needs ${takes.what}.`, `Write: vignette ${name} ${form}`.trim());
  if (positionals.length > takes.most)
    throw usage(
      'too-many-arguments',
      `${name} does not know what to do with ${JSON.stringify(positionals[takes.most])}.`,
      `Write: vignette ${name} ${form}`.trim(),
    );
}

function unknownFlag(command: Command, raw: string, names: readonly string[]): VignetteError {
  const close = nearest(raw.replace(/^-+/, ''), names);
  return usage(
    'unknown-flag',
    `${command.name} has no flag ${raw}.`,
    close === undefined ? `See vignette ${command.name} --help.` : `Did you mean --${close}?`,
  );
}

/** An error of how the command line was used: exit status 2. */
export function usage(what: string, message: string, help: string): VignetteError {
  return new VignetteError({ code: `usage/${what}`, message, help, audience: 'usage' });
}
