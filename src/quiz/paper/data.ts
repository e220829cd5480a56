import type { Bank, Quiz } from '../../bank/bank.ts';
import type { Picture } from '../../bank/question.ts';
import type { TypstBlock, TypstInline } from '../../text/typst.ts';
import { paperKind } from '../kinds/index.ts';
import type { Desk, LetteredText, Layout } from '../kinds/kind.ts';
import { type Block, type Printed, printedOf, type Version, type VersionSection } from '../printed.ts';
import type { Pictures } from './pictures.ts';
import { plainText } from './texts.ts';
import { count, decimal, type Words } from './words.ts';

/** What all templates need to know of a document. */
export interface Sheet {
  /** For the file's metadata. */
  readonly documentTitle: string;
  readonly lang: string;
  readonly region: string | null;
  readonly paper: 'a4' | 'us-letter';
  readonly columns: 1 | 2;
  readonly words: Words;
  readonly title: readonly TypstInline[];
  readonly deck: string;
}

/** The data of `paper.typ`. */
export interface PaperData extends Sheet {
  readonly instructions: readonly TypstBlock[];
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

interface PaperSection {
  readonly title: readonly TypstInline[] | null;
  readonly direction: readonly TypstBlock[];
  readonly points: string;
  readonly blocks: readonly (PaperQuestion | PaperPool)[];
}

interface PaperQuestion extends Layout {
  readonly t: 'question';
  readonly number: number;
  readonly points: string;
  readonly picture: { readonly path: string; readonly alt: string } | null;
}

interface PaperPool {
  readonly t: 'pool';
  readonly points: string;
  readonly terms: readonly { readonly number: number; readonly text: readonly TypstBlock[] }[];
  readonly meanings: readonly LetteredText[];
}

/** What the templates need to know of a bank and a quiz, whatever they print. */
export function sheetOf(bank: Bank, quiz: Quiz, desk: Desk, documentTitle: string): Sheet {
  const [language = 'en', ...subtags] = bank.language.split(/[-_]/);
  return {
    documentTitle,
    lang: language.toLowerCase(),
    region: subtags.find((subtag) => /^[A-Za-z]{2}$/.test(subtag))?.toUpperCase() ?? null,
    paper: quiz.paper === 'letter' ? 'us-letter' : 'a4',
    columns: quiz.columns,
    words: desk.words,
    title: desk.texts.line(quiz.title),
    deck: bank.deck.replaceAll('::', ' – '),
  };
}

/** The papers' data: the same versions that the key and answers.json are made from. */
export function paperData(
  bank: Bank,
  quiz: Quiz,
  versions: readonly Version[],
  desk: Desk,
  pictures: Pictures,
): PaperData {
  const { words, texts } = desk;
  return {
    ...sheetOf(bank, quiz, desk, plainText(quiz.title)),
    instructions: quiz.instructions ? texts.blocks(quiz.instructions) : [],
    minutes: quiz.minutes === undefined ? null : count(words, 'minutes', quiz.minutes),
    versions: versions.map((version) => ({
      letter: version.letter,
      points: count(words, 'points', sum(printedOf(version))),
      total: decimal(words, sum(printedOf(version))),
      sections: version.sections.map((section) => sectionData(section, desk, pictures)),
    })),
  };
}

/** The papers' data cut down to one version. */
export const oneVersion = (data: PaperData, version: PaperVersion): PaperData => ({
  ...data,
  documentTitle: `${data.documentTitle}, ${data.words.version} ${version.letter}`,
  versions: [version],
});

function sectionData(section: VersionSection, desk: Desk, pictures: Pictures): PaperSection {
  const { words, texts } = desk;
  const direction = section.instructions ?? ownDirection(section, words);
  return {
    title: section.title === undefined ? null : texts.line(section.title),
    direction: direction ? texts.blocks(direction) : [],
    points: count(words, 'points', sum(section.blocks.flatMap(({ questions }) => questions))),
    blocks: section.blocks.map((block) => (block.pool ? poolData(block, desk) : questionData(block, desk, pictures))),
  };
}

/** What to do, for a section of one kind that does not say so itself. */
function ownDirection({ blocks }: VersionSection, words: Words): string | undefined {
  const questions = blocks.flatMap((block) => block.questions);
  // A lone term is asked in words, as a short answer is.
  const directions = blocks.map(({ pool, questions: [first] }) => {
    if (!first) return undefined;
    return first.question.kind === 'term' && !pool ? words.answerShortly : paperKind(first.question).direction(words);
  });
  const [only, ...others] = new Set(directions);
  return questions.length > 0 && others.length === 0 ? only : undefined;
}

function questionData({ questions: [printed] }: Block, desk: Desk, pictures: Pictures): PaperQuestion {
  if (!printed) throw new Error('a block needs a question');
  const { question, number, points } = printed;
  return {
    t: 'question',
    number,
    points: decimal(desk.words, points),
    picture: question.image ? pictureData(question.image, pictures) : null,
    ...paperKind(question).layout(printed, desk),
  };
}

const pictureData = ({ file, alt }: Picture, pictures: Pictures) => ({ path: pictures.path(file), alt });

function poolData({ questions }: Block, { texts, words }: Desk): PaperPool {
  const meanings = questions[0]?.options ?? [];
  return {
    t: 'pool',
    points: decimal(words, sum(questions)),
    terms: questions.map(({ number, question }) => ({ number, text: texts.blocks(question.prompt) })),
    meanings: meanings.map(({ letter, text }) => ({ letter, text: texts.blocks(text) })),
  };
}

/** The questions' points together, free of the dust that adding tenths leaves. */
export const sum = (questions: readonly Printed[]): number =>
  Math.round(questions.reduce((total, { points }) => total + points, 0) * 1000) / 1000;
