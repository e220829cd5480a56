/** The lines of a text: which line an offset is on, and where a line and column are. Counted once, asked often. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The 1-based line of an offset. */
  lineOf(offset: number): number {
    return lastUpTo(this.#starts, (start) => start, offset) + 1;
  }

  /** The offset of a 1-based line and column; a column is a character (Unicode code point). */
  offsetOf(line: number, column: number): number {
    let at = this.#starts[line - 1] ?? this.#text.length;
    for (let left = column - 1; left > 0 && at < this.#text.length; left--)
      at += (this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
  }
}

/** The index of the last item whose place is not behind `offset`, or −1; the items' places go upwards. */
export function lastUpTo<Item>(
  items: readonly Item[],
  place: (item: Item) => number,
  offset: number,
): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (place(items[middle] as Item) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
