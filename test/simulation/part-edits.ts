import { present } from '../../src/text/present.ts';
import type { Random } from './random.ts';
import {
  type Part,
  type Question,
  type Rect,
  type Shape,
  shapeOf,
  shownParts,
  usedTexts,
  withShape,
} from './truth.ts';
import { changedFrame, freshFrame, freshText, reworded, rewritten, slip } from './words.ts';

/** What an author writes with: chance, names for parts and questions that none has had, and what builds have told. */
export interface Pen {
  readonly random: Random;
  readonly name: (of: string) => string;
  /** Which part each number of the question's note belongs to, as far as builds have told the author. */
  readonly numbersOf: (question: Question) => ReadonlyMap<number, string>;
}

type Edit = (question: Question, pen: Pen) => Question | undefined;

/** What can be done to the parts of a question, and how often it is; each gives nothing where it cannot be done. */
const edits = {
  add: (question, pen) =>
    inserted(question, newPart(question, pen), pen.random.below(partsOf(question).length + 1)),
  'add in front': (question, pen) => inserted(question, newPart(question, pen), 0),
  remove: (question, { random }) => removed(question, random.one(shownParts(question)), random.chance(0.4)),
  'mend a slip': (question, { random }) => reslipped(question, random.one(shownParts(question)), random),
  reword: (question, { random }) => {
    const part = random.one(shownParts(question));
    return part && retold(question, part, reworded(random, part.text));
  },
  rewrite: (question, { random }) => {
    const part = random.one(shownParts(question));
    const text = rewritten(random, usedTexts(question));
    // An author who writes a part anew may know that nobody else can tell that it is the same.
    const was =
      part && random.chance(0.5) && question.kind !== 'cloze' ? [...part.was, part.text] : part?.was;
    return part && retold(question, { ...part, was: was ?? [] }, text);
  },
  replace: (question, pen) => {
    const old = pen.random.one(shownParts(question));
    if (!old) return undefined;
    const at = partsOf(question).indexOf(old);
    const part = { ...newPart(question, pen), frame: old.frame, rect: old.rect };
    const said = pen.random.chance(0.5) ? keyed(question, part, pen) : part;
    const less = withoutPart(question, old);
    return inserted({ ...less, texts: question.texts }, said, at);
  },
  move: (question, { random }) =>
    moved(question, random.one(partsOf(question)), random.below(partsOf(question).length)),
  swap: (question, { random }) => {
    const [one, other] = random.shuffled(partsOf(question));
    if (!one || !other) return undefined;
    return mapped(question, (part) => (part === one ? other : part === other ? one : part));
  },
  reverse: (question) => reordered(question, partsOf(question).toReversed()),
  'mend beside a new one': (question, pen) => {
    const part = pen.random.one(shownParts(question));
    const at = part ? partsOf(question).indexOf(part) : -1;
    const mended = reslipped(question, part, pen.random);
    return mended && inserted(mended, newPart(mended, pen), at + pen.random.below(2));
  },
  'mend beside a removed one': (question, { random }) => {
    const parts = shownParts(question);
    const at = random.below(parts.length - 1);
    const mended = reslipped(question, parts[at], random);
    return mended && removed(mended, shownParts(mended)[at + 1], false);
  },
  'mend and move': (question, { random }) => {
    const part = random.one(shownParts(question));
    const mended = reslipped(question, part, random);
    const now = mended && partsOf(mended).find(({ self }) => self === part?.self);
    return mended && moved(mended, now, random.below(partsOf(mended).length));
  },
  'say twice': (question, pen) => {
    const part = pen.random.one(shownParts(question));
    if (!part || !mayRepeat(question)) return undefined;
    return inserted(
      question,
      { ...newPart(question, pen), text: part.text, proper: part.proper },
      pen.random.below(partsOf(question).length),
    );
  },
  'bring back': (question, { random }) => {
    const hidden = partsOf(question).find(({ shown }) => !shown);
    if (hidden) return mapped(question, (part) => (part === hidden ? { ...part, shown: true } : part));
    const { parts, gone } = shapeOf(question);
    const part = random.one(gone);
    if (!part || (!mayRepeat(question) && isSaid(parts, part.text))) return undefined;
    const less = withShape(question, { parts, gone: gone.filter((each) => each !== part) });
    return inserted(less, part, random.below(parts.length + 1));
  },
  'change the words around': (question, { random }) => {
    const part = random.one(partsOf(question));
    if (!part || question.kind !== 'cloze') return undefined;
    return mapped(question, (each) =>
      each === part ? { ...part, frame: changedFrame(random, part.frame) } : each,
    );
  },
  'move its region': (question, { random }) => {
    const part = random.one(partsOf(question));
    if (!part || question.kind !== 'diagram') return undefined;
    return mapped(question, (each) => (each === part ? { ...part, rect: nudged(random, part.rect) } : each));
  },
  'give another right side': (question, { random }) => {
    const part = random.one(partsOf(question));
    if (!part || question.kind !== 'match') return undefined;
    return mapped(question, (each) =>
      each === part ? { ...part, right: reworded(random, part.right) } : each,
    );
  },
  'write its number': (question, { random, numbersOf }) => {
    const part = random.one(shownParts(question));
    const number = [...numbersOf(question)].find(([, self]) => self === part?.self)?.[0];
    return part && number !== undefined ? numbered(question, part, number) : undefined;
  },
  'write a new number': (question, pen) => {
    const part = newPart(question, pen);
    const with_ = { ...part, number: unusedNumber(question, pen) };
    return question.kind === 'cloze'
      ? inserted(question, with_, pen.random.below(partsOf(question).length))
      : undefined;
  },
  'write a wrong number': (question, { random, numbersOf }) => {
    const part = random.one(shownParts(question));
    const number = random.one([...numbersOf(question).keys()]);
    return part && number !== undefined ? numbered(question, part, number) : undefined;
  },
  'swap numbers': (question, { random, numbersOf }) => {
    const numbers = [...numbersOf(question)];
    const [one, other] = random.shuffled(shownParts(question));
    const of = (part: Part | undefined) => numbers.find(([, self]) => self === part?.self)?.[0];
    const [first, second] = [of(one), of(other)];
    if (!one || !other || first === undefined || second === undefined) return undefined;
    const swapped = numbered(question, one, second);
    return swapped && numbered(swapped, other, first);
  },
} satisfies Record<string, Edit>;

