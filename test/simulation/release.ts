import leven from 'leven';
import type { Lock } from '../../src/identity/lock.ts';
import type { Settled } from '../../src/identity/settle.ts';
import { joinedFields, type NoteContent } from '../../src/targets/anki/note.ts';
import { amended } from './answer.ts';
import { bankOf } from './bank.ts';
import type { Pen } from './part-edits.ts';
import { canSayWas, type Decisions, editedOf, packBank, type Risk, risksOf, settleBank } from './product.ts';
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

/** A build that stopped, and what the author answered. */
export interface Stop {
  readonly risk: Risk;
  readonly answer: string;
  readonly deeds: string;
}

export interface Built {
  readonly truth: Truth;
  /** The lock that it was built from. */
  readonly from: Lock;
  readonly decisions: Decisions;
  readonly release: Release;
  readonly ledger: Ledger;
  readonly stops: readonly Stop[];
  /** Stops that the author could not answer. */
  readonly stuck: readonly string[];
  /** Parts of which the author read in the build's lists what was wrong, and said which they are. */
  readonly heeded: number;
}

export interface Work {
  readonly name: string;
  readonly lock: Lock;
  readonly time: number;
  readonly ledger: Ledger;
  readonly pen: Pen;
  readonly deeds: Deeds;
  /** What each part said in the last version, by who it is. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of two branches, the part whose number is published; undefined if learners have both or neither. */
  readonly publishedPart?: (question: Question, number: number) => string | undefined;
}

/** Builds, answers what the build stops at as an author who knows the truth, and builds again from the same lock. */
export function publish(first: Truth, work: Work): Built {
  let truth = first;
  let decisions: Decisions = { accept: [], published: [] };
  const stops: Stop[] = [];
  const said = new Set<string>();
  const stuck: string[] = [];
  let heeded = 0;
  for (let turn = 0; ; turn++) {
    const settled = settleBank(bankOf(truth), work.lock, work.time, decisions);
    const risks = risksOf(settled.changes);
    const seen = risks.length > 0 ? [] : overlooked(truth, settled, work);
    if (turn > 12 || (risks.length === 0 && (seen.length === 0 || turn > 8))) {
      const notes = publishedNotes(truth, settled, work.deeds);
      const release = { name: work.name, time: work.time, lock: settled.lock, notes, said };
      return {
        truth,
        from: work.lock,
        decisions,
        release,
        ledger: written(work.ledger, truth, notes),
        stops,
        stuck,
        heeded,
      };
    }
    heeded += seen.length;
    for (const risk of [...risks, ...seen]) {
      const answer = turn > 8 ? given(risk) : amended(truth, decisions, risk, work);
      if (turn > 8) stuck.push(JSON.stringify(risk));
      truth = answer.truth;
      decisions = answer.decisions;
      const guid = guidOf(settled, risk.id);
      if (answer.said) said.add(`${guid} ${risk.number}`);
      if (!seen.includes(risk))
        stops.push({ risk, answer: answer.how, deeds: deedsOf(truth, risk.id, work.deeds) });
    }
    function given(risk: Risk) {
      const accept = [...decisions.accept, `${risk.id}:${risk.number}`];
      return { truth, decisions: { ...decisions, accept }, said: true, how: 'gave up' };
    }
  }
}

/** The version as a package. */
export async function packageOf({ truth, from, decisions, release }: Built): Promise<Uint8Array> {
  const { apkg, lock } = await packBank(bankOf(truth), from, release.time, decisions);
  expect(lock).toEqual(release.lock);
  return apkg;
}

const guidOf = (settled: Settled<NoteContent>, id: string): string =>
  settled.notes.find(({ question }) => question.id === id)?.entry.guid ?? '';

const deedsOf = ({ questions }: Truth, id: string, deeds: Deeds): string =>
  (deeds.get(questions.find((question) => question.id === id)?.self ?? '') ?? []).join(', ');

/**
 * Where nobody but the author can know, and the build tells of it without stopping: a card is among those that are empty
 * from now on though its part is there, with no word of what it was; or a card is said to be about something else.
 */
function overlooked({ questions }: Truth, { changes }: Settled<NoteContent>, work: Work): readonly Risk[] {
  if (!canSayWas) return [];
  const ownerOf = (question: Question, number: number) => work.ledger.get(ledgerKey(question))?.get(number);
  const find = (id: string) => questions.find((each) => each.id === id);
  const empty = changes.emptied.flatMap(({ id, numbers }) => numbers.map((number) => ({ id, number })));
  const lost = empty.flatMap(({ id, number }): Risk[] => {
    const question = find(id);
    const part = question && shownParts(question).find(({ self }) => self === ownerOf(question, number));
    const before = work.texts.get(part?.self ?? '');
    if (!part || before === undefined || isAlike(before, part.text)) return [];
    return [{ what: 'lost', id, number, before, now: part.text }];
  });
  const moved = editedOf(changes).flatMap(({ id, number, before, now }): Risk[] => {
    const question = find(id);
    const parts = question ? shownParts(question).filter(({ text }) => text === now) : [];
    if (!question || before === undefined || isAlike(before, now)) return [];
    const isOwn = parts.some(({ self }) => self === ownerOf(question, number));
    return isOwn ? [] : [{ what: 'moved', id, number, before, now }];
  });
  return [...lost, ...moved];
}

/** True where a build can be asked to see that two texts are of one part, or may be of two. */
function isAlike(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => text.toLowerCase().split(/\W+/));
  const numbers = (text: string) => text.replace(/\D/g, '');
  const shared = words?.some((word) => word.length > 3 && others?.includes(word));
  return numbers(one) === numbers(other) && (shared || leven(one, other) <= 2);
}

function publishedNotes(truth: Truth, settled: Settled<NoteContent>, deeds: Deeds): Map<string, Published> {
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
function written(ledger: Ledger, { questions }: Truth, notes: ReadonlyMap<string, Published>): Ledger {
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
