import type { NoteKind } from '../../identity/note.ts';
import { ankiText } from './html.ts';
import { writtenCloze } from './note.ts';
import type { NoteType } from './note-types.ts';
import { plainField } from './plain-field.ts';

/** A part as the note of a package has it. */
export interface PublishedPart {
  readonly number: number;
  /** What tells it from the other parts of the note. */
  readonly html: string;
  /** The same as text; undefined where the note does not tell what its cards asked for. */
  readonly text: string | undefined;
}

/** The parts of a note of a type that has some, in the order of its question, and the kind that the question was. */
export function publishedParts(
  { key }: NoteType,
  fields: readonly (readonly [name: string, html: string])[],
): { kind: NoteKind | undefined; parts: PublishedPart[] } | undefined {
  const field = (name: string) => fields.find(([each]) => each === name)?.[1] ?? '';
  if (key === 'diagram') return { kind: 'diagram', parts: deletionsIn(field('Back Extra')) };
  if (key !== 'cloze') return undefined;
  const text = field('Text');
  if (field('Options') !== '') return { kind: 'match', parts: pairsIn(text) };
  if (field('Whole') === '') return { kind: 'cloze', parts: deletionsIn(text) };
  // The whole list stands in a deletion with the items in it.
  const whole = /^\{\{c(\d+)::/.exec(field('Whole'))?.[1];
  const list = { number: Number(whole), html: ankiText('the whole list'), text: 'the whole list' };
  return { kind: 'list', parts: [list, ...deletionsIn(text)] };
}

const deletionsIn = (html: string): PublishedPart[] =>
  [...html.matchAll(writtenCloze)].map(([, number, answer = '']) => partOf(number, answer));

const partOf = (number: string | undefined, html: string): PublishedPart => ({
  number: Number(number),
  html,
  text: plainField(html),
});

/** A pair is known by its left side; the deletion is on the right. */
const pairsIn = (html: string): PublishedPart[] =>
  html
    .split('<div class="pair">')
    .slice(1)
    .flatMap((pair) => {
      const left = /<span class="left">([\s\S]*?)<\/span><span class="right">\{\{c(\d+)::/.exec(pair);
      return left ? [partOf(left[2], left[1] ?? '')] : [];
    });
