import { present } from '../../src/text/present.ts';
import { editOnly, editParts } from './part-edits.ts';
import { newPart, type Pen } from './parts.ts';
import {
  isPartKind,
  type Kind,
  kinds,
  type PartKind,
  type Question,
  type Shape,
  shapeOf,
  shownParts,
  type Truth,
  withShape,
} from './truth.ts';
import { familyCount, freshText, slip } from './words.ts';

/** What an author did to each question since the last release, by who the question truly is. */
export type Deeds = Map<string, string[]>;

const did = (deeds: Deeds, { self }: Question, what: string): void => {
  deeds.set(self, [...(deeds.get(self) ?? []), what]);
};

const likelyKinds: Readonly<Record<Kind, number>> = {
  cloze: 4,
  list: 4,
  match: 3,
  diagram: 3,
  basic: 1,
  typed: 0.5,
  choice: 0.5,
  discuss: 0.5,
  term: 0.5,
};

/** A question that was never there, mostly of several parts. */
export function newQuestion(pen: Pen): Question {
  const { random } = pen;
  const self = pen.name('question');
  const family = random.below(familyCount);
  const first: Question = {
    self,
    id: `q-${self}`,
    was: [],
    kind: random.weighted(likelyKinds),
    shapes: {},
    topic: 1 + random.below(3),
    retired: false,
    prompt: `About ${self}: ${freshText(random, family, new Set())}`,
    answer: freshText(random, family, new Set()),
    family,
    texts: [],
  };
  if (!isPartKind(first.kind)) return first;
  const count = first.kind === 'cloze' && random.chance(0.15) ? 1 : 2 + random.below(5);
  let question = first;
  for (let at = 0; at < count; at++)
    question = withShape(question, { parts: [...shapeOf(question).parts, newPart(question, pen)], gone: [] });
  return question;
}

/** A release's work: parts of about half of the questions edited, and a few things done to questions themselves. */
export function revise(truth: Truth, pen: Pen, deeds: Deeds): Truth {
  const questions = truth.questions.map((question) => {
    const revised = pen.random.chance(0.55) ? reviseQuestion(question, pen, deeds) : question;
    return pen.random.chance(0.08) ? reviseWhole(revised, pen, deeds) : revised;
  });
  return comeAndGo({ ...truth, questions }, pen, deeds);
}

/** One to three edits to its parts, or one to its answer. */
export function reviseQuestion(question: Question, pen: Pen, deeds: Deeds): Question {
  if (!isPartKind(question.kind)) {
    did(deeds, question, 'answer');
    return { ...question, answer: slip(pen.random, question.answer) };
  }
  let revised = question;
  for (let times = 1 + pen.random.below(3); times > 0; times--) {
    const edited = shownParts(revised).length === 1 ? editOnly(revised, pen) : editParts(revised, pen);
    // Said twice in the same release as it was changed, a text is told from its twin by nobody.
    if (!edited || (edited[1] === 'say twice' && revised !== question)) continue;
    revised = edited[0];
    did(deeds, question, edited[1]);
  }
  return revised;
}

const wholeEdits = { rename: 3, retire: 1, topic: 2, kind: 3, prompt: 2 } as const;

/** Something done to the question itself. */
export function reviseWhole(question: Question, pen: Pen, deeds: Deeds): Question {
  const edit = pen.random.weighted(wholeEdits);
  did(deeds, question, edit);
  if (edit === 'rename')
    return { ...question, id: `q-${pen.name('id')}`, was: [...question.was, question.id] };
  if (edit === 'retire') return { ...question, retired: !question.retired };
  if (edit === 'topic') return { ...question, topic: 1 + pen.random.below(3) };
  if (edit === 'prompt') return { ...question, prompt: slip(pen.random, question.prompt) };
  return rekinded(question, pen);
}

/** Of another kind, or of one that it was before, with the parts that it then had. */
function rekinded(question: Question, pen: Pen): Question {
  const before = Object.keys(question.shapes).filter((kind) => kind !== question.kind) as PartKind[];
  const kind =
    (pen.random.chance(0.6) ? pen.random.one(before) : undefined) ?? present(pen.random.one(kinds), 'kind');
  const next = { ...question, kind };
  if (!isPartKind(kind) || next.shapes[kind]) return next;
  return withShape(next, firstShape(question, next, pen));
}

/** Parts that say what those of the last kind said; as parts of another kind they are others. */
function firstShape(question: Question, next: Question, pen: Pen): Shape {
  const seen = new Set<string>();
  const kept = shownParts(question).filter(({ text }) => {
    const isNew = !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
  const parts = kept.map((part) => ({
    ...part,
    self: pen.name('part'),
    key: undefined,
    number: undefined,
    was: [],
  }));
  let shape: Shape = { parts, gone: [] };
  while (shape.parts.length < 2)
    shape = { parts: [...shape.parts, newPart(withShape(next, shape), pen)], gone: [] };
  return shape;
}

/** Questions that are new, leave the bank, or come back to it. */
function comeAndGo(truth: Truth, pen: Pen, deeds: Deeds): Truth {
  const { random } = pen;
  let { questions, away } = truth;
  if (random.chance(0.5)) {
    const question = newQuestion(pen);
    did(deeds, question, 'new');
    questions = questions.toSpliced(random.below(questions.length + 1), 0, question);
  }
  if (random.chance(0.15) && questions.length > 6) {
    const at = random.below(questions.length);
    const question = present(questions[at], 'question');
    did(deeds, question, 'delete');
    away = [...away, question];
    questions = questions.toSpliced(at, 1);
  }
  if (random.chance(0.3) && away.length > 0) {
    const at = random.below(away.length);
    const question = present(away[at], 'question');
    did(deeds, question, 'restore');
    away = away.toSpliced(at, 1);
    questions = [...questions, question];
  }
  return { questions, away };
}
