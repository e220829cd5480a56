import { readFileSync } from 'node:fs';

const cache = new Map<string, string>();

/** A comment on a line of its own: `<!-- include: top.html -->`, `// include: shuffle.js`, `/* include: text.css *\/`. */
const include = /^(?:<!--|\/\/|\/\*) include: ([a-z0-9.-]+)(?: -->| \*\/)?$/gm;

/** What our linter is told is of no use on a card. */
const lintNote = /^ *(?:\/\/|\/\*) biome-ignore.*\n/gm;

/**
 * A template, script or style sheet that stands beside this file, by its name (`basic.front.html`), with what it
 * includes put in place: Anki wants each side of a card as one text. Throws if there is no such file.
 */
export function readCard(name: string): string {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const source = readFileSync(new URL(`./${name}`, import.meta.url), 'utf8')
    .replaceAll('\r\n', '\n')
    .replace(lintNote, '')
    .trimEnd();
  const text = source.replace(include, (_line, part: string) => readCard(part));
  cache.set(name, text);
  return text;
}
