/** The file system as the rooms above see it. Paths are absolute with forward slashes. */
export interface Files {
  /** Undefined when nothing is there. */
  stat(path: string): Promise<FileStat | undefined>;
  /** @throws VignetteError `file/missing`, `file/too-large` or `file/unreadable`. */
  read(path: string, limitBytes?: number): Promise<Uint8Array>;
  /** In pieces, for files of any size, beginning with byte `from`. */
  stream(path: string, signal?: AbortSignal, from?: number): AsyncIterable<Uint8Array>;
  /** Reads places of a file at once, without waiting: for small pieces of files that this program wrote. */
  reader(path: string): Reader;
  /** Whole or not at all: written beside and renamed. Makes the folder. @throws `file/disk-full`, `file/unwritable`. */
  write(path: string, text: string): Promise<void>;
  /** Makes the folder and the file. */
  append(path: string): Promise<Appender>;
  /** Names in a folder, sorted; empty when it is not there. */
  list(folder: string): Promise<readonly string[]>;
  remove(path: string): Promise<void>;
  /** Cuts a file to `bytes`. */
  truncate(path: string, bytes: number): Promise<void>;
  /** Takes an exclusive lock that dies with this process. @throws `file/locked` naming the holder's process id. */
  lock(path: string): Promise<() => Promise<void>>;
  /** Symbolic links resolved. */
  real(path: string): Promise<string>;
}

export interface FileStat {
  readonly kind: 'file' | 'folder';
  readonly size: number;
  readonly modifiedMs: number;
}

export interface Appender {
  write(text: string): Promise<void>;
  /** To the disk, not only to the system. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface Reader {
  /** The bytes from `from`, fewer where the file ends. @throws VignetteError `file/missing` or `file/unreadable`. */
  read(from: number, bytes: number): Uint8Array;
  close(): void;
}
