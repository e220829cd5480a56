import type { Picture } from '../../bank/question.ts';
import type { ChoiceTask, EssayTask, Task } from '../../bank/task.ts';
import { letter } from '../../quiz/letters.ts';
import { shuffled } from '../../quiz/shuffle.ts';
import { ordersOf } from '../../quiz/versions/orders.ts';
import { lineOf, toPlain } from '../../text/plain.ts';
import { present } from '../../text/present.ts';
import { type Block, type Inline, literal, mapInline, type Tree } from '../../text/tree.ts';
import { type LetteredText, withoutKey } from '../../view/space.ts';
import type { Words } from '../../words/words.ts';

/** One side of a card; texts are trees, a picture is the bank's file. */
export interface Side {
  readonly blocks: Tree;
  readonly options?: readonly LetteredText[];
  /** Width of a blank in millimetres. */
  readonly blank?: number;
  readonly picture?: Picture | undefined;
  /** Printed smaller at the end. */
  readonly why?: Tree;
}

export interface Sides {
  readonly front: Side;
  readonly back: Side;
}

/**
 * A question's two sides; undefined where the task needs room to work in. `id` is the question's, which decides the order of
 * what is shuffled.
 */
export function sidesOf(id: string, task: Task, words: Words): Sides | undefined {
  const { prompt } = task;
  switch (task.t) {
    case 'choice':
      return task.verdict ? verdict(task) : choice(id, task, words);
    case 'text': {
      const { term, typed, answers, ordered } = task;
      if (term) return both([strong(lineOf(term))], answers.flat());
      if (typed) return both(prompt, [...literal(typed.best), ...typed.accept.flatMap(quiet)]);
      return both(prompt, answers.length > 1 ? [listOf(answers, ordered)] : answers.flat());
    }
    case 'number':
      return both(prompt, task.answer);
    case 'gaps':
      return { front: { blocks: prompt, blank: 18 }, back: { blocks: mapInline(prompt, filled) } };
    case 'order': {
      const mixed = shuffled(task.items, ['flashcard', id]);
      return both([...prompt, listOf(mixed, false)], [listOf(task.items, true)]);
    }
    case 'essay':
      return essay(task);
    case 'match':
    case 'regions':
      return undefined;
  }
}

/** A longer rubric is for an essay that no card can hold. */
const longestRubric = 360;

function essay({ prompt, rubric }: EssayTask): Sides | undefined {
  const lines = rubric.map(({ text }) => text);
  if (lines.reduce((sum, text) => sum + toPlain(text).length, 0) > longestRubric) return undefined;
  return both(prompt, [listOf(lines, false)]);
}

function verdict({ prompt, options }: ChoiceTask): Sides {
  const ask = `${options.map(({ text }) => toPlain(text)).join(' / ')}?`;
  const right = options.filter((option) => option.right);
  return both([...prompt, ...literal(ask)], [strong(right.flatMap(({ text }) => lineOf(text)))]);
}

function choice(id: string, task: ChoiceTask, words: Words): Sides {
  const order = present(ordersOf(task, ['flashcard', id])[0], `order of the options of "${id}"`);
  const lettered = order.map(({ text, right }, at) => ({ letter: letter(at), text, right }));
  const right = lettered.filter((option) => option.right);
  const note = right.length > 1 ? quiet(words.chooseAll) : [];
  return {
    front: { blocks: [...task.prompt, ...note], options: lettered.map(withoutKey) },
    back: { blocks: [], options: right.map(withoutKey) },
  };
}

const both = (front: Tree, back: Tree): Sides => ({ front: { blocks: front }, back: { blocks: back } });

const strong = (children: readonly Inline[]): Block => ({
  type: 'paragraph',
  children: [{ type: 'strong', children }],
});

const quiet = (text: string): Tree => [
  { type: 'paragraph', children: [{ type: 'em', children: [{ type: 'text', text }] }] },
];

const listOf = (items: readonly Tree[], ordered: boolean): Block => ({
  type: 'list',
  ordered,
  start: 1,
  items,
});

/** A deletion's answer in its place, in bold. */
const filled = (node: Inline): Inline =>
  node.type === 'deletion' ? { type: 'strong', children: node.children } : node;