export type EditName = keyof typeof edits;

const weights: Readonly<Record<EditName, number>> = {
  add: 4,
  'add in front': 2,
  remove: 4,
  'mend a slip': 5,
  reword: 3,
  rewrite: 1,
  replace: 1,
  move: 2,
  swap: 1,
  reverse: 0.5,
  'mend beside a new one': 2,
  'mend beside a removed one': 2,
  'mend and move': 2,
  'say twice': 1,
  'bring back': 2,
  'change the words around': 1,
  'move its region': 2,
  'give another right side': 1,
  'write its number': 0.7,
  'write a new number': 0.7,
  'write a wrong number': 0.5,
  'swap numbers': 0.5,
};

/** The question after an edit to its parts, and what was done. A question of several parts keeps two. */
export function editParts(question: Question, pen: Pen): readonly [Question, EditName] | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const name = pen.random.weighted(weights);
    const after = edits[name](question, pen);
    if (after && shownParts(after).length >= 2 && shownParts(after).length <= 14) return [after, name];
  }
  return undefined;
}

/** The only deletion of a question is the same for ever, whatever its words. */
export function editOnly(question: Question, { random }: Pen): readonly [Question, EditName] {
  const [part] = shownParts(question);
  const only = present(part, 'deletion');
  const text = random.chance(0.5)
    ? slip(random, only.text)
    : freshText(random, question.family, usedTexts(question));
  return [
    withShape(question, {
      parts: partsOf(question).map((each) => (each === only ? { ...only, text, proper: text } : each)),
      gone: [],
    }),
    'mend a slip',
  ];
}

