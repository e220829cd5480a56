import type { Question, QuestionOf } from '../../bank/question.ts';
import { letter } from '../../quiz/letters.ts';
import { shuffled } from '../../quiz/shuffle.ts';
import { optionOrders } from '../../quiz/versions/orders.ts';
import { literal, type TypstBlock, type TypstInline } from '../../typst/markup.ts';
import { plainText } from '../../view/texts.ts';
import { paperKind } from '../prints/kinds/index.ts';
import type { Desk, LetteredText } from '../prints/kinds/kind.ts';

/** One side of a card. */
export interface Side {
  readonly blocks: readonly TypstBlock[];
  readonly options?: readonly LetteredText[];
  /** Width of a blank in millimetres. */
  readonly blank?: number;
}

export interface Sides {
  readonly front: Side;
  readonly back: Side;
}

/** Kinds with a front and a back; the others need room to work in, or a passage beside them. */
const sides: {
  readonly [K in Question['kind']]?: (question: QuestionOf<K>, desk: Desk) => Sides | undefined;
} = {
  basic: ({ prompt, answer }, { texts }) => both(texts.blocks(prompt), texts.blocks(answer)),
  typed: ({ prompt, typed, accept }, { texts }) =>
    both(texts.blocks(prompt), [...literal(typed), ...accept.flatMap((text) => quiet(literal(text)))]),
  number: (question, desk) =>
    both(
      desk.texts.blocks(question.prompt),
      paperKind(question).solution({ number: 1, question, points: 1, options: [] }, desk).texts.flat(),
    ),
  term: ({ prompt, means }, { texts }) => both([strong(texts.line(prompt))], texts.blocks(means)),
  cloze: ({ prompt }, { texts }) => ({
    front: { blocks: texts.clozeBlocks(prompt), blank: 18 },
    back: { blocks: filled(texts.clozeBlocks(prompt)) },
  }),
  choice: choiceSides,
  claim: ({ prompt, verdict }, { texts, words }) => {
    const { true: yes, false: no } = words;
    return both([...texts.blocks(prompt), paragraph([`${yes} / ${no}?`])], [strong([verdict ? yes : no])]);
  },
  order: ({ id, prompt, items }, { texts }) => {
    const mixed = shuffled(items, ['flashcard', id]);
    return both(
      [
        ...texts.blocks(prompt),
        listOf(
          mixed.map((item) => texts.blocks(item)),
          false,
        ),
      ],
      [
        listOf(
          items.map((item) => texts.blocks(item)),
          true,
        ),
      ],
    );
  },
  list: ({ prompt, items, ordered }, { texts }) =>
    both(texts.blocks(prompt), [
      listOf(
        items.map((item) => texts.blocks(item)),
        ordered,
      ),
    ]),
  discuss: ({ prompt, rubric }, { texts }) => {
    const letters = rubric.reduce((sum, { text }) => sum + plainText(text).length, 0);
    if (letters > longestRubric) return undefined;
    return both(texts.blocks(prompt), [
      listOf(
        rubric.map(({ text }) => texts.blocks(text)),
        false,
      ),
    ]);
  },
};

/** A longer rubric is for an essay, which no card can hold. */
const longestRubric = 360;

/** A question's two sides, or undefined for one that is no flashcard. */
export function sidesOf(question: Question, desk: Desk): Sides | undefined {
  // The table pairs every kind with its questions, which the compiler cannot follow through an index.
  const make = sides[question.kind] as ((question: Question, desk: Desk) => Sides | undefined) | undefined;
  return make?.(question, desk);
}

function choiceSides({ id, prompt, options }: QuestionOf<'choice'>, { texts, words }: Desk): Sides {
  const [order = []] = optionOrders(options, ['flashcard', id]);
  const lettered = order.map(({ text, right }, at) => ({
    letter: letter(at),
    text: texts.blocks(text),
    right,
  }));
  const right = lettered.filter((option) => option.right);
  const note = right.length > 1 ? [paragraph([{ t: 'em', c: [words.chooseAll] }])] : [];
  return {
    front: { blocks: [...texts.blocks(prompt), ...note], options: lettered.map(withoutKey) },
    back: { blocks: [], options: right.map(withoutKey) },
  };
}

/** The front of a card must not hold the key, not even where nobody looks. */
const withoutKey = ({ letter, text }: LetteredText): LetteredText => ({ letter, text });

const both = (front: readonly TypstBlock[], back: readonly TypstBlock[]): Sides => ({
  front: { blocks: front },
  back: { blocks: back },
});

const paragraph = (c: TypstInline[]): TypstBlock => ({ t: 'p', c });

const strong = (c: readonly TypstInline[]): TypstBlock => paragraph([{ t: 'strong', c: [...c] }]);

const listOf = (items: readonly (readonly TypstBlock[])[], ordered: boolean): TypstBlock => ({
  t: 'list',
  ordered,
  start: 1,
  items: items.map((item) => [...item]),
});

const quiet = (blocks: readonly TypstBlock[]): TypstBlock[] =>
  blocks.map((block) => (block.t === 'p' ? paragraph([{ t: 'em', c: block.c }]) : block));

/** A cloze text with its answers in place, in bold. */
function filled(blocks: readonly TypstBlock[]): TypstBlock[] {
  return blocks.map((block): TypstBlock => {
    if (block.t === 'p') return paragraph(filledLine(block.c));
    if (block.t === 'list') return { ...block, items: block.items.map(filled) };
    if (block.t === 'table') return { ...block, rows: block.rows.map((row) => row.map(filledLine)) };
    return block;
  });
}

function filledLine(nodes: readonly TypstInline[]): TypstInline[] {
  return nodes.map((node): TypstInline => {
    if (typeof node === 'string') return node;
    if (node.t === 'blank') return { t: 'strong', c: filledLine(node.c) };
    return node.t === 'em' || node.t === 'strong' || node.t === 'sub' || node.t === 'sup' || node.t === 'link'
      ? { ...node, c: filledLine(node.c) }
      : node;
  });
}
