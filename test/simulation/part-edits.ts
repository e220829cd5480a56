import { present } from '../../src/text/present.ts';
import {
  inserted,
  isSaid,
  keyed,
  mapped,
  mayRepeat,
  moved,
  newPart,
  nudged,
  numbered,
  type Pen,
  partsOf,
  removed,
  reordered,
  reslipped,
  retold,
  unusedNumber,
  withoutPart,
} from './parts.ts';
import { type Part, type Question, shapeOf, shownParts, usedTexts, withShape } from './truth.ts';
import { changedFrame, freshText, reworded, rewritten, slip } from './words.ts';

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
    return less && inserted(less, said, at);
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
    // What another part said before it was removed would be that part come back.
    if (!part || !mayRepeat(question) || usedTexts(question, part.self).has(part.text.toLowerCase()))
      return undefined;
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
