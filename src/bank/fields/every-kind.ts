import { z } from 'zod';
import { levels, uses } from '../question.ts';
import { day, decimal, fields, identifier, integer, oneOf, oneOrMany, text } from './shape.ts';

const citation = fields(
  {
    source: identifier("The key of the bank's source, if not the file's.").optional(),
    paragraph: integer(1, 100_000, 'The paragraph, counted from 1.').optional(),
    quote: text('At most twelve words of the source, exactly as they stand there.')
      .refine((quote) => quote.trim().split(/\s+/).length <= 12, 'at most twelve words')
      .meta({ pattern: '^\\s*(\\S+\\s+){0,11}\\S+\\s*$' })
      .optional(),
  },
  'What the question rests on.',
);

const tags = oneOrMany(
  text('A tag.').regex(/^[^\s"]+$/u, 'a tag without spaces or quotation marks'),
  'Tags; `::` separates levels.',
);

const useList = (about: string) => oneOrMany(oneOf(uses, 'A target.'), about).optional();

/** What a file may set for all its questions. */
export const defaultable = {
  tags: tags.optional(),
  level: oneOf(levels, "Bloom's level.").optional(),
  difficulty: integer(1, 5, '1 (easy) to 5 (hard).').optional(),
  points: decimal(0, 1000, 'Points on paper.').optional(),
  minutes: decimal(0, 1000, 'Minutes on paper.').optional(),
  only: useList('Only these targets: anki, quiz, practice.'),
  except: useList('All targets but these.'),
};

/** A picture of the bank's folder with words for those who cannot see it. */
export const picture = (about: string) =>
  fields(
    {
      file: text("A file of the bank's folder."),
      alt: text('What the picture shows, for those who cannot see it.'),
    },
    about,
  );

/** The fields that every kind of question takes. */
export const commonShape = {
  id: identifier('Unique in the bank, and never changed: what learners know of the question hangs on it.'),
  was: oneOrMany(
    identifier('An earlier id.'),
    'Earlier ids, the oldest first: renaming without loss.',
  ).optional(),
  why: text('Explanation: back of the card and answer key.').optional(),
  hint: text('Shown on demand.').optional(),
  cite: oneOrMany(citation, 'What the question rests on; one place or a list.').optional(),
  ...defaultable,
  image: picture('A picture with the question.').optional(),
  audio: fields({ file: text("A file of the bank's folder.") }, 'A sound with the question.').optional(),
  retired: day('The day the question was withdrawn; it stays in the bank.').optional(),
  waive: z
    .record(z.string(), text('The reason.'), 'a map of rules to reasons')
    .describe('Rules switched off for this question, each with the reason.')
    .optional(),
  note: text('For authors; appears nowhere.').optional(),
};

/** The common fields of a question as read, before defaults. */
export type RawCommon = z.output<z.ZodObject<typeof commonShape>>;
