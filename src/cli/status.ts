/** Work that is done sooner than this needs no telling, in milliseconds. */
const patience = 1000;

/** No more often than this, in milliseconds: drawing takes time too. */
const pause = 100;

/**
 * A line about work that goes on, drawn over by the next; it begins to show a second after it was made. What is longer
 * than `columns` is cut, for it would wrap, and could not be wiped away. `clock` gives milliseconds.
 */
export function statusLine(write: (text: string) => unknown, columns: number, clock: () => number) {
  let next = clock() + patience;
  let shown = false;
  return {
    show(text: string): void {
      const now = clock();
      if (now < next) return;
      next = now + pause;
      shown = true;
      write(`\r\u001b[K${text.slice(0, columns - 1)}`);
    },
    /** Wipes it away, so that something else can be written there. */
    hide(): void {
      if (shown) write('\r\u001b[K');
      shown = false;
    },
  };
}
