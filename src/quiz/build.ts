import type { Bank, Quiz } from '../bank/bank.ts';
import type { RuleId } from '../bank/rules.ts';
import { answersOf } from './answers.ts';
import { draw } from './draw.ts';
import type { QuizFinding } from './finding.ts';
import type { Desk } from './kinds/kind.ts';
import { oneVersion, paperData } from './paper/data.ts';
import { keyData } from './paper/key-data.ts';
import { Pictures, type ReadMedia } from './paper/pictures.ts';
import { Texts } from './paper/texts.ts';
import type { Typeset, Typesetter } from './paper/typeset.ts';
import { wordsFor } from './paper/words.ts';
import { printedOf } from './printed.ts';
import { makeVersions } from './versions.ts';

export interface QuizFile {
  /** Such as "A.pdf", without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BuiltQuiz {
  readonly files: readonly QuizFile[];
  /** The pages of all versions together, without the key's. */
  readonly pages: number;
  /** The questions on one paper. */
  readonly questions: number;
  readonly findings: readonly QuizFinding[];
}

export interface Workshop {
  readonly readMedia: ReadMedia;
  readonly typesetter: Typesetter;
}

/**
 * Prints a quiz: a paper for each version, all of them in one file, the key, and answers.json. With an error among the
 * findings there are no files. The same bank and quiz give the same bytes.
 */
export function buildQuiz(bank: Bank, quiz: Quiz, { readMedia, typesetter }: Workshop): BuiltQuiz {
  const drawn = draw(bank, quiz);
  const versions = makeVersions(quiz, drawn.versions);
  const pictures = new Pictures(readMedia, typesetter.canPrint);
  const desk: Desk = { words: wordsFor(bank.language), texts: new Texts(pictures), columns: quiz.columns };
  const papers = paperData(bank, quiz, versions, desk, pictures);
  const key = keyData(bank, quiz, versions, desk);
  const questions = versions[0] ? printedOf(versions[0]).length : 0;
  const findings = [...drawn.findings, ...pictures.findings];
  if (findings.some(({ level }) => level === 'error')) return { files: [], pages: 0, questions, findings };

  const print = (template: 'paper' | 'key', data: object) =>
    typesetter.typeset(template, data, pictures.files);
  const all = print('paper', papers);
  const keys = print('key', key);
  const files = [
    ...papers.versions.map((version) =>
      file(`${version.letter}.pdf`, print('paper', oneVersion(papers, version))),
    ),
    file('all.pdf', all),
    file('key.pdf', keys),
    { name: 'answers.json', bytes: json(answersOf(quiz, versions, desk.words)) },
  ];
  typesetter.rest();
  return { files, pages: all.pages, questions, findings: [...findings, ...shortcomings([all, keys])] };
}

const file = (name: string, { bytes }: Typeset): QuizFile => ({ name, bytes });

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** What Typst could not print or not make accessible. */
function shortcomings(documents: readonly Typeset[]): QuizFinding[] {
  const findings: QuizFinding[] = [];
  const warn = (rule: RuleId, message: string) =>
    findings.push({ rule, level: 'warning', message, path: [] });
  const characters = new Set(documents.flatMap(({ missing }) => missing));
  if (characters.size > 0) {
    const list = [...characters].map(named).join(', ');
    const hint = 'boxes are printed instead; install a font that has them';
    warn('character-without-font', `no font on this machine has ${list}: ${hint}`);
  }
  const objections = new Set(
    documents.map(({ objection }) => objection).filter((objection) => objection !== ''),
  );
  for (const objection of objections)
    warn('paper-not-accessible', `the PDF is readable, but no PDF/UA: ${objection}`);
  return findings;
}

/** A character and its number: one without a font may not show on the screen either. */
const named = (character: string): string =>
  /\p{C}/u.test(character) ? codePoint(character) : `"${character}" (${codePoint(character)})`;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
