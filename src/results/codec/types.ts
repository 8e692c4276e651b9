/** A value of a results file, written and read by one description, so that both always agree. */
export interface Codec<T> {
  /** Canonical YAML in flow style, on one line. */
  flow(value: T): string;
  /** Canonical YAML as the value of a key, from after the colon on; lines of its own start with `indent`. */
  block(value: T, indent: string): string;
  /** The value that stands for an absent key; a key with it is not written. Without it the key is always there. */
  readonly absent?: { readonly value: T; readonly is: (value: T) => boolean };
  /** @throws VignetteError `results/shape`. */
  read(node: unknown, path: string): T;
}

/** What the values of a codec are. */
export type ValueOf<C> = C extends Codec<infer T> ? T : never;
