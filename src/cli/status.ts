/** The terminal that a status line is drawn on. */
export interface StatusScreen {
  readonly write: (text: string) => unknown;
  /** Columns; a longer line would wrap, and could not be wiped away. */
  readonly columns: number;
}

/** A line about work that goes on, drawn over by the next. */
export interface StatusLine {
  show(text: string): void;
  /** Wipes it away, so that something else can be written there. */
  hide(): void;
}

/** Work that is done sooner than this needs no telling, in milliseconds. */
const patience = 1000;

/** No more often than this, in milliseconds: drawing takes time too. */
const pause = 100;

/** A status line that begins to show a second after it was made. `clock` gives milliseconds. */
export function statusLine(screen: StatusScreen, clock: () => number): StatusLine {
  let next = clock() + patience;
  let shown = false;
  return {
    show(text) {
      const now = clock();
      if (now < next) return;
      next = now + pause;
      shown = true;
      screen.write(`\r\u001b[K${text.slice(0, screen.columns - 1)}`);
    },
    hide() {
      if (shown) screen.write('\r\u001b[K');
      shown = false;
    },
  };
}
