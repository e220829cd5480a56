import type { Bank } from '../../bank/bank.ts';
import { sentenceOf } from '../../bank/kinds/cloze.ts';
import { type Asked, answered } from '../../bank/question.ts';
import type { Changes } from '../../identity/changes.ts';
import { plainText, toPlain } from '../../text/plain.ts';
import { present } from '../../text/present.ts';
import { wordsFor } from '../../words/index.ts';
import { type Corrected, correctable, type ReleaseWords, releaseCounts } from '../../words/words.ts';
import type { Release } from '../target.ts';
import { fieldNames } from './writer.ts';

/** The questions that change for learners, each once, in the order of the bank. */
export interface Grouped {
  readonly corrected: readonly { readonly question: Asked; readonly what: readonly Corrected[] }[];
  readonly added: readonly Asked[];
  readonly withdrawn: readonly Asked[];
  /** Became another note type: another card, which has the place of the one that learners have. */
  readonly replaced: readonly Asked[];
  /** Had left the bank or been withdrawn. */
  readonly restored: readonly Asked[];
  /** What is read of them stays: their tags or their topic are others. */
  readonly sorted: readonly Asked[];
  /** How many left the bank without having been withdrawn: what they said is no longer known. */
  readonly removed: number;
}

/** What of a question each field shows; what is left out here sorts the question. */
const shown: Readonly<Record<string, Corrected>> = {
  ...{ Question: 'question', Term: 'question', Prompt: 'question', Header: 'question' },
  ...{ Text: 'answer', Whole: 'answer', Passage: 'text' },
  ...{ Occlusion: 'picture', Image: 'picture' },
  Options: 'options',
  ...{ Answer: 'answer', Meaning: 'answer', Typed: 'answer', 'Back Extra': 'answer' },
  ...{ Why: 'explanation', Hint: 'hint', Source: 'source', Audio: 'sound' },
};

/** What a field shows where a kind fills it with something else. */
const shownBy: Readonly<Record<string, Readonly<Record<string, Corrected>>>> = {
  cloze: { Text: 'text' },
  claim: { Options: 'answer' },
  order: { Options: 'answer' },
};

/** Sorts what changes by what it is to learners. */
export function grouped(bank: Bank, changes: Changes): Grouped {
  const questions = new Map(answered(bank.questions).map((question) => [question.id, question]));
  const of = (id: string): Asked => present(questions.get(id), `question "${id}" in the bank`);
  const replaced = changes.retyped.flatMap(({ id, again }) => (again ? [id] : []));
  const isOther = new Set(replaced);
  const others = (ids: readonly string[]) => ids.filter((id) => !isOther.has(id)).map(of);
  const back = others(changes.restored);
  // A question that is withdrawn now is not among these.
  const isBack = ({ fields }: Changes['changed'][number]) => fields.includes(fieldNames.notice);
  const changed = changes.changed
    .filter((each) => !isBack(each))
    .map(({ id, fields }) => ({ question: of(id), what: whatOf(of(id), fields) }));
  return {
    corrected: changed.filter(({ what }) => what.length > 0),
    added: others(changes.added),
    withdrawn: [...changes.retired.map(of), ...back.filter(({ retired }) => retired)],
    replaced: replaced.map(of),
    restored: [
      ...back.filter(({ retired }) => !retired),
      ...changes.changed.filter(isBack).map(({ id }) => of(id)),
    ],
    sorted: changed.filter(({ what }) => what.length === 0).map(({ question }) => question),
    removed: changes.gone.filter(({ retired }) => !retired).length,
  };
}

function whatOf({ kind }: Asked, fields: readonly string[]): Corrected[] {
  const all = new Set(fields.map((field) => shownBy[kind]?.[field] ?? shown[field]));
  return correctable.filter((what) => all.has(what));
}

/** What a version brings, in numbers and in sentences. */
export function releaseOf(bank: Bank, changes: Changes): Release {
  const groups = grouped(bank, changes);
  const entries = releaseCounts.map((name) => {
    const group = groups[name];
    return [name, typeof group === 'number' ? group : group.length] as const;
  });
  const counts = Object.fromEntries(entries) as Release['counts'];
  return {
    version: bank.version ?? null,
    date: bank.date ?? null,
    counts,
    sentences: sentencesOf(bank, groups, counts, changes.emptied.length > 0),
  };
}

function sentencesOf(
  bank: Bank,
  groups: Grouped,
  counts: Release['counts'],
  hasEmptyCards: boolean,
): string[] {
  const { language, release: words } = wordsFor(bank.language);
  const counted = releaseCounts
    .filter((name) => counts[name] > 0)
    .map((name) => count(words, name, counts[name]));
  if (counted.length === 0) return [];
  const { corrected, withdrawn, replaced, restored, sorted, removed } = groups;
  const updated = [
    ...corrected.map(({ question }) => question),
    ...[withdrawn, replaced, restored, sorted].flat(),
  ];
  const sentences = [
    capital(
      words.summary.replace('%', () => counted.join(words.comma)),
      language,
    ),
    updated.length > 0 && words.edits.replace('%', () => listed(bank, updated)),
    replaced.length > 0 && words.replacedBy,
    hasEmptyCards && words.emptyCards,
    removed > 0 && words.removedStay,
  ];
  return sentences.filter((sentence) => sentence !== false);
}

/** "2 corrected" */
export const count = (words: ReleaseWords, name: keyof Grouped, number: number): string =>
  words[name].replace('#', String(number));

/** A sentence or a heading with a capital letter, as the language writes it. */
export const capital = (text: string, language: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));

/** More questions than this are counted, not listed. */
const mostNamed = 6;

function listed(bank: Bank, questions: readonly Asked[]): string {
  const { comma } = wordsFor(bank.language).release;
  const names = questions.slice(0, mostNamed).map((question) => nameOf(bank, question));
  const more = questions.length - mostNamed;
  return more > 0 ? `${names.join(comma)} … (+${more})` : names.join(comma);
}

/** A question's text in quotation marks, plain, without what its gaps hide, and short enough for a list. */
export function nameOf({ language }: Bank, question: Asked): string {
  const text =
    question.kind === 'cloze' ? toPlain(sentenceOf(question), () => '…') : plainText(question.prompt);
  return wordsFor(language).release.quoted.replace('%', () => shortened(text, language));
}

const longestName = 80;

/** A text that is cut at a word, or inside one that is too long itself. */
function shortened(text: string, language: string): string {
  if (text.length <= longestName) return text;
  const kept = beginning(text, language, 'word') || beginning(text, language, 'grapheme');
  return `${kept.replace(/[\s\p{P}]+$/u, '')}…`;
}

function beginning(text: string, language: string, granularity: 'word' | 'grapheme'): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity }).segment(text)) {
    if (kept.length + segment.length > longestName) break;
    kept += segment;
  }
  return kept;
}
