import type { Bank } from '../../bank/bank.ts';
import type { Citation, Passage, Picture, Question } from '../../bank/question.ts';
import { rank } from '../../files/hash.ts';
import { firstId, type NoteQuestion } from '../../identity/note.ts';
import type { KnownParts } from '../../identity/parts/part.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import { present } from '../../text/present.ts';
import { type Deletion, deletionsOf } from '../../text/tree.ts';
import { wordsFor } from '../../words/index.ts';
import { deckName } from './deck-name.ts';
import { ankiAttribute, ankiText, type HtmlOptions, hintHtml, toHtml } from './html.ts';
import { ankiKind } from './kinds/index.ts';
import type { FieldContext } from './kinds/kind.ts';
import { type NoteType, noteTypes } from './note-types.ts';
import { speech } from './speech.ts';
import { tagsOf } from './tags.ts';

/** The content of a note: what an import would write into the learner's collection. */
export interface NoteContent {
  readonly type: NoteType;
  /** HTML, in the note type's order. */
  readonly fields: readonly (readonly [name: string, html: string])[];
  readonly tags: readonly string[];
  /** The deck, with `::` between levels. */
  readonly deck: string;
  /** The ordinals of its cards, from 0, ascending. */
  readonly cards: readonly number[];
}

/** The fields as Anki keeps them, in one text. */
export const joinedFields = ({ fields }: NoteContent): string =>
  fields.map(([, html]) => html).join('\u001f');

/** The name under which the package holds a file of the bank. */
export type MediaName = (file: string) => string;

/** Writes a question as a note; `numbered` are its parts with their numbers, if its kind has any. */
export function noteContent(
  bank: Bank,
  question: NoteQuestion,
  numbered: KnownParts | undefined,
  mediaName: MediaName,
): NoteContent {
  const kind = ankiKind(question);
  const type = noteTypes[kind.type];
  const numbers = numbered?.parts.map(({ number }) => number) ?? [];
  const context = fieldContext(bank, question, numbers, mediaName);
  const spoken = kind.say?.(question);
  const sounds = [
    question.audio && `[sound:${mediaName(question.audio)}]`,
    spoken && speech(spoken, bank.language),
  ];
  const values: Readonly<Record<string, string | undefined>> = {
    ...commonFieldsOf(bank, question, context.html, mediaName),
    Audio: sounds.join(''),
    Data: ankiText(JSON.stringify({ bank: bank.id, id: firstId(question), ...kind.data?.(question) })),
    ...kind.fields(question, context),
  };
  return {
    type,
    // Anki keeps text in this form and would write any other anew.
    fields: type.fields.map(({ name }) => [name, (values[name] ?? '').normalize('NFC')]),
    tags: tagsOf(bank, question),
    deck: deckName(bank, question.topic),
    cards: cardsOf(type, numbers),
  };
}

function fieldContext(
  bank: Bank,
  question: NoteQuestion,
  numbers: readonly number[],
  mediaName: MediaName,
): FieldContext {
  const options: HtmlOptions = { image: mediaName };
  const cloze = (at: number, answer: string, hint?: string) => {
    const number = present(numbers[at], `number of part ${at} of "${question.id}"`);
    return asCloze(number, answer, hint);
  };
  return {
    html: (source) => toHtml(parseMarkdown(source), options),
    clozeHtml(source) {
      const tree = parseMarkdown(source, { deletions: true });
      // Not by its index, which counts what stands in the name of a picture too and is no part.
      const places = new Map(deletionsOf(tree).map((node, at) => [node, at]));
      const placeOf = (node: Deletion) => present(places.get(node), 'place of a deletion in its text');
      const deletion = (node: Deletion, answer: string) => cloze(placeOf(node), answer, node.hint);
      return toHtml(tree, { ...options, deletion });
    },
    cloze,
    seed: rank(bank.id, firstId(question)),
    language: bank.language,
  };
}

/** The ordinals of a note's cards: one for each number, or one for each template. */
export const cardsOf = ({ cloze, templates }: NoteType, numbers: readonly number[]): number[] =>
  cloze
    ? [...new Set(numbers)].sort((a, b) => a - b).map((number) => number - 1)
    : templates.map((_template, ordinal) => ordinal);

/** A deletion as `asCloze` writes it: its number, its answer and its hint, of which none has a mark of the others in it. */
export const writtenCloze = /\{\{c(\d+)::((?:(?!::|\}\})[\s\S])*)(?:::(?:(?!\}\})[\s\S])*)?\}\}/g;

/** In a cloze `::` begins a hint and `}}` ends it, so both are kept apart where the author meant the characters. */
export function asCloze(number: number, answer: string, hint?: string): string {
  const plain = (html: string) => html.replaceAll('::', ':&#58;').replaceAll('}}', '}&#125;');
  return `{{c${number}::${plain(answer)}${hint === undefined ? '' : `::${plain(hintHtml(hint))}`}}}`;
}

function commonFieldsOf(
  bank: Bank,
  question: Question,
  html: (source: string) => string,
  mediaName: MediaName,
) {
  const { image, hint, why, cite, retired, topic, passage } = question;
  return {
    Image: image && pictureHtml(image, mediaName),
    Hint: hint && html(hint),
    Why: why && html(why),
    Source: cite.map((citation) => citationHtml(bank, citation)).join('<br>'),
    Notice: retired && ankiText(wordsFor(bank.language).withdrawn.replace('%', retired)),
    Topic: ankiText(topic),
    Language: bank.language,
    Passage: passage && passageHtml(passage, html, mediaName),
  };
}

function passageHtml(passage: Passage, html: (source: string) => string, mediaName: MediaName): string {
  const { prompt, title, text, image } = passage;
  return [
    `<p class="direction">${html(prompt)}</p>`,
    title && `<h2>${html(title)}</h2>`,
    text && `<div>${html(text)}</div>`,
    image && pictureHtml(image, mediaName),
  ].join('');
}

const pictureHtml = ({ file, alt }: Picture, mediaName: MediaName): string =>
  `<img src="${ankiAttribute(mediaName(file))}" alt="${ankiAttribute(alt)}">`;

function citationHtml(bank: Bank, { source, paragraph, quote }: Citation): string {
  const work = source === undefined ? undefined : bank.sources[source];
  const parts = [
    work?.author && ankiText(work.author),
    work && `<em>${ankiText(work.title)}</em>`,
    paragraph && `¶ ${paragraph}`,
  ].filter(Boolean);
  const words = quote === undefined ? '' : ` “${ankiText(quote)}”`;
  return parts.join(', ') + (quote && parts.length > 0 ? `:${words}` : words);
}
