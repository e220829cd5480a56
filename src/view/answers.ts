import type { Quiz } from '../bank/bank.ts';
import type { Copy } from '../quiz/class/copies.ts';
import type { Pupil } from '../quiz/class/roster.ts';
import { printedOf, type Version } from '../quiz/versions/printed.ts';
import type { SheetLayout } from '../sheet/layout.ts';
import { paperKind } from '../targets/prints/kinds/index.ts';
import type { Answer } from '../targets/prints/kinds/kind.ts';
import type { Words } from '../words/words.ts';

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
    readonly sheet?: SheetLayout;
  }[];
  /** With a class list: whose copy is of which version. The number is in the sheet's QR code. */
  readonly copies?: readonly { readonly copy: number; readonly version: string; readonly pupil: Pupil }[];
}

/** What an answers file may hold beside the answers. */
export interface AnswersOptions {
  /** Of each version. */
  readonly sheets?: readonly SheetLayout[];
  readonly copies?: readonly Copy[];
}

/** The answers of all versions of a quiz; texts are plain, True and False in the bank's language. */
export function answersOf(
  quiz: Quiz,
  versions: readonly Version[],
  words: Words,
  { sheets = [], copies = [] }: AnswersOptions = {},
): Answers {
  const dealt = copies.flatMap(({ number, version, pupil }) =>
    pupil ? [{ copy: number, version: versions[version]?.letter ?? '', pupil }] : [],
  );
  return {
    quiz: quiz.id,
    seed: quiz.seed,
    versions: versions.map((version, at) => ({
      version: version.letter,
      questions: printedOf(version).map((printed) => {
        const { number, question, points } = printed;
        const answer = paperKind(question).answer(printed, words);
        return { number, question: question.id, kind: question.kind, points, ...answer };
      }),
      ...(sheets[at] ? { sheet: sheets[at] } : {}),
    })),
    ...(dealt.length > 0 ? { copies: dealt } : {}),
  };
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
