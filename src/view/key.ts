import type { Bank, Quiz } from '../bank/bank.ts';
import type { Citation } from '../bank/question.ts';
import { letter } from '../quiz/letters.ts';
import { longestRun } from '../quiz/versions/balance.ts';
import { keyLetters, type Printed, printedOf, type Version } from '../quiz/versions/printed.ts';
import { paperKind } from '../targets/prints/kinds/index.ts';
import type { Desk, Solution } from '../targets/prints/kinds/kind.ts';
import type { TypstBlock, TypstInline } from '../typst/markup.ts';
import { count, decimal, type Words } from '../words/words.ts';
import { type Sheet, sheetOf, sum } from './document.ts';
import { type KeyGrid, keyGrids } from './key-grid.ts';
import { sectionTitle } from './paper.ts';
import { plainText } from './texts.ts';

/** The data of `key.typ`. */
export interface KeyData extends Sheet {
  /** The sources that answers cite: mark and full title. */
  readonly sources: readonly { readonly mark: string; readonly full: string }[];
  /** All versions side by side, in as many tables as have room; none where there is one version only. */
  readonly grids: readonly KeyGrid[];
  readonly versions: readonly KeyVersion[];
}

export interface KeyVersion {
  readonly letter: string;
  readonly points: string;
  /** Letters and words to compare at a glance. */
  readonly glance: readonly { readonly number: number; readonly mark: string }[];
  /** "Right answers by letter: A 5, B 6, C 4; longest run 2"; empty where nothing is lettered. */
  readonly balance: string;
  readonly sections: readonly {
    readonly title: readonly TypstInline[] | null;
    readonly entries: readonly KeyEntry[];
  }[];
}

export interface KeyEntry extends Solution {
  readonly number: number;
  readonly id: string;
  readonly worth: string;
  readonly why: readonly TypstBlock[];
  readonly cites: readonly { readonly mark: string; readonly paragraph: string; readonly quote: string }[];
}

/** The key's data, from the versions that the papers print. */
export function keyData(bank: Bank, quiz: Quiz, versions: readonly Version[], desk: Desk): KeyData {
  const { words } = desk;
  const sources = citedSources(bank, versions);
  const entry = (printed: Printed) => entryData(bank, printed, desk, sources.length > 1);
  return {
    ...sheetOf(bank, quiz, desk, `${plainText(quiz.title)}: ${words.answerKey}`),
    sources,
    grids: versions.length > 1 ? keyGrids(versions, desk) : [],
    versions: versions.map((version) => ({
      letter: version.letter,
      points: count(words, 'points', sum(printedOf(version))),
      glance: glance(version, desk),
      balance: balanceOf(version, words),
      sections: version.sections.map((section, at) => ({
        title: sectionTitle(version, at, desk),
        entries: section.blocks.flatMap(({ questions }) => questions.map(entry)),
      })),
    })),
  };
}

function entryData(bank: Bank, printed: Printed, desk: Desk, severalSources: boolean): KeyEntry {
  const { number, points, question } = printed;
  return {
    number,
    id: question.id,
    worth: decimal(desk.words, points),
    ...paperKind(question).solution(printed, desk),
    why: question.why === undefined ? [] : desk.texts.blocks(question.why),
    cites: question.cite.map((cite) => ({
      mark: severalSources ? markOf(bank, cite) : '',
      paragraph: cite.paragraph === undefined ? '' : `¶ ${cite.paragraph}`,
      quote: cite.quote ?? '',
    })),
  };
}

function glance(version: Version, desk: Desk): KeyVersion['glance'] {
  return printedOf(version)
    .map((printed) => ({
      number: printed.number,
      mark: paperKind(printed.question).solution(printed, desk).mark,
    }))
    .filter(({ mark }) => mark !== '');
}

function balanceOf(version: Version, words: Words): string {
  const printed = printedOf(version);
  const choices = printed.filter(({ question }) => question.kind === 'choice');
  if (choices.length === 0) return '';
  const keys = choices.flatMap(keyLetters);
  const most = Math.max(...choices.map(({ options }) => options.length));
  const counts = Array.from({ length: most }, (_, at) => letter(at)).map(
    (one) => `${one} ${keys.filter((key) => key === one).length}`,
  );
  const run = longestRun(printed.map((one) => paperKind(one.question).mark(one)));
  return `${words.byLetter}: ${counts.join(', ')}; ${words.longestRun} ${run}`;
}

/** How a source is named beside an answer: its author and the first words of its title. */
function markOf(bank: Bank, { source }: Citation): string {
  const found = source === undefined ? undefined : bank.sources[source];
  if (!found) return source ?? '';
  const author = found.author?.split(' ').at(-1);
  return author ? `${author}, ${found.title}` : found.title;
}

/** The sources that the versions' questions cite, in the order of the bank. */
function citedSources(bank: Bank, versions: readonly Version[]): KeyData['sources'] {
  const cited = new Set(
    versions.flatMap(printedOf).flatMap(({ question }) => question.cite.map(({ source }) => source)),
  );
  return Object.entries(bank.sources)
    .filter(([name]) => cited.has(name))
    .map(([name, { author, title, published }]) => ({
      mark: markOf(bank, { source: name }),
      full: [author, title, published].filter((part) => part !== undefined).join(', '),
    }));
}
