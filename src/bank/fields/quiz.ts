import { z } from 'zod';
import type { Quiz } from '../bank.ts';
import { kindNames } from '../kinds/index.ts';
import { levels } from '../question.ts';
import { decimal, fields, flag, identifier, integer, list, oneOf, oneOrMany, text } from './shape.ts';

const difficulty = z
  .string('a difficulty such as 2, or a range such as 1-3')
  .regex(/^[1-5](-[1-5])?$/, 'a difficulty such as 2, or a range such as 1-3')
  .refine(
    (range) => range[0] !== undefined && range[0] <= (range[2] ?? range[0]),
    'a range that goes upwards, such as 1-3',
  )
  .meta({
    type: ['string', 'integer'],
    pattern: '^([1-5]|1-[1-5]|2-[2-5]|3-[3-5]|4-[45]|5-5)$',
    minimum: 1,
    maximum: 5,
    examples: [2, '1-3'],
  })
  .describe('A difficulty or a range of it, 1 to 5.')
  .transform((range): [number, number] => [Number(range[0]), Number(range[2] ?? range[0])]);

const filter = fields(
  {
    kinds: oneOrMany(oneOf(kindNames, 'A kind.'), 'Only these kinds.').optional(),
    topics: oneOrMany(text('A topic.'), 'Only these topics.').optional(),
    tags: oneOrMany(text('A tag.'), 'Only questions with one of these tags.').optional(),
    level: oneOrMany(oneOf(levels, 'A level.'), "Only these of Bloom's levels.").optional(),
    difficulty: difficulty.optional(),
    ids: oneOrMany(identifier('An id.'), 'Only these questions.').optional(),
  },
  'What the section draws from.',
);

const section = fields(
  {
    title: text('A heading.').optional(),
    instructions: text('What to do, printed under the heading.').optional(),
    pick: integer(1, 1000, 'How many questions to draw.').optional(),
    from: filter.optional(),
    spread: oneOf(['topic', 'level', 'difficulty'], 'Draw evenly over these.').optional(),
    points: decimal(0, 1000, 'Points of each question.').optional(),
    questions: list(identifier('An id.'), 'Questions by name, in this order.').optional(),
  },
  'A section.',
).meta({ anyOf: [{ required: ['pick'] }, { required: ['questions'] }] });

/** A hundred sections are no paper, and a thousand quizzes no bank: each looks at all questions when it is drawn. */
const mostSections = 100;
export const mostQuizzes = 1000;

/** One quiz of `quizzes:`. */
export const quizShape = fields(
  {
    id: identifier('Names the folder of its papers.'),
    title: text('The title on the paper.'),
    instructions: text('What to do, printed under the title.').optional(),
    minutes: integer(1, 1000, 'How long pupils have.').optional(),
    versions: integer(1, 500, 'How many versions: 2 makes A and B.').optional(),
    parallel: flag('true: each version draws its own questions to the same blueprint.').optional(),
    seed: integer(0, 2_147_483_647, 'Same seed, same paper.').optional(),
    avoid: oneOrMany(identifier('A quiz.'), 'No question that those quizzes use.').optional(),
    paper: oneOf(['a4', 'letter'], 'The size of the paper.').optional(),
    columns: integer(1, 2, 'Columns, 1 or 2.').optional(),
    'answer-sheet': oneOf(['none', 'bubbles'], 'A sheet with bubbles to fill.').optional(),
    sections: list(section, 'The sections, in order.').max(mostSections, `at most ${mostSections} sections`),
  },
  'A quiz.',
);

/** A quiz with everything that was not said filled in. */
export function readQuiz({ 'answer-sheet': answerSheet = 'none', ...raw }: z.output<typeof quizShape>): Quiz {
  const { versions = 1, parallel = false, seed = 1, avoid = [], paper = 'a4' } = raw;
  return {
    ...raw,
    versions,
    parallel,
    seed,
    avoid,
    paper,
    columns: raw.columns === 2 ? 2 : 1,
    answerSheet,
    sections: raw.sections.map(({ from = {}, questions = [], ...rest }) => ({ ...rest, from, questions })),
  };
}
