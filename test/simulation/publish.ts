import leven from 'leven';
import type { Lock } from '../../src/identity/lock.ts';
import type { Settled } from '../../src/identity/settle.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { amended } from './answer.ts';
import { bankOf } from './bank.ts';
import { type Decisions, packBank, type Risk, settleBank } from './product.ts';
import type { Deeds } from './question-edits.ts';
import { type Ledger, ledgerKey, publishedNotes, type Release, type Work, written } from './release.ts';
import { type Question, shownParts, type Truth } from './truth.ts';

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

/** Builds, answers what the build stops at as an author who knows the truth, and builds again from the same lock. */
export function publish(first: Truth, work: Work): Built {
  let truth = first;
  let decisions: Decisions = { accept: [], published: [] };
  const stops: Stop[] = [];
  const said = new Set<string>(work.known);
  const stuck: string[] = [];
  let heeded = 0;
  for (let turn = 0; ; turn++) {
    const settled = settleBank(bankOf(truth), work.lock, work.time, decisions);
    const { risks } = settled.changes;
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
 * Where nobody but the author can know, and the build tells of it without stopping: a card is among those that are empty, from
 * now on or already, though its part is there, with no word of what it was; or a card is said to be about something else.
 */
function overlooked(
  { questions }: Truth,
  { changes, lock }: Settled<NoteContent>,
  work: Work,
): readonly Risk[] {
  const ownerOf = (question: Question, number: number) => work.ledger.get(ledgerKey(question))?.get(number);
  const find = (id: string) => questions.find((each) => each.id === id);
  // Also what had gone, and is back in words that nobody has seen.
  const empty = questions.flatMap(({ id }) =>
    (lock.notes[id]?.goneParts ?? []).map((gone) => ({ id, ...gone })),
  );
  const lost = empty.flatMap(({ id, number, text }): Risk[] => {
    const question = find(id);
    const part = question && shownParts(question).find(({ self }) => self === ownerOf(question, number));
    const before = text ?? work.texts.get(part?.self ?? '');
    if (!part || before === undefined || isAlike(before, part.text)) return [];
    return [{ what: 'lost', id, number, before, now: part.text, at: undefined }];
  });
  const moved = changes.edited.flatMap(({ id, number, before, now }): Risk[] => {
    const question = find(id);
    const parts = question ? shownParts(question).filter(({ text }) => text === now) : [];
    if (!question || before === undefined) return [];
    const isOwn = parts.some(({ self }) => self === ownerOf(question, number));
    return isOwn ? [] : [{ what: 'moved', id, number, before, now, at: undefined }];
  });
  return [...lost, ...moved];
}

/** True where a build can be asked to see that two texts are of one part, or may be of two. */
function isAlike(one: string, other: string): boolean {
  const [words, others] = [one, other].map((text) => text.toLowerCase().split(/\W+/));
  // Nobody can tell whether another number, also one of the Romans, is a slip.
  const numbers = (text: string) => text.match(/\d+|\b[IVX]+\b/g)?.join('') ?? '';
  const shared = words?.some((word) => word.length > 4 && others?.includes(word));
  return numbers(one) === numbers(other) && (shared || leven(one, other) <= 2);
}
