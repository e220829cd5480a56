import stringWidth from 'string-width';

/** "1 card", "3 cards" */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** How many columns a text takes on a terminal. To tell what is wide takes long, and most texts are plain. */
export const columnsOf = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));

/** How wide a text is printed on a terminal of so many columns. */
export const widthOf = (columns: number): number => Math.min(Math.max(columns, 40), 100);

/** A message of some sentences, fitted to the terminal. */
export const paragraph = (text: string, { columns }: { readonly columns: number }): string =>
  `${wrap(text, '', widthOf(columns))}\n`;

/** Breaks a sentence between words; every line but the first is indented. */
export function wrap(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Time that has passed: "1.2 s". */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
