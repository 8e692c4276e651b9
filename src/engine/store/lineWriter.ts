import type { Clock } from '../../simulate/ports';
import type { Appender } from '../../workspace/files';

/** Data waits no longer than this between the system's memory and the disk. */
const SYNC_MS = 250;

/** Appends lines, as many as are waiting in one write, so that a line is never torn by another writer. */
export interface LineWriter {
  /** Resolves once the operating system has the line. Rejects for good after the first failed write. */
  write(line: string): Promise<void>;
  /** Everything to the disk, and no more after. */
  close(): Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** @param open makes the appender when the first line comes, so that reading makes no file. */
export function makeLineWriter(open: () => Promise<Appender>, clock: Clock): LineWriter {
  const closing = new AbortController();
  let opening: Promise<Appender> | undefined;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let syncing: Promise<void> | undefined;
  let broken: { readonly error: unknown; readonly during: 'write' | 'sync' } | undefined;

  const appender = (): Promise<Appender> => (opening ??= open());

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (broken !== undefined) throw broken.error;
        await (await appender()).write(batch.map(({ line }) => `${line}\n`).join(''));
        for (const { resolve } of batch) resolve();
        syncing ??= syncSoon();
      } catch (error) {
        // Part of a line may be in the file: another line after it would be lost with it.
        broken ??= { error, during: 'write' };
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  }

  async function syncSoon(): Promise<void> {
    await clock.sleep(SYNC_MS, closing.signal).catch(() => undefined);
    syncing = undefined;
    await (await appender()).sync().catch((error: unknown) => {
      broken ??= { error, during: 'sync' };
    });
  }

  return {
    write: (line) =>
      new Promise((resolve, reject) => {
        waiting.push({ line, resolve, reject });
        // One turn of the event loop brings many replies: they go in one write.
        writing ??= new Promise((next) => setImmediate(next)).then(writeAll);
      }),
    close: async () => {
      await writing;
      closing.abort();
      await syncing;
      await (await opening)?.close();
      // Lines that were written but never reached the disk are the caller's to know.
      if (broken?.during === 'sync') throw broken.error;
    },
  };
}
