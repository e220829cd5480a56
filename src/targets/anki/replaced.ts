import type { Bank } from '../../bank/bank.ts';
import type { NoteTypeKey } from '../../identity/note.ts';
import { present } from '../../text/present.ts';
import { wordsFor } from '../../words/index.ts';
import { ankiText, withoutTags } from './html.ts';
import type { MediaNames } from './media.ts';
import { asCloze, cardsOf, type NoteContent, writtenCloze } from './note.ts';
import { commonFields, noteTypes } from './note-types.ts';
import { plainField } from './plain-field.ts';

/** A question and its answer, whatever the kind: HTML without deletions. */
interface Sides {
  readonly front: string;
  readonly back: string;
}

type Field = (name: string) => string;

/** The two sides of a note of each type. */
const sides: Readonly<Record<NoteTypeKey, (field: Field) => Sides>> = {
  basic: (field) => ({ front: field('Question'), back: field('Answer') }),
  typed: (field) => ({ front: field('Question'), back: field('Answer') }),
  term: (field) => ({ front: field('Term'), back: field('Meaning') }),
  cloze: (field) => ({
    front: field('Prompt') || replaceClozes(field('Text'), () => '[…]'),
    back: revealed(field('Text')),
  }),
  choice: (field) => ({ front: field('Question'), back: field('Answer') }),
  diagram: (field) => ({ front: field('Header'), back: revealed(field('Back Extra')) }),
};

/** The fields of a note of each type that show these sides on every card it has. */
const fill: Readonly<
  Record<NoteTypeKey, (sides: Sides, numbers: readonly number[]) => Readonly<Record<string, string>>>
> = {
  basic: ({ front, back }) => ({ Question: front, Answer: back }),
  typed: ({ front, back }) => ({ Question: front, Typed: ankiText(oneLine(back)), Answer: back }),
  term: ({ front, back }) => ({ Term: front, Meaning: back }),
  cloze: ({ front, back }, numbers) => ({ Prompt: front, Text: onEachCard(back, numbers) }),
  choice: ({ front, back }) => ({ Question: front, Answer: back }),
  diagram: ({ front, back }, numbers) => ({
    Occlusion: numbers.map((number) => asCloze(number, nothing)).join(''),
    Header: front,
    'Back Extra': onEachCard(back, numbers),
  }),
};

/** A mask that hides nothing: the picture it lay on may be gone. */
const nothing = 'image-occlusion:rect:left=0:top=0:width=0:height=0:oi=1';

/**
 * A GIF of one transparent pixel: where there is no picture Anki shows an error in its place. A file, since Anki's Check
 * Media makes one of a picture within a note, and so changes the note.
 */
const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (letter) =>
  letter.charCodeAt(0),
);

/** The same deletion for each number. As pairs, since a card shows only the pair that it asks. */
const onEachCard = (html: string, numbers: readonly number[]): string =>
  numbers.map((number) => `<div class="pair">${asCloze(number, html)}</div>`).join('');

/**
 * The note that a question left behind when it became another note type, which Anki cannot turn the old one into. It
 * keeps its type and the cards it had (`numbers` are those of its parts), says that it was replaced, and asks what the
 * question asks now.
 * @param now what the question's note says now
 * @param media names a picture, where the note needs one and the question has none
 */
export function replacedContent(
  bank: Bank,
  now: NoteContent,
  key: NoteTypeKey,
  numbers: readonly number[],
  media: MediaNames,
): NoteContent {
  const type = noteTypes[key];
  const named = new Map(now.fields);
  const field = (name: string) => present(named.get(name), `field "${name}" in a note of "${now.type.key}"`);
  const { front, back } = sides[now.type.key](field);
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(commonFields.map((name) => [name, field(name)])),
    Image: field('Image') || (key === 'diagram' ? `<img src="${media.keep(pixel, '.gif')}" alt="">` : ''),
    Notice: ankiText(wordsFor(bank.language).replaced),
    ...fill[key]({ front: unstyled(front), back: unstyled(back) }, numbers),
  };
  return {
    type,
    fields: type.fields.map(({ name }) => [name, values[name] ?? '']),
    tags: [...new Set([...now.tags, `${bank.id}::retired`])].sort(),
    deck: now.deck,
    cards: cardsOf(type, numbers),
  };
}

/**
 * Replaces each `{{c1::answer::hint}}`; what is inside is written by `asCloze`, so neither mark occurs in it. It stays apart
 * from a backslash before it or at its end, which would begin maths with a bracket that follows.
 */
const replaceClozes = (html: string, by: (answer: string) => string): string =>
  html.replace(
    new RegExp(`(\\\\?)${writtenCloze.source}`, 'g'),
    (_cloze, before: string, _number: string, answer: string) => {
      const shown = by(answer);
      return before || shown.endsWith('\\') ? `${before}<span>${shown}</span>` : shown;
    },
  );

/** What stood apart by a deletion must not become a tag of Anki's when it is gone. */
const revealed = (html: string): string => withoutTags(replaceClozes(html, (answer) => answer));

/** As it can be typed: without tags, the items of a list one after the other. */
const oneLine = (html: string): string => plainField(html.replace(/<\/li>(?=<li)/g, '; '));

/** Without the classes that the old type's style sheet and script would act on; the sides of a pair kept apart. */
const unstyled = (html: string): string =>
  html
    .replaceAll('</span><span class="right">', '</span> – <span>')
    .replace(/ (?:class|data-[a-z]+)="[^"]*"/g, '');
