import type { Bank, Quiz } from '../bank/bank.ts';
import { type Copy, deal, type FileOf } from '../quiz/class/copies.ts';
import type { Pupil } from '../quiz/class/roster.ts';
import { draw } from '../quiz/draw/draw.ts';
import type { Problem } from '../quiz/draw/problem.ts';
import type { SpecialEdition } from '../quiz/editions.ts';
import { printedOf, type Version } from '../quiz/versions/printed.ts';
import { makeVersions } from '../quiz/versions/versions.ts';
import { layoutSheet, type SheetLayout } from '../sheet/layout.ts';
import { bubbleRows } from '../sheet/rows.ts';
import { wordsFor } from '../words/index.ts';
import { type PrintStyle, rememberingReader } from './document.ts';
import { type KeyView, keyView } from './key.ts';
import { type PaperView, paperView } from './paper.ts';
import { type ReadMedia, readPictures, type Unprintable } from './pictures.ts';

/** How a quiz is printed, beside what its blueprint says. */
export interface Printing {
  /** Editions to print beside the standard one: the same papers in a folder of the edition's name. */
  readonly editions?: readonly SpecialEdition[];
  /** Prints a copy for each of them instead of all versions in one file. */
  readonly pupils?: readonly Pupil[];
  /** In a file of several copies each begins on a right-hand page. */
  readonly duplex?: boolean;
  /** Room on answer sheets for a number of so many digits. */
  readonly idDigits?: number;
  /** Where a quiz's files go, instead of its own folder. */
  readonly folder?: string;
}

/** A quiz's folder below the bank's. */
export const folderOf = ({ id }: Quiz): string => `quizzes/${id}/`;

/** A quiz as it is printed, whatever it is printed as: drawn, put in order and laid out. */
export interface Prints {
  readonly quiz: Quiz;
  /** Where its files go, below the bank's folder: "quizzes/test/". */
  readonly folder: string;
  readonly versions: readonly Version[];
  /** The standard edition first. */
  readonly editions: readonly [EditionPrint, ...EditionPrint[]];
  /** The key of these versions, or of all. */
  readonly key: (versions?: readonly Version[]) => KeyView;
  /** The answer sheet of each version; none where the quiz has none, or nothing on it has bubbles. */
  readonly sheets: readonly SheetLayout[];
  /** The files of a class list; none where there is no list. */
  readonly classFiles: readonly FileOf<Copy>[];
  /** Each copy begins on a right-hand page. */
  readonly duplex: boolean;
  /** The bytes of the pictures, by their files in the bank. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The questions on one paper. */
  readonly questions: number;
  /** What drawing it found wrong, and which pictures cannot be had. */
  readonly problems: readonly Problem[];
  readonly unprintable: readonly Unprintable[];
}

/** The papers of an edition, and the folder below the quiz's that they go to: "" or "large-print/". */
export interface EditionPrint {
  readonly folder: string;
  readonly papers: PaperView;
}

/** Draws a quiz and lays it out. The same bank, quiz and pupils give the same prints. */
export function makePrints(bank: Bank, quiz: Quiz, how: Printing, readMedia: ReadMedia): Prints {
  const { editions = [], pupils = [], duplex = false, idDigits = 0, folder = folderOf(quiz) } = how;
  const words = wordsFor(bank.language);
  const drawn = draw(bank, quiz);
  const versions = makeVersions(quiz, drawn.versions.slice(0, pupils.length || quiz.versions), words);
  const sheets = sheetsOf(quiz, versions, idDigits);
  const style: PrintStyle = {
    words,
    columns: quiz.columns,
    edition: 'standard',
    onSheet: sheets.length > 0,
    read: rememberingReader(),
  };
  const edition = (name: SpecialEdition): EditionPrint => ({
    folder: `${name}/`,
    papers: paperView(bank, quiz, versions, { ...style, columns: 1, edition: name }),
  });
  const papers = paperView(bank, quiz, versions, style);
  const whole = keyView(bank, quiz, versions, style);
  const pictures = readPictures(bank, [papers, whole], readMedia);
  return {
    quiz,
    folder,
    versions,
    editions: [{ folder: '', papers }, ...editions.map(edition)],
    key: (some = versions) => (some.length === versions.length ? whole : keyView(bank, quiz, some, style)),
    sheets,
    classFiles: deal(pupils, versions.length),
    duplex,
    pictures: pictures.files,
    questions: versions[0] ? printedOf(versions[0]).length : 0,
    problems: drawn.problems,
    unprintable: pictures.findings,
  };
}

function sheetsOf(quiz: Quiz, versions: readonly Version[], idDigits: number): SheetLayout[] {
  const rows = versions.map(bubbleRows);
  if (quiz.answerSheet === 'none' || rows.every(({ length }) => length === 0)) return [];
  return rows.map((each) => layoutSheet(each, quiz.paper, idDigits));
}
