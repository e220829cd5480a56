import { z } from 'zod';
import { defaultable } from './every-kind.ts';
import { mostQuizzes } from './quiz.ts';
import { day, decimal, fields, identifier, integer, list, oneOf, oneOrMany, text } from './shape.ts';

const source = fields(
  {
    author: text('Who wrote it.').optional(),
    title: text('Its title.'),
    published: text('Where and when it appeared.').optional(),
    url: text('Where a reader finds it.').optional(),
    fingerprint: text("The file with the text's hashes, which proves quotes without the text.").optional(),
    text: text('A local copy of the text, kept out of git.').optional(),
  },
  'Something the questions rest on.',
);

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** Desktop Anki takes packages of these names for a backup and replaces the learner's whole collection. */
const dangerous = /^(collection|backup-.*)$/;

const deckShape = {
  deck: text("The deck's name in Anki; `::` makes subdecks.")
    .refine(
      (name) => name.split('::').every((part) => part.trim() !== ''),
      'a name, with something on both sides of each "::"',
    )
    .meta({ pattern: '^(?!\\s*(::|$))(?![^]*::\\s*(::|$))', examples: ['Geography::Tides'] }),
  id: identifier("The bank's id; it never changes, for every note's identity hangs on it.")
    .refine(
      (id) => !dangerous.test(id),
      'an id that Anki does not take for a backup of everything (collection, backup-…)',
    )
    .meta({ pattern: '^(?!collection$|backup-)[a-z0-9][a-z0-9-]*$' }),
  language: text('The language of the questions, as a BCP 47 tag such as en-GB.')
    .refine(isLanguage, 'a language tag such as en-GB')
    .meta({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', examples: ['en-GB', 'de'] })
    .optional(),
  description: text('What the deck is and how to use it (Markdown).').optional(),
  author: oneOrMany(text('A name.'), 'Who wrote the deck; one name or a list.').optional(),
  license: text('The licence, such as CC-BY-4.0.').optional(),
  version: text('The version, such as 1.0.0.').optional(),
  date: day('The day of this version, for the release notes.').optional(),
  tags: defaultable.tags,
  subdecks: oneOf(['none', 'topic'], 'topic: one subdeck a topic.').optional(),
  targets: oneOrMany(text('A target.'), 'What a build makes; one target or a list.').optional(),
  sources: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id'), source, 'a map of sources')
    .describe('What the questions rest on, by a short name.')
    .optional(),
  anki: fields(
    {
      'new-per-day': integer(0, 9999, 'New cards a day.').optional(),
      retention: decimal(0.7, 0.99, 'Desired retention, 0.7 to 0.99.').optional(),
    },
    'Suggested options for the deck.',
  ).optional(),
  /** Read by `readQuizzes`, each quiz for itself, so that one mistake does not hide another. */
  quizzes: z
    .array(z.unknown(), 'a list')
    .max(mostQuizzes, `at most ${mostQuizzes} quizzes`)
    .describe('Blueprints of quizzes.')
    .optional(),
};

const topicShape = {
  topic: text('The heading of its questions; also a tag and, if asked for, a subdeck.'),
  source: identifier('The source of every `cite` that names none.').optional(),
  defaults: fields(defaultable, 'Values for questions that do not give their own.').optional(),
  questions: list(z.unknown(), 'The questions.'),
};

/** `deck.yaml`. */
export const deckFile = fields(deckShape, 'What the deck is.');

/** A question file. */
export const topicFile = fields(topicShape, 'Questions on one topic.');

/** A bank in one file: the keys of both. */
export const wholeFile = fields(
  {
    ...deckShape,
    source: topicShape.source,
    topics: list(z.unknown(), 'The topics, each with its questions.'),
  },
  'A whole bank in one file.',
);

/** `quizzes.yaml`. */
export const quizzesFile = fields({ quizzes: deckShape.quizzes.unwrap() }, 'Blueprints of quizzes.');

export type DeckFields = z.output<typeof deckFile>;
export type TopicFields = z.output<typeof topicFile>;
