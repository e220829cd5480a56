import type { BasicQuestion, PassageQuestion, Question } from '../../src/bank/question.ts';
import { choice, question } from './banks.ts';

/** A small generator of numbers from 0 to 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Questions in whose print the word `s7` comes first and `e7` last, with tables, pictures, long options and ruled lines;
 * every sixth is a passage with a word `p7` at its start and `q7` at its end, and one question of its own.
 */
export function randomQuestions(count: number, seed: number): Question[] {
  const random = numbers(seed);
  const words = (most: number) => Array.from({ length: Math.ceil(random() * most) }, () => 'lorem').join(' ');
  const table = () =>
    `\n\n| a | b |\n|--|--|\n${`| ${words(3)} | ${words(3)} |\n`.repeat(Math.ceil(random() * 6))}\n`;
  const one = (at: number, id: string): Question => {
    const prompt = `s${at} ${words(30)}${random() < 0.2 ? table() : ''}`;
    if (random() < 0.25)
      return question<BasicQuestion>({ kind: 'basic', id, prompt: `${prompt} e${at}`, answer: words(60) });
    const wrong = Array.from({ length: Math.ceil(random() * 5) }, (_, n) => `${n} ${words(25)}`);
    const image = random() < 0.15 ? { image: { file: 'map.png', alt: 'A map' } } : {};
    const last = { text: `e${at} ${words(20)}`, right: true, pin: 'last' as const };
    const options = [...wrong.map((text) => ({ text, right: false })), last];
    return { ...choice(id, { prompt, ...image }), options };
  };
  return Array.from({ length: count }, (_, at): Question => {
    if (at % 6 !== 5) return one(at, `q${at}`);
    const text = `p${at} ${words(220)} q${at}`;
    return question<PassageQuestion>({
      kind: 'passage',
      id: `q${at}`,
      prompt: 'Read the text and answer.',
      title: `Title${at}`,
      text,
      questions: [one(at, `q${at}-in`)],
    });
  });
}
