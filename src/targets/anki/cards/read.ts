import type { ReadAsset } from '../../../files/asset.ts';
import { once } from '../../../text/once.ts';
import type { NoteType, Template } from '../note-types.ts';

/** A comment on a line of its own: `<!-- include: top.html -->`, `// include: shuffle.js`, `/* include: text.css *\/`. */
const include = /^(?:<!--|\/\/|\/\*) include: ([a-z0-9.-]+)(?: -->| \*\/)?$/gm;

/** What our linter is told is of no use on a card; of a script only what runs is, for each card that is shown brings it along. */
const lintNote = /^ *\/\* biome-ignore.*\n/gm;
const scriptNote = /^ *\/\/.*\n|^ *\/\*\*[\s\S]*?\*\/\n|^\n|^ +/gm;

/**
 * A reader of the templates, scripts and style sheets that stand beside this file, by name (`basic.front.html`), with what
 * they include put in place: Anki wants each side of a card as one text.
 */
export function cardReader(readAsset: ReadAsset): (name: string) => string {
  const included = (_line: string, part: string): string => read(part);
  const read = once(
    (name: string) =>
      cleaned(
        readAsset(new URL(name, import.meta.url)),
        name.endsWith('.js') ? scriptNote : lintNote,
      ).replace(include, included),
    new Map(),
  );
  return read;
}

const cleaned = (source: string, note: RegExp): string =>
  source.replaceAll('\r\n', '\n').replace(note, '').trimEnd();

/** A note type with what its cards look like. */
export interface Dressed extends NoteType {
  readonly templates: readonly (Template & { readonly front: string; readonly back: string })[];
  readonly css: string;
}

/** A note type with its templates and its style sheet, as `cardReader` reads them. */
export const dressed = (type: NoteType, read: (name: string) => string): Dressed => ({
  ...type,
  templates: type.templates.map((template) => ({
    ...template,
    front: read(`${template.file}.front.html`),
    back: read(`${template.file}.back.html`),
  })),
  css: read('card.css'),
});
