import type { Lock } from '../../src/identity/lock.ts';
import type { Settled } from '../../src/identity/settle.ts';
import { joinedFields, type NoteContent } from '../../src/targets/anki/note.ts';
import type { Pen } from './parts.ts';
import type { Deeds } from './question-edits.ts';
import { isPartKind, type Part, type Question, shownParts, type Truth } from './truth.ts';

/** A note as a package has it, and what truly stands behind its cards. */
export interface Published {
  readonly question: string;
  readonly id: string;
  readonly type: string;
  readonly kind: string;
  readonly changed: number;
  readonly fields: string;
  readonly tags: string;
  /** The numbers of its cards, from 1. */
  readonly cards: readonly number[];
  /** By number the parts that its card asks for; undefined of a note that its question left behind. */
  readonly asks: ReadonlyMap<number, readonly string[]> | undefined;
  /** Its parts as one reads them, each behind its number. */
  readonly reads: string;
  /** What was done to its question since the last release. */
  readonly deeds: string;
}

/** A version as its author published it. */
export interface Release {
  readonly name: string;
  /** Milliseconds. */
  readonly time: number;
  readonly lock: Lock;
  readonly notes: ReadonlyMap<string, Published>;
  /** Cards, as "guid number", of which the build said that they would ask for something else or end. */
  readonly said: ReadonlySet<string>;
}

/** Which part each number belongs to, by question and note type, as far as the author knows. */
export type Ledger = ReadonlyMap<string, ReadonlyMap<number, string>>;

export const ledgerKey = ({ self, kind }: Question): string =>
  `${self} ${kind === 'diagram' ? 'diagram' : 'cloze'}`;

/** What a build starts from, and what its author knows of the last one. */
export interface Work {
  readonly name: string;
  readonly lock: Lock;
  readonly time: number;
  readonly ledger: Ledger;
  readonly pen: Pen;
  readonly deeds: Deeds;
  /** What each part said in the last version, by who it is. */
  readonly texts: ReadonlyMap<string, string>;
  /** Cards of which the author knows that they will ask for something else or end. */
  readonly known?: readonly string[];
  /** Of two branches, the part whose number is published; undefined if learners have both or neither. */
  readonly publishedPart?: (question: Question, number: number) => string | undefined;
}

/** The notes of a build by their guids, and what stands behind each card. */
export function publishedNotes(
  truth: Truth,
  settled: Settled<NoteContent>,
  deeds: Deeds,
): Map<string, Published> {
  const byId = new Map(truth.questions.map((question) => [question.id, question]));
  const own = new Set<string>();
  return new Map(
    settled.notes.map(({ question: { id }, entry, content }) => {
      const question = byId.get(id);
      if (!question) throw new Error(`a note of "${id}", which is not in the bank`);
      const isOwn = !own.has(id);
      own.add(id);
      const published: Published = {
        question: question.self,
        id,
        type: entry.type,
        kind: question.kind,
        changed: entry.changed,
        fields: joinedFields(content),
        tags: content.tags.join(' '),
        cards: content.cards.map((ordinal) => ordinal + 1),
        asks: isOwn ? asked(question, content) : undefined,
        reads: isOwn ? readingOf(question, content) : '',
        deeds: (deeds.get(question.self) ?? []).join(', '),
      };
      return [entry.guid, published];
    }),
  );
}

/** The numbers of the deletions in a field, in the order in which they stand. */
const numbersIn = ({ fields }: NoteContent, field: string): readonly number[] => {
  const [, html = ''] = fields.find(([name]) => name === field) ?? [];
  return [...html.matchAll(/\{\{c(\d+)::/g)].map(([, number]) => Number(number));
};

/** Each part with its number, read from the note itself: its deletions stand in the order of the question's parts. */
function numberedParts(question: Question, content: NoteContent): readonly (readonly [number, Part])[] {
  const parts = shownParts(question);
  const numbers = numbersIn(content, question.kind === 'diagram' ? 'Occlusion' : 'Text');
  if (numbers.length !== parts.length)
    throw new Error(`"${question.id}" has ${parts.length} parts, its note ${numbers}`);
  return parts.map((part, at) => [numbers[at] ?? 0, part]);
}

const readingOf = (question: Question, content: NoteContent): string =>
  isPartKind(question.kind)
    ? numberedParts(question, content)
        .map(([number, { self, text }]) => `${number} ${text} (${self})`)
        .join(', ')
    : question.answer;

/** The parts that each card asks for. */
function asked(question: Question, content: NoteContent): ReadonlyMap<number, readonly string[]> {
  const asks = new Map<number, string[]>();
  const ask = (number: number, self: string) => asks.set(number, [...(asks.get(number) ?? []), self]);
  if (!isPartKind(question.kind)) {
    for (const ordinal of content.cards) ask(ordinal + 1, question.self);
    return asks;
  }
  for (const [number, { self }] of numberedParts(question, content)) ask(number, self);
  if (question.kind === 'list')
    for (const number of numbersIn(content, 'Whole')) ask(number, `${question.self} whole`);
  return asks;
}

/** What the author knows after a build: a number once given to a part is the part's. */
export function written(ledger: Ledger, { questions }: Truth, notes: ReadonlyMap<string, Published>): Ledger {
  const bySelf = new Map(questions.map((question) => [question.self, question]));
  const next = new Map(ledger);
  for (const { question: self, asks } of notes.values()) {
    const question = bySelf.get(self);
    if (!question || !asks || !isPartKind(question.kind)) continue;
    const numbers = new Map(next.get(ledgerKey(question)));
    for (const [number, selves] of asks) for (const each of selves) numbers.set(number, each);
    next.set(ledgerKey(question), numbers);
  }
  return next;
}
