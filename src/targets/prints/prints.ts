import type { Bank, Quiz } from '../../bank/bank.ts';
import { blame } from '../../bank/blame.ts';
import type { Finding } from '../../bank/finding.ts';
import { isError, type RuleId } from '../../check/catalogue.ts';
import { quizFindings } from '../../check/quizzes.ts';
import { type CopyFile, deal, rosterTable } from '../../quiz/class/copies.ts';
import type { Pupil } from '../../quiz/class/roster.ts';
import { draw } from '../../quiz/draw/draw.ts';
import { printedOf, type Version } from '../../quiz/versions/printed.ts';
import { makeVersions } from '../../quiz/versions/versions.ts';
import { layoutSheet, type SheetLayout } from '../../sheet/layout.ts';
import { bubbleRows } from '../../sheet/rows.ts';
import { shortcomings } from '../../typst/shortcomings.ts';
import type { Typesetter } from '../../typst/typeset.ts';
import { answersOf, formatAnswers } from '../../view/answers.ts';
import { keyData } from '../../view/key.ts';
import { paperData } from '../../view/paper.ts';
import { Pictures, type ReadMedia } from '../../view/pictures.ts';
import type { QuizCopy } from '../../view/print.ts';
import { Texts } from '../../view/texts.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import { omrFiles } from '../omr/omr.ts';
import { type PapersOf, printAll } from '../pdf/print.ts';
import type { Desk, Edition } from './kinds/kind.ts';

export interface QuizFile {
  /** Such as "A.pdf", or "large-print/A.pdf". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BuiltQuiz {
  readonly files: readonly QuizFile[];
  /** The pages of all versions together, without the key's. */
  readonly pages: number;
  /** The questions on one paper. */
  readonly questions: number;
  readonly findings: readonly Finding<RuleId>[];
  /** What formats.ts prints as other things than PDF: the papers and the key, then the papers of each edition. */
  readonly prints: readonly QuizCopy[];
}

/** How a quiz is printed, beside what its blueprint says. */
export interface Printing {
  /** Editions to print beside the standard one: the same papers in a folder of the edition's name. */
  readonly editions?: readonly Exclude<Edition, 'standard'>[];
  /** Prints a copy for each of them instead of all versions in one file. */
  readonly pupils?: readonly Pupil[];
  /** In a file of several copies each begins on a right-hand page. */
  readonly duplex?: boolean;
  /** Room on answer sheets for a number of so many digits. */
  readonly idDigits?: number;
}

export interface Workshop extends Printing {
  readonly readMedia: ReadMedia;
  readonly typesetter: Typesetter;
  /** Told before each file how many papers and keys are printed, of how many. */
  readonly onPrint?: ((printed: number, of: number) => void) | undefined;
}

/**
 * Prints a quiz: a paper for each version, all of them in one file or a copy for each pupil, the key, and answers.json.
 * With an error among the findings there are no files. The same bank, quiz and pupils give the same bytes.
 */
export async function buildQuiz(bank: Bank, quiz: Quiz, workshop: Workshop): Promise<BuiltQuiz> {
  const { readMedia, typesetter, editions = [], pupils = [], duplex = false } = workshop;
  const drawn = draw(bank, quiz);
  const versions = makeVersions(quiz, drawn.versions.slice(0, pupils.length || quiz.versions));
  const pictures = new Pictures(readMedia, typesetter.canPrint);
  const words = wordsFor(bank.language);
  const sheets = sheetsOf(quiz, versions, words, workshop.idDigits ?? 0);
  const desk: Desk = {
    ...{ words, texts: new Texts(pictures), columns: quiz.columns, onSheet: sheets.length > 0 },
  };
  const papers = paperData(bank, quiz, versions, desk, pictures);
  const key = keyData(bank, quiz, versions, desk);
  const keyOf = (some: readonly Version[]) =>
    some.length === versions.length ? key : keyData(bank, quiz, some, desk);
  const questions = versions[0] ? printedOf(versions[0]).length : 0;
  const findings = [...quizFindings(quiz, drawn.problems), ...blame(bank, pictures.findings)];
  if (findings.some(isError)) return { files: [], pages: 0, questions, findings, prints: [] };

  const editionOf = (edition: Edition) =>
    paperData(bank, quiz, versions, { ...desk, columns: 1, edition }, pictures);
  const standard: PapersOf = { folder: '', papers };
  const others = editions.map((edition) => ({ folder: `${edition}/`, papers: editionOf(edition) }));
  const classFiles = deal(pupils, versions.length);
  const printed = await printAll(
    { quiz: quiz.id, versions, standard, editions: others, classFiles, sheets, duplex, keyOf },
    (template, data) => typesetter.typeset(template, data, pictures.files),
    workshop.onPrint,
  );
  const copies = classFiles.flatMap((file) => file.copies);
  const answers = formatAnswers(answersOf(quiz, versions, words, { sheets, copies }));
  return {
    files: [
      ...printed.files,
      ...classTable(classFiles, versions),
      { name: 'answers.json', bytes: encode(answers) },
      ...sheets.flatMap((sheet, at) => omrFiles(versions[at]?.letter ?? '', sheet)),
    ],
    pages: printed.pages,
    questions,
    findings: [...findings, ...shortcomings(bank, printed.documents)],
    prints: [{ ...standard, key }, ...others].map((print) => ({ ...print, bank, pictures: pictures.files })),
  };
}

/** The answer sheet of each version; none where the quiz has none, or nothing on it has bubbles. */
function sheetsOf(quiz: Quiz, versions: readonly Version[], words: Words, idDigits: number): SheetLayout[] {
  const rows = versions.map((version) => bubbleRows(version, words));
  if (quiz.answerSheet === 'none' || rows.every(({ length }) => length === 0)) return [];
  return rows.map((each) => layoutSheet(each, quiz.paper, idDigits));
}

const classTable = (files: readonly CopyFile[], versions: readonly Version[]): QuizFile[] =>
  files.length === 0
    ? []
    : [
        {
          name: 'roster.csv',
          bytes: encode(rosterTable(files, ({ version }) => versions[version]?.letter ?? '')),
        },
      ];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
