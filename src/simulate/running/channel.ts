/** Hands things from many producers to one consumer, who waits only when there are none. */
export interface Channel<T> {
  put(item: T): void;
  /** Takes the oldest. */
  take(): T | undefined;
  /** Resolves when there is something to take, or at `wake`. */
  wait(): Promise<void>;
  /** Lets the consumer look around though nothing came. */
  wake(): void;
}

export function makeChannel<T>(): Channel<T> {
  let items: T[] = [];
  let next = 0;
  let waiting: (() => void) | undefined;
  let woken = false;

  function wake(): void {
    woken = true;
    waiting?.();
    waiting = undefined;
  }

  return {
    put: (item) => {
      items.push(item);
      wake();
    },
    take: () => {
      const item = items[next];
      if (next < items.length) next += 1;
      if (next === items.length) {
        items = [];
        next = 0;
      }
      return item;
    },
    wait: () => {
      if (woken || next < items.length) {
        woken = false;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        waiting = () => {
          woken = false;
          resolve();
        };
      });
    },
    wake,
  };
}
