import type { Report, Services, Signals } from '../app/services';
import type { Paint } from './output/paint';

/** One flag of a command; without `value` it is a switch. */
export interface Flag {
  readonly name: string;
  /** What stands for the value in the help: `N`, `FILE`. */
  readonly value?: string;
  readonly many?: boolean;
  readonly about: string;
}

/** One command, as the help, the documentation and the parser read it. */
export interface Command {
  readonly name: string;
  /** What follows the name: `STUDY…`. */
  readonly usage: string;
  readonly about: string;
  readonly details?: string;
  readonly flags: readonly Flag[];
  readonly examples: readonly { readonly line: string; readonly about: string }[];
  /** How many arguments there must be. */
  readonly takes: { readonly least: number; readonly most: number; readonly what: string };
  run(context: Context, args: Args): Promise<Outcome>;
}

/** Arguments as parsed; every flag is one of the command's. */
export interface Args {
  readonly positionals: readonly string[];
  switch(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[] | undefined;
  /** @throws VignetteError `usage/bad-value` */
  number(name: string, bounds: Bounds): number | undefined;
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
}

/** What a command needs beside its arguments. */
export interface Context {
  readonly services: Services;
  readonly signals: Signals;
  readonly report: Report;
  readonly paint: Paint;
  /** Says something on standard error, unless --quiet. */
  readonly say: (line: string) => void;
}

/** What a command ends with: one JSON document, the same for people, and the exit status. */
export interface Outcome {
  readonly json: unknown;
  /** Lines for a person; made only where they are shown. */
  readonly text: () => string;
  readonly status: number;
}

/** A stream as far as the command line writes to it. */
export interface Sink {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** The world of one call of the command line. */
export interface Stdio {
  readonly out: Sink;
  readonly err: Sink;
  /** Reads one line from the person; undefined where there is no terminal. */
  readonly readLine: ((prompt: string) => Promise<string>) | undefined;
  readonly cwd: string;
  readonly signals: Signals;
}
