import type { Random } from './random.ts';
import { type Part, type Question, type Rect, type Shape, shapeOf, usedTexts, withShape } from './truth.ts';
import { freshFrame, freshText, slip } from './words.ts';

/** What an author writes with: chance, names for parts and questions that none has had, and what builds have told. */
export interface Pen {
  readonly random: Random;
  readonly name: (of: string) => string;
  /** Which part each number of the question's note belongs to, as far as builds have told the author. */
  readonly numbersOf: (question: Question) => ReadonlyMap<number, string>;
}

export const partsOf = (question: Question): readonly Part[] => shapeOf(question).parts;

/** Parts that say the same are told apart by the words around them, or by where they are. */
export const mayRepeat = ({ kind }: Question): boolean => kind === 'cloze' || kind === 'diagram';

export const isSaid = (parts: readonly Part[], text: string): boolean =>
  parts.some((part) => part.text.toLowerCase() === text.toLowerCase());

export const reordered = (question: Question, parts: readonly Part[]): Question =>
  withShape(question, { ...shapeOf(question), parts });

export const mapped = (question: Question, change: (part: Part) => Part): Question =>
  reordered(question, partsOf(question).map(change));

export const inserted = (question: Question, part: Part, at: number): Question =>
  reordered(question, partsOf(question).toSpliced(at, 0, { ...part, shown: true }));

export function moved(question: Question, part: Part | undefined, to: number): Question | undefined {
  const at = part ? partsOf(question).indexOf(part) : -1;
  return part && at !== to
    ? reordered(question, partsOf(question).toSpliced(at, 1).toSpliced(to, 0, part))
    : undefined;
}

/** Removed, into what may come back; of a cloze perhaps only the braces. */
export function removed(
  question: Question,
  part: Part | undefined,
  bracesOnly: boolean,
): Question | undefined {
  if (!part) return undefined;
  if (bracesOnly && question.kind === 'cloze' && !hasTwin(question, part))
    return mapped(question, (each) => (each === part ? { ...part, shown: false } : each));
  return withoutPart(question, part);
}

export function withoutPart(question: Question, part: Part): Question | undefined {
  // One of two that say the same: what was said twice just now would be told from a part that moves by nobody.
  if (hasTwin(question, part)) return undefined;
  const { parts, gone }: Shape = shapeOf(question);
  return withShape(question, { parts: parts.filter((each) => each !== part), gone: [...gone, part] });
}

const hasTwin = (question: Question, { self, text }: Part): boolean =>
  isSaid(
    partsOf(question).filter((part) => part.self !== self),
    text,
  );

/** With other words; undefined where another part has them, or had them once. */
export function retold(question: Question, part: Part, text: string, proper = text): Question | undefined {
  if (hasTwin(question, part) || usedTexts(question, part.self).has(text.toLowerCase())) return undefined;
  return mapped(question, (each) => (each.self === part.self ? { ...part, text, proper } : each));
}

/** With a slip, or with one that is mended. */
export function reslipped(question: Question, part: Part | undefined, random: Random): Question | undefined {
  if (!part) return undefined;
  const isRight = part.text === part.proper;
  return retold(
    question,
    part,
    isRight || random.chance(0.2) ? slip(random, part.text) : part.proper,
    part.proper,
  );
}

export const numbered = (question: Question, part: Part, number: number): Question | undefined =>
  question.kind === 'cloze'
    ? mapped(question, (each) => (each.self === part.self ? { ...part, number } : each))
    : undefined;

/** A part that was never there. */
export function newPart(question: Question, { random, name }: Pen): Part {
  const used = usedTexts(question);
  const text = freshText(random, question.family, used);
  const slipped = slip(random, text);
  return {
    self: name('part'),
    text: random.chance(0.25) && !used.has(slipped.toLowerCase()) ? slipped : text,
    proper: text,
    right: `what goes with ${text}`,
    rect: [
      random.below(70) / 100,
      random.below(70) / 100,
      0.05 + random.below(20) / 100,
      0.05 + random.below(20) / 100,
    ],
    frame: freshFrame(
      random,
      partsOf(question).map(({ frame }) => frame),
    ),
    shown: true,
    was: [],
  };
}

/** The part marked as none that there was: by a key, in a cloze by a number. */
export const keyed = (question: Question, part: Part, pen: Pen): Part =>
  question.kind === 'cloze'
    ? { ...part, number: unusedNumber(question, pen) }
    : { ...part, key: pen.name('key') };

/** A number that the question's note never had, as far as the author knows: the next one, or any from 1 to 500. */
export function unusedNumber(question: Question, { random, numbersOf }: Pen): number {
  const own = partsOf(question).flatMap(({ number }) => number ?? []);
  const used = new Set([...numbersOf(question).keys(), ...own]);
  const next = Math.max(0, ...used) + 1;
  let number = next <= 500 && random.chance(0.5) ? next : 1 + random.below(500);
  while (used.has(number)) number = 1 + random.below(500);
  return number;
}

/** Drawn anew: a little further, a little larger or smaller. */
export function nudged(random: Random, [x, y, width, height]: Rect): Rect {
  const by = (value: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, value + (random.below(7) - 3) / 100)) * 100) / 100;
  return [by(x, 0, 0.7), by(y, 0, 0.7), by(width, 0.02, 0.28), by(height, 0.02, 0.28)];
}
