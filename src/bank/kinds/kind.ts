import type { z } from 'zod';
import type { Words } from '../../words/words.ts';
import type { Common, PassageQuestion, Question } from '../question.ts';
import type { Task } from '../task.ts';
import type { YamlMap } from '../yaml/node.ts';
import type { Path } from '../yaml/path.ts';

/** How one kind of question is written in YAML and read into the bank. One file in this folder defines one. */
export interface KindDefinition<Q extends Question = Question, Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly kind: Q['kind'];
  /** The key that tells it. */
  readonly head: string;
  /** Tells kinds of the same head apart: this field is there. */
  readonly mark?: string;
  /** What the kind is, for people. */
  readonly about: string;
  /** The fields besides those that every kind takes; the head key among them. */
  readonly shape: Shape;
  /** Fields of which one must be there. */
  readonly oneNeeded?: readonly string[];
  /** Points on paper when the author gives none. */
  points(question: Q): number;
  /** Minutes on paper when the author gives none. */
  minutes(question: Q): number;
  /** The kind's own part of the question; `node` is its YAML, which keeps the order of keys that are numbers. */
  build(raw: z.output<z.ZodObject<Shape>>, node: YamlMap): Omit<Q, keyof Common | 'kind'>;
  /** What it asks of a person; `words` are those of the bank's language. A passage asks nothing, its questions do. */
  readonly task: Q extends PassageQuestion ? null : (question: Q, words: Words) => Task;
  /** The right answers in plain words, as far as a stem could give them away. It decides draws, so it never changes. */
  telling(question: Q): readonly string[];
  /** What stands on paper before the answer, in plain words, if it is not the prompt alone; it decides draws too. */
  stems?(question: Q): readonly string[];
  /** Its texts in Markdown besides the prompt, each with its path in the YAML. */
  texts(question: Q): readonly (readonly [Path, string])[];
}

/** Gives a definition its types. */
export const defineKind =
  <Q extends Question>() =>
  <Shape extends z.ZodRawShape>(definition: KindDefinition<Q, Shape>): KindDefinition<Q, Shape> =>
    definition;
