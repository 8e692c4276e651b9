import type { Ask, Services } from '../app/services';
import { asVignetteError, VignetteError, type Audience } from '../util/errors';
import { nearest } from '../util/nearest';
import type { Args, Command, Stdio } from './command';
import { commands } from './commands';
import { commandHelp, generalHelp } from './help';
import { paintFor } from './output/paint';
import { progressOn, type Progress } from './output/progress';
import { parse, usage } from './parse';

type Env = Readonly<Record<string, string | undefined>>;

/** What builds the services of one call; tests give fakes. */
export type MakeServices = (world: {
  readonly env: Env;
  readonly cwd: string;
  readonly ask: Ask;
}) => Services;

export interface Program {
  readonly version: string;
  readonly services: MakeServices;
}

const statusOf: Readonly<Record<Audience, number>> = {
  invalid: 1,
  usage: 2,
  incomplete: 3,
  endpoint: 4,
  interrupted: 130,
  internal: 70,
};

/** The command line as a function: arguments and streams in, exit status out. */
export async function main(
  program: Program,
  argv: readonly string[],
  stdio: Stdio,
  env: Env,
): Promise<number> {
  const json = argv.includes('--json');
  try {
    const [first, ...rest] = argv;
    if (first === undefined || first === '--help' || first === '-h' || first === 'help')
      return help(program, stdio, rest[0]);
    if (first === '--version' || first === '-V') return print(stdio, program.version);
    return await runCommand(program, commandCalled(first), rest, stdio, env);
  } catch (error) {
    return fail(asVignetteError(error), stdio, json);
  }
}

function help(program: Program, stdio: Stdio, name: string | undefined): number {
  const general = name === undefined || name.startsWith('-');
  return print(stdio, general ? generalHelp(program.version) : commandHelp(commandCalled(name)));
}

function commandCalled(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const names = commands.map((command) => command.name);
  const close = nearest(name, names);
  throw usage(
    'unknown-command',
    `There is no command ${name}.`,
    close === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${close}?`,
  );
}

async function runCommand(
  program: Program,
  command: Command,
  argv: readonly string[],
  stdio: Stdio,
  env: Env,
): Promise<number> {
  const args = parse(command, argv);
  if (args.switch('help')) return print(stdio, commandHelp(command));
  const services = program.services({ env, cwd: stdio.cwd, ask: askOn(stdio) });
  const progress = progressOn(stdio.err, services.clock, {
    progress: !args.switch('no-progress'),
    lines: !args.switch('quiet'),
  });
  const onStop = (): void =>
    progress.say('Stopping: what is in flight finishes. Press Ctrl+C again to stop at once.');
  stdio.signals.stop.addEventListener('abort', onStop, { once: true });
  try {
    return await finishCommand(command, args, { services, progress, stdio, env });
  } catch (error) {
    throw interrupted(asVignetteError(error), stdio.signals.stop);
  } finally {
    stdio.signals.stop.removeEventListener('abort', onStop);
    progress.clear();
  }
}

async function finishCommand(
  command: Command,
  args: Args,
  world: {
    readonly services: Services;
    readonly progress: Progress;
    readonly stdio: Stdio;
    readonly env: Env;
  },
): Promise<number> {
  const { services, progress, stdio, env } = world;
  const { signals } = stdio;
  const paint = paintFor(stdio.out.isTTY, env);
  const context = { services, signals, report: progress, paint, say: progress.say };
  const { json, text, status } = await command.run(context, args);
  progress.clear();
  print(stdio, args.switch('json') ? JSON.stringify(json) : text());
  return status === 3 && signals.stop.aborted ? 130 : status;
}

/** What was thrown because the person interrupted says so. */
function interrupted(error: VignetteError, stop: AbortSignal): VignetteError {
  if (!stop.aborted || error.code !== 'run/cancelled') return error;
  const { message, help: what } = error;
  return new VignetteError({
    code: 'run/interrupted',
    message,
    help: what,
    audience: 'interrupted',
    cause: error,
  });
}

function fail(
  { code, message, help: what, audience, stack }: VignetteError,
  stdio: Stdio,
  json: boolean,
): number {
  if (json) stdio.out.write(`${JSON.stringify({ error: { code, message, help: what } })}\n`);
  else stdio.err.write(`error ${code}\n${message}\n${what}\n`);
  if (audience === 'internal') stdio.err.write(`${stack ?? ''}\n`);
  return statusOf[audience];
}

function print(stdio: Stdio, text: string): 0 {
  stdio.out.write(`${text}\n`);
  return 0;
}

function askOn({ readLine, err }: Stdio): Ask {
  return {
    confirm: async ({ message, detail }) => {
      if (readLine === undefined) return false;
      err.write(`${message}\n${detail}\n`);
      return /^y(es)?$/i.test((await readLine('[y/N] ')).trim());
    },
  };
}
