import type { Appender, Files } from '../../src/workspace/files';
import { VignetteError } from '../../src/util/errors';

/** Files that live in memory. Folders exist where a file is below them. */
export interface MemoryFiles extends Files {
  /** The text of a file; fails the test when it is not there. */
  text(path: string): string;
  put(path: string, content: string | Uint8Array): void;
  /** Every path, sorted. */
  paths(): readonly string[];
  /** From now on every write and append fails with this code (`file/disk-full` …); undefined mends it. */
  failWrites(code: string | undefined): void;
  /** How often an appender was synced to the disk. */
  syncs(): number;
}

interface State {
  readonly content: Map<string, Uint8Array>;
  readonly locks: Set<string>;
  failing: string | undefined;
  syncs: number;
}

function problem(code: string, path: string): VignetteError {
  return new VignetteError({
    code,
    message: `${path}: ${code}.`,
    help: 'Look at the file.',
    audience: 'usage',
  });
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function isFolder(state: State, path: string): boolean {
  return [...state.content.keys()].some((other) => other.startsWith(`${path}/`));
}

function contentOf(state: State, path: string): Uint8Array {
  const content = state.content.get(path);
  if (content === undefined) throw problem('file/missing', path);
  return content;
}

function refuseWhenFailing(state: State, path: string): void {
  if (state.failing !== undefined) throw problem(state.failing, path);
}

function appender(state: State, path: string): Appender {
  if (!state.content.has(path)) state.content.set(path, new Uint8Array());
  return {
    write: async (text) => {
      refuseWhenFailing(state, path);
      state.content.set(path, joined(state.content.get(path) ?? new Uint8Array(), bytesOf(text)));
    },
    sync: async () => {
      state.syncs += 1;
    },
    close: async () => undefined,
  };
}

function lock(state: State, path: string): () => Promise<void> {
  if (state.locks.has(path)) throw problem('file/locked', path);
  state.locks.add(path);
  return async () => void state.locks.delete(path);
}

function names(state: State, folder: string): readonly string[] {
  const inside = [...state.content.keys()].filter((path) => path.startsWith(`${folder}/`));
  return [...new Set(inside.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))].sort();
}

export function memoryFiles(initial: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFiles {
  const state: State = { content: new Map(), locks: new Set(), failing: undefined, syncs: 0 };
  for (const [path, content] of Object.entries(initial)) state.content.set(path, bytesOf(content));
  return {
    stat: async (path) => {
      const content = state.content.get(path);
      if (content !== undefined) return { kind: 'file', size: content.length, modifiedMs: 0 };
      return isFolder(state, path) ? { kind: 'folder', size: 0, modifiedMs: 0 } : undefined;
    },
    read: async (path, limitBytes = Infinity) => {
      const content = contentOf(state, path);
      if (content.length > limitBytes) throw problem('file/too-large', path);
      return content;
    },
    async *stream(path, _signal, from = 0) {
      await Promise.resolve();
      yield contentOf(state, path).slice(from);
    },
    reader: (path) => ({
      read: (from, bytes) => contentOf(state, path).slice(from, from + bytes),
      close: () => undefined,
    }),
    write: async (path, text) => {
      refuseWhenFailing(state, path);
      state.content.set(path, bytesOf(text));
    },
    append: async (path) => {
      refuseWhenFailing(state, path);
      return appender(state, path);
    },
    list: async (folder) => names(state, folder),
    remove: async (path) => {
      for (const other of [...state.content.keys()])
        if (other === path || other.startsWith(`${path}/`)) state.content.delete(other);
    },
    truncate: async (path, bytes) => {
      state.content.set(path, contentOf(state, path).slice(0, bytes));
    },
    lock: async (path) => lock(state, path),
    real: async (path) => path,
    text: (path) => new TextDecoder().decode(contentOf(state, path)),
    put: (path, content) => void state.content.set(path, bytesOf(content)),
    paths: () => [...state.content.keys()].sort(),
    failWrites: (code) => {
      state.failing = code;
    },
    syncs: () => state.syncs,
  };
}
