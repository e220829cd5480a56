import type { z } from 'zod';
import type { Common, Question } from '../question.ts';
import type { YamlMap } from '../yaml/parse.ts';
import type { Path } from '../yaml/path.ts';

/** The keys that tell a question's kind. */
export type Head =
  | 'ask'
  | 'term'
  | 'cloze'
  | 'choose'
  | 'claim'
  | 'match'
  | 'order'
  | 'list'
  | 'discuss'
  | 'diagram'
  | 'passage';

/** How one kind of question is written in YAML and read into the bank. One file in this folder defines one. */
export interface KindDefinition<Q extends Question, Shape extends z.ZodRawShape> {
  readonly kind: Q['kind'];
  readonly head: Head;
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
  build(
    raw: z.output<z.ZodObject<Shape>>,
    node: YamlMap,
  ): Omit<Q, Exclude<keyof Common, 'image'> | 'kind' | 'image'>;
  /** Its texts in Markdown besides the prompt, each with its path in the YAML. */
  texts(question: Q): readonly (readonly [Path, string])[];
}

/** Gives a definition its types. */
export const defineKind =
  <Q extends Question>() =>
  <Shape extends z.ZodRawShape>(definition: KindDefinition<Q, Shape>): KindDefinition<Q, Shape> =>
    definition;
