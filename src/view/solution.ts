import { keyLetters, matchLetters, type Printed } from '../quiz/versions/printed.ts';
import { toPlain } from '../text/plain.ts';
import type { Tree } from '../text/tree.ts';
import { count } from '../words/words.ts';
import type { PrintStyle } from './document.ts';
import type { LetteredText } from './space.ts';

/** A question's answer in the printed key. */
export interface Solution {
  /** What is quickly compared: letters, or the word for true or false; empty when there is only text. */
  readonly mark: string;
  readonly texts: readonly Tree[];
  /** Points that a line of the rubric earns, one for each of the texts. */
  readonly points?: readonly string[];
  /** Said before the texts: "any 2 of these". */
  readonly note?: string;
  /** Why single options are right or wrong, in printed order. */
  readonly reasons?: readonly LetteredText[];
}

/** What the key says of a question. */
export function solutionOf(printed: Printed, { words }: PrintStyle): Solution {
  const { question, task, options, points } = printed;
  switch (task.t) {
    case 'choice': {
      const right = task.options.filter((option) => option.right);
      if (task.verdict) return { mark: right.map(({ text }) => toPlain(text)).join(), texts: [] };
      const reasons = options.flatMap(({ letter, at }) => {
        const why = task.options[at]?.why;
        return why ? [{ letter, text: why }] : [];
      });
      const texts = options.filter((option) => option.right).map(({ text }) => text);
      return { mark: keyLetters(printed).join(' '), texts, reasons };
    }
    case 'text': {
      const mark = keyLetters(printed).join(' ');
      const { answers, need, typed } = task;
      if (typed || need === answers.length) return { mark, texts: answers };
      return { mark, note: words.anyOf.replace('#', String(need)), texts: answers };
    }
    case 'number':
      return { mark: '', texts: [task.answer] };
    case 'gaps':
      return { mark: '', texts: task.gaps.map(({ children }) => [{ type: 'paragraph', children }]) };
    case 'match':
      return {
        mark: matchLetters(task, options).join(' '),
        texts: task.pairs.flatMap(({ right }) => task.rights.slice(right, right + 1)),
      };
    case 'order':
      return { mark: options.map(({ at }) => at + 1).join(' '), texts: task.items };
    case 'regions':
      return { mark: '', texts: task.regions.map(({ label }) => label) };
    case 'essay': {
      // Where a section gives other points than the rubric adds up to, the teacher divides them.
      const told = points === question.points;
      return {
        mark: '',
        texts: task.rubric.map(({ text }) => text),
        points: task.rubric.map((line) => (told ? count(words, 'points', line.points) : '')),
      };
    }
  }
}
