import type { Bank } from '../../bank/bank.ts';
import { fullCitation } from '../../bank/citation.ts';
import type { Citation, Passage, Picture, Question } from '../../bank/question.ts';
import { hexDigest, rank } from '../../files/hash.ts';
import type { Numbered } from '../../identity/parts.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import type { Deletion } from '../../text/tree.ts';
import { wordsFor } from '../../words/index.ts';
import { deckName } from './deck-name.ts';
import { escapeHtml, type HtmlOptions, toHtml } from './html.ts';
import { ankiKind } from './kinds/index.ts';
import type { NoteQuestion } from './kinds/kind.ts';
import { type NoteType, noteTypes } from './note-types.ts';
import { speech } from './speech.ts';
import { tagsOf } from './tags.ts';

/** The content of a note: what an import would write into the learner's collection. */
export interface NoteContent {
  readonly type: NoteType;
  /** In the note type's order. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** The deck, with `::` between levels. */
  readonly deck: string;
  /** The ordinals of its cards, from 0, ascending. */
  readonly cards: readonly number[];
}

/** The name under which the package holds a file of the bank. */
export type MediaName = (file: string) => string;

/** Writes a question as a note; `numbered` are its parts with their numbers, if its kind has any. */
export function noteContent(
  bank: Bank,
  question: NoteQuestion,
  numbered: Numbered | undefined,
  mediaName: MediaName,
): NoteContent {
  const kind = ankiKind(question);
  const type = noteTypes[kind.type];
  const numbers = numbered?.parts.map(([number]) => number) ?? [];
  const options: HtmlOptions = { image: mediaName };
  const html = (source: string) => toHtml(parseMarkdown(source), options);
  const clozeHtml = (source: string) =>
    toHtml(parseMarkdown(source, { deletions: true }), {
      ...options,
      deletion: (node, answer) => asCloze(numbers[node.index] ?? node.index + 1, node, answer),
    });
  // The first id it ever had: renaming a question changes nothing for learners.
  const first = question.was[0] ?? question.id;
  const seed = rank(bank.id, first);
  const cloze = (at: number, answer: string) => asCloze(numbers[at] ?? at + 1, {}, answer);
  const context = { html, clozeHtml, cloze, numbers, seed, language: bank.language };
  const values: Record<string, string> = {
    ...commonFieldsOf(bank, question, html, mediaName),
    Audio: soundOf(question, kind.say?.(question), bank.language, mediaName),
    Data: escapeHtml(JSON.stringify({ bank: bank.id, id: first, ...kind.data?.(question) })),
    ...kind.fields(question, context),
  };
  const cards = type.cloze
    ? [...new Set(numbers)].sort((a, b) => a - b).map((number) => number - 1)
    : type.templates.map((_template, ordinal) => ordinal);
  return {
    type,
    // Anki keeps text in this form and would write any other anew.
    fields: type.fields.map(({ name }) => (values[name] ?? '').normalize('NFC')),
    tags: tagsOf(bank, question),
    deck: deckName(bank, question.topic),
    cards,
  };
}

/** In a cloze `::` begins a hint and `}}` ends it, so both are kept apart where the author meant the characters. */
export function asCloze(number: number, node: Pick<Deletion, 'hint'>, answer: string): string {
  const plain = (html: string) => html.replaceAll('::', ':&#58;').replaceAll('}}', '}&#125;');
  const hint = node.hint === undefined ? '' : `::${plain(escapeHtml(node.hint))}`;
  return `{{c${number}::${plain(answer)}${hint}}}`;
}

function commonFieldsOf(
  bank: Bank,
  question: Question,
  html: (source: string) => string,
  mediaName: MediaName,
): Record<string, string> {
  const { image, retired } = question;
  return {
    Image: image ? pictureHtml(image, mediaName) : '',
    Hint: question.hint === undefined ? '' : html(question.hint),
    Why: question.why === undefined ? '' : html(question.why),
    Source: question.cite.map((citation) => citationHtml(bank, citation)).join('<br>'),
    Notice: retired ? escapeHtml(wordsFor(bank.language).withdrawn.replace('%', retired)) : '',
    Topic: escapeHtml(question.topic),
    Language: bank.language,
    Passage: question.passage ? passageHtml(question.passage, html, mediaName) : '',
  };
}

/** The recording, if there is one, then what is read aloud. */
function soundOf(
  { audio }: Question,
  spoken: string | undefined,
  language: string,
  mediaName: MediaName,
): string {
  const recording = audio === undefined ? '' : `[sound:${mediaName(audio)}]`;
  return recording + (spoken === undefined ? '' : speech(spoken, language));
}

function passageHtml(passage: Passage, html: (source: string) => string, mediaName: MediaName): string {
  const { prompt, title, text, image } = passage;
  const parts = [
    `<p class="direction">${html(prompt)}</p>`,
    title === undefined ? '' : `<h2>${html(title)}</h2>`,
    text === undefined ? '' : `<div>${html(text)}</div>`,
    image ? pictureHtml(image, mediaName) : '',
  ];
  return parts.join('');
}

const pictureHtml = ({ file, alt }: Picture, mediaName: MediaName): string =>
  `<img src="${escapeHtml(mediaName(file))}" alt="${escapeHtml(alt)}">`;

function citationHtml(bank: Bank, citation: Citation): string {
  const { author, title, paragraph, quote } = fullCitation(bank, citation);
  const parts = [author && escapeHtml(author), title && `<em>${escapeHtml(title)}</em>`, paragraph].filter(
    Boolean,
  );
  const words = quote === undefined ? '' : ` “${escapeHtml(quote)}”`;
  return parts.join(', ') + (quote && parts.length > 0 ? `:${words}` : words);
}

/** The hash of all that an import would update. */
export const contentHash = ({ fields, tags }: NoteContent): string =>
  hexDigest(24, fields.join('\u001f'), tags.join(' '));

/** A short hash of each field that is not empty, and of the tags, by name. */
export function fieldHashes(content: NoteContent): Record<string, string> {
  const entries = content.type.fields.flatMap(({ name }, at): [string, string][] => {
    const value = content.fields[at] ?? '';
    return value === '' ? [] : [[name, hexDigest(4, value)]];
  });
  return Object.fromEntries([...entries, ['Tags', hexDigest(4, content.tags.join(' '))]]);
}
