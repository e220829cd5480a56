import type { Bank, Quiz } from '../bank/bank.ts';
import type { PassageQuestion, Picture } from '../bank/question.ts';
import {
  type Block,
  type Printed,
  printedOf,
  type Version,
  type VersionSection,
} from '../quiz/versions/printed.ts';
import { lineOf, plainText } from '../text/plain.ts';
import type { Inline, Tree } from '../text/tree.ts';
import { count, decimal } from '../words/words.ts';
import { type DocumentHead, headOf, type PrintStyle, sum } from './document.ts';
import { isLong, pictureLines, ruledLine } from './height.ts';
import { directionFor, type Layout, type LetteredText, layoutOf, withoutKey } from './space.ts';

/** The papers of a quiz in one edition, whatever they are printed as. Texts are trees, pictures the bank's files. */
export interface PaperView extends DocumentHead {
  /** Letters go on an answer sheet. */
  readonly onSheet: boolean;
  readonly instructions: Tree;
  readonly minutes: string | null;
  readonly versions: readonly PaperVersion[];
}

export interface PaperVersion {
  readonly letter: string;
  /** "14 points". */
  readonly points: string;
  readonly total: string;
  readonly sections: readonly PaperSection[];
}

export interface PaperSection {
  readonly title: readonly Inline[] | null;
  readonly direction: Tree;
  /** "14 points". */
  readonly points: string;
  /** "14". */
  readonly worth: string;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock = PaperQuestion | PaperPool | PaperPassage;

export interface PaperQuestion extends Layout {
  readonly t: 'question';
  /** It may be taller than a page. */
  readonly long: boolean;
  readonly number: number;
  readonly points: string;
  readonly picture: Picture | null;
}

export interface PaperPool {
  readonly t: 'pool';
  readonly long: boolean;
  readonly points: string;
  readonly terms: readonly { readonly number: number; readonly text: Tree }[];
  readonly meanings: readonly LetteredText[];
}

/** What the questions after it are about. */
export interface PaperPassage {
  readonly t: 'passage';
  readonly id: string;
  readonly long: boolean;
  readonly prompt: Tree;
  readonly title: readonly Inline[];
  readonly text: Tree;
  readonly picture: Picture | null;
}

/** The papers: the same versions that the key and answers.json are made from. */
export function paperView(
  bank: Bank,
  quiz: Quiz,
  versions: readonly Version[],
  style: PrintStyle,
): PaperView {
  const { words, read } = style;
  return {
    ...headOf(bank, quiz, style, plainText(quiz.title)),
    onSheet: style.onSheet,
    instructions: quiz.instructions ? read(quiz.instructions) : [],
    minutes: quiz.minutes === undefined ? null : count(words, 'minutes', quiz.minutes),
    versions: versions.map((version) => ({
      letter: version.letter,
      points: count(words, 'points', sum(printedOf(version))),
      total: decimal(words, sum(printedOf(version))),
      sections: version.sections.map((section, at) => ({
        ...sectionView(section, style),
        title: sectionTitle(version, at, style),
      })),
    })),
  };
}

/** A version's title in a file's metadata: "Reading check, Version A". */
export const versionTitle = (
  { documentTitle, words }: PaperView,
  { letter }: Pick<PaperVersion, 'letter'>,
): string => `${documentTitle}, ${words.version} ${letter}`;

/** A section's title; one without is told by its number, where there are several. */
export function sectionTitle(
  { sections }: Version,
  at: number,
  { words, read }: PrintStyle,
): Inline[] | null {
  const title = sections[at]?.title;
  if (title !== undefined) return lineOf(read(title));
  return sections.length > 1 ? [{ type: 'text', text: `${words.section} ${at + 1}` }] : null;
}

function sectionView(section: VersionSection, style: PrintStyle): Omit<PaperSection, 'title'> {
  const { words, read } = style;
  const direction = section.instructions ?? ownDirection(section, style);
  const points = sum(section.blocks.flatMap(({ questions }) => questions));
  return {
    direction: direction ? read(direction) : [],
    points: count(words, 'points', points),
    worth: decimal(words, points),
    blocks: section.blocks.map((block) => blockView(block, style, direction !== undefined)),
  };
}

/** What to do, for a section of one sort of task that does not say so itself. */
function ownDirection({ blocks }: VersionSection, { words, onSheet }: PrintStyle): string | undefined {
  const directions = blocks
    .filter(({ passage }) => !passage)
    .map(({ pool, questions: [first] }) => first && directionFor(first.task, pool, words, onSheet));
  const [only, ...others] = new Set(directions);
  return others.length === 0 ? only : undefined;
}

/** `directed` when the section says what to do. */
function blockView(block: Block, style: PrintStyle, directed: boolean): PaperBlock {
  if (block.passage) return passageView(block.passage, style);
  const [first] = block.questions;
  if (!first) throw new Error('a block needs a question');
  return block.pool ? poolView(block.questions, first.options, style) : questionView(first, style, directed);
}

function passageView({ id, prompt, title, text, image }: PassageQuestion, style: PrintStyle): PaperPassage {
  const { read } = style;
  const body = text === undefined ? [] : read(text);
  return {
    t: 'passage',
    id,
    long: mayBeLong([body], style, image ? pictureLines : 0),
    prompt: read(prompt),
    title: title === undefined ? [] : lineOf(read(title)),
    text: body,
    picture: image ?? null,
  };
}

/** Letters are larger in the editions, so there anything may be. */
const mayBeLong = (texts: readonly Tree[], { edition, columns }: PrintStyle, more: number): boolean =>
  edition !== 'standard' || isLong(texts, columns, more);

function questionView(printed: Printed, style: PrintStyle, directed: boolean): PaperQuestion {
  const { question, task, number, points } = printed;
  const layout = layoutOf(printed, style);
  const { stem, space } = layout;
  const texts = [stem, ...(space.t === 'options' ? space.options.map(({ text }) => text) : [])];
  const ruled = 'count' in space ? space.count : 0;
  const chooses = task.t === 'choice' && !task.verdict && !directed;
  return {
    t: 'question',
    long: mayBeLong(texts, style, ruled * ruledLine + (question.image ? pictureLines : 0)),
    number,
    points: decimal(style.words, points),
    picture: question.image ?? null,
    ...layout,
    note: layout.note ?? (chooses ? style.words.chooseJustOne : undefined),
  };
}

function poolView(questions: readonly Printed[], options: Printed['options'], style: PrintStyle): PaperPool {
  const terms = questions.map(({ number, task }) => {
    if (task.t !== 'text' || !task.term) throw new Error('a pool is of terms');
    return { number, text: task.term };
  });
  const texts = [...terms, ...options].map(({ text }) => text);
  return {
    t: 'pool',
    long: mayBeLong(texts, style, 0),
    points: decimal(style.words, sum(questions)),
    terms,
    meanings: options.map(withoutKey),
  };
}
