import type { Quiz } from '../../bank/bank.ts';
import { stemsOf, tellingOf } from '../../bank/kinds/index.ts';
import { eachQuestion, type Question } from '../../bank/question.ts';
import { once } from '../../text/once.ts';
import { present } from '../../text/present.ts';
import type { Cue } from './problem.ts';

/** What a question gives away and what it asks for, as words in lower case with single spaces between and around. */
interface Wording {
  readonly stems: string;
  readonly answers: readonly string[];
}

/** A word shorter than this stands in many a stem by chance. */
const shortestWord = 5;

/** The answer of `asked` that stands in the stem of `other`, or undefined where none does or one of them waives it. */
export function cue(other: Question, asked: Question): string | undefined {
  return [other, asked].some(({ waive }) => Object.hasOwn(waive, 'cueing'))
    ? undefined
    : givenAway(other, asked);
}

/** The answer of `asked` that stands in the stem of `other`, whatever they waive; undefined where none does. */
export function givenAway(other: Question, asked: Question): string | undefined {
  if (other === asked) return undefined;
  const { stems } = wordingOf(other);
  return wordingOf(asked)
    .answers.find((answer) => stems.includes(answer))
    ?.trim();
}

/** True when one of two questions gives away the other's answer. */
export const clash = (one: Question, two: Question): boolean => clashesWith(one)(two);

/** Looked up once, for a search asks again and again. */
const clashesWith = once(
  (one: Question) =>
    once((two: Question): boolean => (cue(one, two) ?? cue(two, one)) !== undefined, new WeakMap()),
  new WeakMap(),
);

/** More pairs of one quiz nobody reads. */
const mostCues = 1000;

/** The pairs of a quiz of which one gives away the other's answer. */
export function cuesOf(
  quiz: Quiz,
  sections: readonly { readonly named: readonly Question[]; readonly picked: readonly Question[] }[],
): Cue[] {
  const named = quiz.sections.flatMap(({ questions }, section) =>
    questions.map((id, at) => [id, { section, at }] as const),
  );
  // A question that is named twice is printed where it is named first.
  const places = new Map(named.reverse());
  const picks = sections.flatMap(({ picked }, section) => picked.map((each) => [each, section] as const));
  // One that several sections have picked stands in the first.
  const sectionOf = new Map(picks.reverse());
  const all = sections.flatMap((each) => [...each.named, ...each.picked]);
  const tellersOf = tellersAmong(all);
  const cues: Cue[] = [];
  for (const asked of all) {
    for (const other of tellersOf(asked)) {
      const answer = cue(other, asked);
      if (answer === undefined) continue;
      if (cues.length === mostCues) return cues;
      const section = sectionOf.get(other) ?? -1;
      const place = places.get(other.id) ?? places.get(asked.id) ?? { section, at: undefined };
      cues.push({ is: 'cue', asked: asked.id, other: other.id, answer, ...place });
    }
  }
  return cues;
}

/** True when a question of these gives away another's answer, or another of these its own. */
export const cluesAmong = once((all: readonly Question[]) => {
  const tellersOf = tellersAmong(all);
  const told = new Set<Question>();
  for (const asked of all) {
    if (told.size === all.length) break;
    for (const other of tellersOf(asked)) {
      const isNew = !told.has(asked) || !told.has(other);
      if (isNew && givenAway(other, asked) !== undefined) told.add(asked).add(other);
    }
  }
  return (question: Question): boolean => told.has(question);
}, new WeakMap());

/**
 * A function that gives the questions which may give away the answer of one: those with all its words in their stems.
 * They are found by the answer's rarest word, since to hold each against each takes too long.
 */
function tellersAmong(all: readonly Question[]): (asked: Question) => Question[] {
  const withWord = new Map<string, number[]>();
  for (const [at, question] of all.entries())
    for (const word of new Set(wordingOf(question).stems.split(' '))) {
      const places = withWord.get(word);
      if (places) places.push(at);
      else withWord.set(word, [at]);
    }
  return (asked) => {
    const places = wordingOf(asked).answers.flatMap((answer) => {
      const words = answer
        .trim()
        .split(' ')
        .map((word) => withWord.get(word) ?? []);
      return words.reduce((rarest, each) => (each.length < rarest.length ? each : rarest));
    });
    return [...new Set(places)].sort((a, b) => a - b).map((at) => present(all[at], 'question at its place'));
  };
}

const wordingOf = once((question: Question): Wording => {
  const parts = eachQuestion([question]);
  return {
    stems: parts.flatMap(stemsOf).map(normalised).join('|'),
    answers: parts.flatMap(tellingOf).map(normalised).filter(isTelling),
  };
}, new WeakMap());

/** Words in lower case; what stands between parts of a text stays as a bar, so that no answer reaches across. */
function normalised(text: string): string {
  const words = text.normalize('NFKC').toLowerCase();
  return ` ${(words.match(/[\p{L}\p{M}\p{N}]+|\|/gu) ?? []).join(' ')} `;
}

function isTelling(answer: string): boolean {
  const words = answer.trim().split(' ');
  const letters = answer.match(/\p{L}/gu)?.length ?? 0;
  return words.length > 1 ? letters > 0 : letters >= shortestWord;
}
