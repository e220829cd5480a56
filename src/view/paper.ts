import type { Bank, Quiz } from '../bank/bank.ts';
import type { PassageQuestion, Picture } from '../bank/question.ts';
import { type Block, printedOf, type Version, type VersionSection } from '../quiz/versions/printed.ts';
import { paperKind } from '../targets/prints/kinds/index.ts';
import type { Desk, Layout, LetteredText } from '../targets/prints/kinds/kind.ts';
import type { TypstBlock, TypstInline } from '../typst/markup.ts';
import { count, decimal } from '../words/words.ts';
import { type Sheet, sheetOf, sum } from './document.ts';
import { isLong, pictureLines, ruledLine } from './height.ts';
import type { Pictures } from './pictures.ts';
import { plainText } from './texts.ts';

/** The data of `paper.typ`. */
export interface PaperData extends Sheet {
  /** Letters go on an answer sheet. */
  readonly onSheet: boolean;
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

export interface PaperSection {
  readonly title: readonly TypstInline[] | null;
  readonly direction: readonly TypstBlock[];
  /** "14 points". */
  readonly points: string;
  /** "14". */
  readonly worth: string;
  readonly blocks: readonly (PaperQuestion | PaperPool | PaperPassage)[];
}

export interface PaperQuestion extends Layout {
  readonly t: 'question';
  /** It may be taller than a page. */
  readonly long: boolean;
  readonly number: number;
  readonly points: string;
  readonly picture: { readonly path: string; readonly alt: string } | null;
}

export interface PaperPool {
  readonly t: 'pool';
  readonly long: boolean;
  readonly points: string;
  readonly terms: readonly { readonly number: number; readonly text: readonly TypstBlock[] }[];
  readonly meanings: readonly LetteredText[];
}

/** What the questions after it are about. */
export interface PaperPassage {
  readonly t: 'passage';
  readonly id: string;
  readonly long: boolean;
  readonly prompt: readonly TypstBlock[];
  readonly title: readonly TypstInline[];
  readonly text: readonly TypstBlock[];
  readonly picture: PaperQuestion['picture'];
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
    onSheet: desk.onSheet ?? false,
    instructions: quiz.instructions ? texts.blocks(quiz.instructions) : [],
    minutes: quiz.minutes === undefined ? null : count(words, 'minutes', quiz.minutes),
    versions: versions.map((version) => ({
      letter: version.letter,
      points: count(words, 'points', sum(printedOf(version))),
      total: decimal(words, sum(printedOf(version))),
      sections: version.sections.map((section, at) => ({
        ...sectionData(section, desk, pictures),
        title: sectionTitle(version, at, desk),
      })),
    })),
  };
}

/** A section's title; one without is told by its number, where there are several. */
export function sectionTitle(
  { sections }: Version,
  at: number,
  { words, texts }: Desk,
): TypstInline[] | null {
  const title = sections[at]?.title;
  if (title !== undefined) return [...texts.line(title)];
  return sections.length > 1 ? [`${words.section} ${at + 1}`] : null;
}

function sectionData(section: VersionSection, desk: Desk, pictures: Pictures): Omit<PaperSection, 'title'> {
  const { words, texts } = desk;
  const direction = section.instructions ?? ownDirection(section, desk);
  const points = sum(section.blocks.flatMap(({ questions }) => questions));
  return {
    direction: direction ? texts.blocks(direction) : [],
    points: count(words, 'points', points),
    worth: decimal(words, points),
    blocks: section.blocks.map((block) => blockData(block, desk, pictures, direction !== undefined)),
  };
}

/** What to do, for a section of one kind that does not say so itself. */
function ownDirection({ blocks }: VersionSection, { words, onSheet = false }: Desk): string | undefined {
  const questions = blocks.flatMap((block) => block.questions);
  // A lone term is asked in words, as a short answer is.
  const directions = blocks
    .filter(({ passage }) => !passage)
    .map(({ pool, questions: [first] }) => {
      if (!first) return undefined;
      return first.question.kind === 'term' && !pool
        ? words.answerShortly
        : paperKind(first.question).direction(words, onSheet);
    });
  const [only, ...others] = new Set(directions);
  return questions.length > 0 && others.length === 0 ? only : undefined;
}

/** `directed` when the section says what to do. */
function blockData(
  block: Block,
  desk: Desk,
  pictures: Pictures,
  directed: boolean,
): PaperSection['blocks'][number] {
  if (block.passage) return passageData(block.passage, desk, pictures);
  return block.pool ? poolData(block, desk) : questionData(block, desk, pictures, directed);
}

function passageData(passage: PassageQuestion, desk: Desk, pictures: Pictures): PaperPassage {
  const { texts } = desk;
  const { prompt, title, text, image } = passage;
  const body = text === undefined ? [] : texts.blocks(text);
  return {
    t: 'passage',
    id: passage.id,
    long: mayBeLong([body], desk, image ? pictureLines : 0),
    prompt: texts.blocks(prompt),
    title: title === undefined ? [] : texts.line(title),
    text: body,
    picture: image ? pictureData(image, pictures) : null,
  };
}

/** Letters are larger in the editions, so there everything is measured. */
const mayBeLong = (texts: readonly (readonly TypstBlock[])[], { edition, columns }: Desk, more: number) =>
  (edition !== undefined && edition !== 'standard') || isLong(texts, columns, more);

function questionData(
  { questions: [printed] }: Block,
  desk: Desk,
  pictures: Pictures,
  directed: boolean,
): PaperQuestion {
  if (!printed) throw new Error('a block needs a question');
  const { question, number, points } = printed;
  const layout = paperKind(question).layout(printed, desk);
  const texts = [
    layout.stem,
    ...(layout.space.t === 'options' ? layout.space.options.map(({ text }) => text) : []),
  ];
  const ruled = 'count' in layout.space ? layout.space.count : 0;
  return {
    t: 'question',
    long: mayBeLong(texts, desk, ruled * ruledLine + (question.image ? pictureLines : 0)),
    number,
    points: decimal(desk.words, points),
    picture: question.image ? pictureData(question.image, pictures) : null,
    ...(question.kind === 'choice' && !directed ? { note: desk.words.chooseJustOne } : {}),
    ...layout,
  };
}

const pictureData = ({ file, alt }: Picture, pictures: Pictures) => ({ path: pictures.path(file), alt });

function poolData({ questions }: Block, desk: Desk): PaperPool {
  const { texts, words } = desk;
  const meanings = questions[0]?.options ?? [];
  const all = [...questions.map(({ question }) => question.prompt), ...meanings.map(({ text }) => text)];
  return {
    t: 'pool',
    long: mayBeLong(
      all.map((text) => texts.blocks(text)),
      desk,
      0,
    ),
    points: decimal(words, sum(questions)),
    terms: questions.map(({ number, question }) => ({ number, text: texts.blocks(question.prompt) })),
    meanings: meanings.map(({ letter, text }) => ({ letter, text: texts.blocks(text) })),
  };
}
