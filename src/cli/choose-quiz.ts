import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bank, Quiz } from '../bank/bank.ts';
import { hasErrors, inReadingOrder } from '../bank/diagnostic.ts';
import { sourceFile } from '../files/source.ts';
import { shownPath } from '../node.ts';
import { type Pupil, readRoster } from '../quiz/class/roster.ts';
import { adviceOn } from '../text/nearest.ts';
import type { OpenBank } from './banks.ts';
import { reading } from './read-file.ts';
import { pretty } from './report/pretty.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** What the user asks for. */
export interface Wish {
  /** The quiz's id. */
  readonly quiz: string;
  /** Instead of what the blueprint says. */
  readonly versions?: number | undefined;
  readonly seed?: number | undefined;
}

/** A quiz and where it was found. */
export interface Chosen {
  readonly open: OpenBank;
  readonly bank: Bank;
  readonly quiz: Quiz;
}

/** The quiz that was asked for; undefined when it may stand in a bank that cannot be read. */
export function choose(opened: readonly OpenBank[], { quiz: id, versions, seed }: Wish): Chosen | undefined {
  const found = opened.flatMap((open) => {
    const quiz = open.bank?.quizzes.find((each) => each.id === id);
    return open.bank && quiz ? [{ open, bank: open.bank, quiz }] : [];
  });
  const [first, second] = found;
  if (second) {
    const paths = found.map(({ open }) => `"${open.path}"`).join(' and ');
    throw new UsageError(`${paths} each have a quiz "${id}"; name the bank too`);
  }
  if (!first) {
    if (opened.some(({ bank, diagnostics }) => !bank || hasErrors(diagnostics))) return undefined;
    const known = opened.flatMap(({ bank }) => bank?.quizzes.map((quiz) => quiz.id) ?? []);
    const list = known.length === 0 ? 'no bank here has quizzes' : `there are ${known.join(', ')}`;
    throw new UsageError(`there is no quiz "${id}"; ${adviceOn(id, known, list)}`);
  }
  const quiz = { ...first.quiz, versions: versions ?? first.quiz.versions, seed: seed ?? first.quiz.seed };
  const quizzes = first.bank.quizzes.map((each) => (each.id === id ? quiz : each));
  return { ...first, quiz, bank: { ...first.bank, quizzes } };
}

/** The pupils of a class list; undefined when something is wrong with it, which is then said. */
export function readPupils(path: string, terminal: Terminal): readonly Pupil[] | undefined {
  const whole = resolve(terminal.cwd, path);
  const bytes = reading(`the class list "${path}"`, () => readFileSync(whole));
  const file = sourceFile(shownPath(whole, terminal.cwd), bytes);
  const { pupils, diagnostics } = readRoster(file);
  if (!hasErrors(diagnostics)) return pupils;
  const sources = new Map([[file.path, file]]);
  terminal.err(pretty({ diagnostics: inReadingOrder(diagnostics), sources, questions: 0 }, terminal));
  return undefined;
}
