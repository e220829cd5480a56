import type { Bank, Quiz } from '../bank/bank.ts';
import type { Citation } from '../bank/question.ts';
import { letter } from '../quiz/letters.ts';
import { longestRun } from '../quiz/versions/balance.ts';
import { keyLetters, markOf, type Printed, printedOf, type Version } from '../quiz/versions/printed.ts';
import { greatest } from '../text/greatest.ts';
import { plainText } from '../text/plain.ts';
import type { Inline, Tree } from '../text/tree.ts';
import { count, decimal, type Words } from '../words/words.ts';
import { type DocumentHead, headOf, type PrintStyle, sum } from './document.ts';
import { type KeyGrid, keyGrids } from './key-grid.ts';
import { sectionTitle } from './paper.ts';
import { type Solution, solutionOf } from './solution.ts';

/** The answer key of a quiz, whatever it is printed as. */
export interface KeyView extends DocumentHead {
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
    readonly title: readonly Inline[] | null;
    readonly entries: readonly KeyEntry[];
  }[];
}

export interface KeyEntry extends Solution {
  readonly number: number;
  readonly id: string;
  readonly worth: string;
  readonly why: Tree;
  /** "Engels, ¶ 5", and its words; what is not told is empty. */
  readonly cites: readonly { readonly place: string; readonly quote: string }[];
}

/** The key, from the versions that the papers print. */
export function keyView(bank: Bank, quiz: Quiz, versions: readonly Version[], style: PrintStyle): KeyView {
  const { words } = style;
  const sources = citedSources(bank, versions);
  const entry = (printed: Printed) => entryView(bank, printed, style, sources.length > 1);
  return {
    ...headOf(bank, quiz, style, `${plainText(quiz.title)}: ${words.answerKey}`),
    sources,
    grids: versions.length > 1 ? keyGrids(versions, style) : [],
    versions: versions.map((version) => {
      const sections = version.sections.map((section, at) => ({
        title: sectionTitle(version, at, style),
        entries: section.blocks.flatMap(({ questions }) => questions.map(entry)),
      }));
      const marked = sections.flatMap(({ entries }) => entries).filter(({ mark }) => mark !== '');
      return {
        letter: version.letter,
        points: count(words, 'points', sum(printedOf(version))),
        glance: marked.map(({ number, mark }) => ({ number, mark })),
        balance: balanceOf(version, words),
        sections,
      };
    }),
  };
}

function entryView(bank: Bank, printed: Printed, style: PrintStyle, severalSources: boolean): KeyEntry {
  const { number, points, question } = printed;
  return {
    number,
    id: question.id,
    worth: decimal(style.words, points),
    ...solutionOf(printed, style),
    why: question.why === undefined ? [] : style.read(question.why),
    cites: question.cite.map((cite) => {
      const mark = severalSources ? sourceMark(bank, cite) : '';
      const paragraph = cite.paragraph === undefined ? '' : `¶ ${cite.paragraph}`;
      return { place: [mark, paragraph].filter((part) => part !== '').join(', '), quote: cite.quote ?? '' };
    }),
  };
}

function balanceOf(version: Version, words: Words): string {
  const printed = printedOf(version);
  const choices = printed.filter(({ task }) => task.t === 'choice' && !task.verdict);
  if (choices.length === 0) return '';
  const keys = choices.flatMap(keyLetters);
  const most = greatest(choices.map(({ options }) => options.length));
  const counts = Array.from({ length: most }, (_, at) => letter(at)).map(
    (one) => `${one} ${keys.filter((key) => key === one).length}`,
  );
  const run = longestRun(printed.map(markOf));
  return `${words.byLetter}: ${counts.join(', ')}; ${words.longestRun} ${run}`;
}

/** How a source is named beside an answer: its author and the first words of its title. */
function sourceMark(bank: Bank, { source }: Citation): string {
  const found = source === undefined ? undefined : bank.sources[source];
  if (!found) return source ?? '';
  const author = found.author?.split(' ').at(-1);
  return author ? `${author}, ${found.title}` : found.title;
}

/** The sources that the versions' questions cite, in the order of the bank. */
function citedSources(bank: Bank, versions: readonly Version[]): KeyView['sources'] {
  const cited = new Set(
    versions.flatMap(printedOf).flatMap(({ question }) => question.cite.map(({ source }) => source)),
  );
  return Object.entries(bank.sources)
    .filter(([name]) => cited.has(name))
    .map(([name, { author, title, published }]) => ({
      mark: sourceMark(bank, { source: name }),
      full: [author, title, published].filter((part) => part !== undefined).join(', '),
    }));
}
