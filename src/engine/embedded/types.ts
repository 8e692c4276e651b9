/** Whether the embedded engine and its default model lie in the user's storage, and where. */
export interface EmbeddedStatus {
  readonly engine: 'ready' | 'missing';
  readonly model: 'ready' | 'missing';
  readonly paths: { readonly home: string; readonly engine: string; readonly model: string };
  /** Bytes that getting each of them takes over the network. */
  readonly bytes: { readonly engine: number; readonly model: number };
}

/** Says in words what goes on; `share` of the whole, 0 … 1, where it is known. */
export type OnProgress = (text: string, share?: number) => void;

/** The user's storage of the embedded engine, as the use cases see it. */
export interface EmbeddedStore {
  /** Looks at a few files only; never slow, never throws. */
  status(): Promise<EmbeddedStatus>;
  /**
   * Gets what is missing: the engine's packages, then the default model. What was cut off is continued.
   * @throws VignetteError `engine/install-failed`, `engine/unsupported-platform`, `model/embedded-missing`,
   * `file/disk-full`, `file/locked`, `run/cancelled`.
   */
  fetch(signal: AbortSignal, onProgress: OnProgress): Promise<EmbeddedStatus>;
}
