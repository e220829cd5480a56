import type { Bank, Quiz, Section } from '../../src/bank/bank.ts';
import type { ChoiceQuestion, Question } from '../../src/bank/question.ts';

const common = {
  topic: 'One',
  was: [],
  cite: [],
  tags: [],
  points: 1,
  minutes: 1,
  uses: ['anki', 'quiz', 'practice'] as const,
  waive: {},
  place: { file: 'bank.yaml', start: 0 },
};

/** A question of the kind that `own` has, with everything else as plain as can be. */
export const question = <Q extends Question>(
  own: Omit<Q, keyof typeof common> & Partial<Pick<Q, keyof typeof common & keyof Q>>,
): Q => ({ ...common, ...own }) as unknown as Q;

/** A choice of one right and some wrong options. */
export const choice = (
  id: string,
  fields: Partial<ChoiceQuestion> & { right?: readonly string[]; wrong?: readonly string[] } = {},
): ChoiceQuestion => {
  const { right = [`right of ${id}`], wrong = [1, 2, 3].map((n) => `wrong ${n} of ${id}`), ...own } = fields;
  return question<ChoiceQuestion>({
    kind: 'choice',
    id,
    prompt: `Which is the answer to ${id}?`,
    options: [
      ...right.map((text) => ({ text, right: true })),
      ...wrong.map((text) => ({ text, right: false })),
    ],
    ...own,
  });
};

/** `count` choices with the ids `c0`, `c1`, …, dealt in turn to as many topics. */
export const choices = (count: number, topics = 1, prefix = 'c'): ChoiceQuestion[] =>
  Array.from({ length: count }, (_, at) => choice(`${prefix}${at}`, { topic: `Topic ${at % topics}` }));

export const section = (own: Partial<Section>): Section => ({ from: {}, questions: [], ...own });

export const quiz = (own: Partial<Quiz> & { sections: readonly Section[] }): Quiz => ({
  id: 'quiz',
  title: 'A quiz',
  versions: 1,
  parallel: false,
  seed: 1,
  avoid: [],
  paper: 'a4',
  columns: 1,
  answerSheet: 'none',
  ...own,
});

export const bank = (
  questions: readonly Question[],
  quizzes: readonly Quiz[] = [],
  own: Partial<Bank> = {},
): Bank => ({
  deck: 'A deck',
  id: 'a-deck',
  language: 'en-GB',
  authors: [],
  tags: [],
  subdecks: 'none',
  sources: {},
  anki: {},
  topics: [...new Set(questions.map(({ topic }) => topic))],
  questions,
  quizzes,
  ...own,
});
