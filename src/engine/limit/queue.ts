/** Waiting for a turn, first come, first served. */
export interface Queue {
  /** Resolves with true once let in, with false when the signal was aborted before. */
  wait(signal: AbortSignal): Promise<boolean>;
  /** Lets in whom there is room for. */
  letIn(): void;
}

/** @param take takes room for one when there is some, and says whether it did. */
export function makeQueue(take: () => boolean): Queue {
  const waiting = new Set<() => void>();

  function letIn(): void {
    for (const enter of waiting) {
      if (!take()) return;
      waiting.delete(enter);
      enter();
    }
  }

  function wait(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve(false);
      const enter = (): void => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        if (waiting.delete(enter)) resolve(false);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.add(enter);
      letIn();
    });
  }

  return { wait, letIn };
}