const partsOf = (question: Question): readonly Part[] => shapeOf(question).parts;

/** Parts that say the same are told apart by the words around them, or by where they are. */
const mayRepeat = ({ kind }: Question): boolean => kind === 'cloze' || kind === 'diagram';

const isSaid = (parts: readonly Part[], text: string): boolean =>
  parts.some((part) => part.text.toLowerCase() === text.toLowerCase());

const reordered = (question: Question, parts: readonly Part[]): Question =>
  withShape(question, { ...shapeOf(question), parts });

const mapped = (question: Question, change: (part: Part) => Part): Question =>
  reordered(question, partsOf(question).map(change));

const inserted = (question: Question, part: Part, at: number): Question =>
  reordered(question, partsOf(question).toSpliced(at, 0, { ...part, shown: true }));

function moved(question: Question, part: Part | undefined, to: number): Question | undefined {
  const at = part ? partsOf(question).indexOf(part) : -1;
  return part && at !== to
    ? reordered(question, partsOf(question).toSpliced(at, 1).toSpliced(to, 0, part))
    : undefined;
}

/** Removed, into what may come back; of a cloze perhaps only the braces. */
function removed(question: Question, part: Part | undefined, bracesOnly: boolean): Question | undefined {
  if (!part) return undefined;
  if (bracesOnly && question.kind === 'cloze')
    return mapped(question, (each) => (each === part ? { ...part, shown: false } : each));
  return withoutPart(question, part);
}

function withoutPart(question: Question, part: Part): Question {
  const { parts, gone }: Shape = shapeOf(question);
  return withShape(question, { parts: parts.filter((each) => each !== part), gone: [...gone, part] });
}

/** With other words; undefined where another part has them, or had them once. */
function retold(question: Question, part: Part, text: string, proper = text): Question | undefined {
  if (usedTexts(question, part.self).has(text.toLowerCase())) return undefined;
  return mapped(question, (each) => (each.self === part.self ? { ...part, text, proper } : each));
}

/** With a slip, or with one that is mended. */
function reslipped(question: Question, part: Part | undefined, random: Random): Question | undefined {
  if (!part) return undefined;
  const isRight = part.text === part.proper;
  return retold(
    question,
    part,
    isRight || random.chance(0.2) ? slip(random, part.text) : part.proper,
    part.proper,
  );
}

const numbered = (question: Question, part: Part, number: number): Question | undefined =>
  question.kind === 'cloze'
    ? mapped(question, (each) => (each.self === part.self ? { ...part, number } : each))
    : undefined;

/** A part that was never there. */
export function newPart(question: Question, { random, name }: Pen): Part {
  const text = freshText(random, question.family, usedTexts(question));
  return {
    self: name('part'),
    text: random.chance(0.25) ? slip(random, text) : text,
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

/** A number from 1 to 500 that the question's note never had, as far as the author knows. */
export function unusedNumber(question: Question, { random, numbersOf }: Pen): number {
  const used = new Set([...numbersOf(question).keys(), ...partsOf(question).map(({ number }) => number)]);
  let number = 1 + random.below(500);
  while (used.has(number)) number = 1 + random.below(500);
  return number;
}

/** Drawn anew: a little further, a little larger or smaller. */
function nudged(random: Random, [x, y, width, height]: Rect): Rect {
  const by = (value: number, least: number, most: number) =>
    Math.round(Math.min(most, Math.max(least, value + (random.below(7) - 3) / 100)) * 100) / 100;
  return [by(x, 0, 0.7), by(y, 0, 0.7), by(width, 0.02, 0.28), by(height, 0.02, 0.28)];
}
