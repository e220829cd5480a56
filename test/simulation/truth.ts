import type { Frame } from './words.ts';

/** The kinds whose parts have numbers. */
export const partKinds = ['cloze', 'list', 'match', 'diagram'] as const;
export type PartKind = (typeof partKinds)[number];

export const kinds = [...partKinds, 'basic', 'typed', 'choice', 'discuss', 'term'] as const;
export type Kind = (typeof kinds)[number];

export const isPartKind = (kind: Kind): kind is PartKind => (partKinds as readonly Kind[]).includes(kind);

export type Rect = readonly [x: number, y: number, width: number, height: number];

/** A part, and who it truly is: `self` stays with it through edits, moves, removals and returns. */
export interface Part {
  readonly self: string;
  readonly text: string;
  /** What it says where no slip is in it. */
  readonly proper: string;
  /** What belongs to it, in a match. */
  readonly right: string;
  /** Where it is, in a diagram. */
  readonly rect: Rect;
  /** The words around it, in a cloze. */
  readonly frame: Frame;
  /** Of a cloze: false where the words stand in the sentence without braces. */
  readonly shown: boolean;
  /** What the author says of it to the build. */
  readonly key?: string | undefined;
  readonly number?: number | undefined;
  readonly was: readonly string[];
}

/** The parts of a question of one kind; those that were removed may come back. */
export interface Shape {
  readonly parts: readonly Part[];
  readonly gone: readonly Part[];
}

export interface Question {
  readonly self: string;
  readonly id: string;
  readonly was: readonly string[];
  readonly kind: Kind;
  /** Those of each kind that it has been. */
  readonly shapes: Readonly<Partial<Record<PartKind, Shape>>>;
  readonly topic: number;
  readonly retired: boolean;
  readonly prompt: string;
  readonly answer: string;
  /** Of which texts most of its parts are. */
  readonly family: number;
  /**
   * Every text that a part of it ever had, as "kind part text": no other part of the kind is given it, since that would be
   * the old one come back.
   */
  readonly texts: readonly string[];
}

/** A bank as its author knows it. */
export interface Truth {
  readonly questions: readonly Question[];
  /** Deleted from the YAML; they may come back. */
  readonly away: readonly Question[];
}

/** The texts that its parts may not have, without capitals, but for those of the part itself. */
export const usedTexts = ({ kind, texts }: Question, self = ''): ReadonlySet<string> =>
  new Set(
    texts.flatMap((each) => {
      const [of, part, ...words] = each.split(' ');
      return of === kind && part !== self ? [words.join(' ').toLowerCase()] : [];
    }),
  );

/** The parts that the question has now, of the kind that it is now. */
export const shapeOf = ({ kind, shapes }: Question): Shape =>
  (isPartKind(kind) ? shapes[kind] : undefined) ?? { parts: [], gone: [] };

/** Those of them that have a card. */
export const shownParts = (question: Question): readonly Part[] =>
  shapeOf(question).parts.filter(({ shown }) => shown);

/** The question with other parts of its kind; it remembers their texts. */
export function withShape(question: Question, shape: Shape): Question {
  const { kind, shapes, texts } = question;
  if (!isPartKind(kind)) return question;
  const said = [...shape.parts, ...shape.gone].flatMap(({ self, text, proper }) =>
    [text, proper].map((words) => `${kind} ${self} ${words}`),
  );
  return { ...question, shapes: { ...shapes, [kind]: shape }, texts: [...new Set([...texts, ...said])] };
}

/** The question with each part that has a card changed, or as it was. */
export const withParts = (question: Question, change: (part: Part) => Part): Question => {
  const { parts, gone } = shapeOf(question);
  return withShape(question, { parts: parts.map((part) => (part.shown ? change(part) : part)), gone });
};

/** What each part says, by who it is. */
export const textsOf = ({ questions, away }: Truth): ReadonlyMap<string, string> =>
  new Map(
    [...questions, ...away].flatMap((question) => {
      const { parts, gone } = shapeOf(question);
      return [...gone, ...parts].map(({ self, text }) => [self, text] as const);
    }),
  );
