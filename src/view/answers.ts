import type { Pupil } from '../quiz/class/roster.ts';
import { keyLetters, letterOf, matchLetters, type Printed, printedOf } from '../quiz/versions/printed.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import { inlineText, toPlain } from '../text/plain.ts';
import type { Prints } from './prints.ts';

/** What answers.json holds of a question's answer. */
export type Answer =
  | { readonly answer: string | readonly string[] }
  | { readonly options: readonly string[]; readonly key: readonly string[] };

/** What answers.json holds: for each version the right answers, in printed order. */
export interface Answers {
  readonly quiz: string;
  readonly seed: number;
  readonly versions: readonly {
    readonly version: string;
    readonly questions: readonly ({
      readonly number: number;
      readonly question: string;
      readonly kind: string;
      readonly points: number;
    } & Answer)[];
    /** Where everything on its answer sheet stands, in millimetres. */
    readonly sheet: SheetLayout | undefined;
  }[];
  /** With a class list: whose copy is of which version. The number is in the sheet's QR code. */
  readonly copies:
    | readonly { readonly copy: number; readonly version: string; readonly pupil: Pupil }[]
    | undefined;
}

/** The answers of all versions of a quiz; texts are plain. */
export function answersOf({
  quiz,
  versions,
  sheets,
  classFiles,
}: Pick<Prints, 'quiz' | 'versions' | 'sheets' | 'classFiles'>): Answers {
  const copies = classFiles
    .flatMap(({ items }) => items)
    .flatMap(({ number, version, pupil }) =>
      pupil ? [{ copy: number, version: letterOf(versions, version), pupil }] : [],
    );
  return {
    quiz: quiz.id,
    seed: quiz.seed,
    versions: versions.map((version, at) => ({
      version: version.letter,
      questions: printedOf(version).map((printed) => {
        const { number, question, points } = printed;
        return { number, question: question.id, kind: question.kind, points, ...answerOf(printed) };
      }),
      sheet: sheets[at],
    })),
    copies: copies.length > 0 ? copies : undefined,
  };
}

/** A question's answer in plain words; letters and what they stand for where there are letters. */
export function answerOf(printed: Printed): Answer {
  const { task, options } = printed;
  const lettered = (key: readonly string[]): Answer => ({
    options: options.map(({ text }) => toPlain(text)),
    key,
  });
  switch (task.t) {
    case 'choice':
      if (!task.verdict) return lettered(keyLetters(printed));
      return { answer: toPlain(task.options.flatMap(({ right, text }) => (right ? text : []))) };
    case 'text': {
      if (options.length > 0) return lettered(keyLetters(printed));
      if (task.typed) return { answer: task.typed.best };
      const answers = task.answers.map((text) => toPlain(text));
      return { answer: answers.length > 1 ? answers : answers.join() };
    }
    case 'number':
      return { answer: toPlain(task.answer) };
    case 'gaps':
      return { answer: task.gaps.map(({ children }) => inlineText(children)) };
    case 'match':
      return lettered(matchLetters(task, options));
    case 'order':
      return { answer: task.items.map((text) => toPlain(text)) };
    case 'regions':
      return { answer: task.regions.map(({ label }) => toPlain(label)) };
    case 'essay':
      return { answer: task.rubric.map(({ text }) => toPlain(text)) };
  }
}

/** The greatest length of a value that stands on one line. */
const widest = 160;

/** JSON with a short list or map on one line: thirty versions' bubbles would else be a line a number. */
export function formatAnswers(answers: Answers): string {
  const write = (value: unknown, indent: string): string => {
    const line = JSON.stringify(value);
    if (typeof value !== 'object' || value === null || line.length <= widest) return spacedOut(line);
    const inner = `${indent}  `;
    const items = Array.isArray(value)
      ? value.map((each) => write(each, inner))
      : Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([name, each]) => `${JSON.stringify(name)}: ${write(each, inner)}`);
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
  };
  return `${write(answers, '')}\n`;
}

/** A line of JSON with a space after each comma and colon that does not stand in a string. */
const spacedOut = (line: string): string =>
  line.replace(/("(?:[^"\\]|\\.)*")|([,:])/g, (_, string?: string, sign?: string) => string ?? `${sign} `);
