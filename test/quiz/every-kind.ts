import type {
  BasicQuestion,
  ClaimQuestion,
  ClozeQuestion,
  DiagramQuestion,
  DiscussQuestion,
  ListQuestion,
  MatchQuestion,
  NumberQuestion,
  OrderQuestion,
  PassageQuestion,
  Question,
  TermQuestion,
  TypedQuestion,
} from '../../src/bank/question.ts';
import { choice, question } from './banks.ts';

/** A picture with two parts to name. */
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="160" viewBox="0 0 320 160">
  <rect width="320" height="160" fill="#f2f2f2" stroke="black"/><circle cx="90" cy="80" r="50" fill="white" stroke="black"/>
  <circle cx="240" cy="80" r="22" fill="#999999"/><text x="60" y="85" font-size="20">Earth</text>
  <text x="215" y="125" font-size="20">Moon</text></svg>`;

const table = '| Body | Mass |\n|:--|--:|\n| Earth | 81 |\n| Moon | 1 |';
const image = { file: 'moon.svg', alt: 'The Earth and the Moon' };

/** One question of each kind and more, with what texts may hold; each begins with its id in capitals. */
export const everyKind: readonly Question[] = [
  choice('one', {
    prompt: 'ONE Which of these is *nearest* to the **Earth**?',
    right: ['The Moon'],
    wrong: ['The Sun, which is 390 times as far', 'Mars', 'H~2~O at 10^5^ km'],
    why: 'It is `384 400` km away, see [the list](https://example.com/list).',
  }),
  choice('many', {
    prompt: 'MANY Which are true of [tides](https://example.com/tides)?',
    right: ['$F = G\\frac{m_1 m_2}{r^2}$ rules them', 'They come twice a day'],
    wrong: ['They need wind', 'They stop at night'],
  }),
  question<ClaimQuestion>({ kind: 'claim', id: 'claim', prompt: 'CLAIM The Moon turns.', verdict: true }),
  question<ClozeQuestion>({
    kind: 'cloze',
    id: 'cloze',
    prompt:
      'CLOZE The {{Moon}} pulls the {{water::what is wet}} of the sea, and so we have two high tides a day.',
    points: 2,
  }),
  question<BasicQuestion>({
    kind: 'basic',
    id: 'basic',
    prompt: `BASIC Why is the Moon lighter?\n\n${table}\n\nThink of:\n\n- its size,\n- what it is made of.`,
    answer: 'It is smaller, and has hardly any iron.',
  }),
  question<TypedQuestion>({
    kind: 'typed',
    id: 'typed',
    prompt: 'TYPED Who fell?',
    typed: 'Newton’s apple',
    accept: ['An apple'],
  }),
  question<NumberQuestion>({
    kind: 'number',
    id: 'number',
    prompt: 'NUMBER What is $g$ on Earth?',
    number: '9.81',
    tolerance: 0.05,
    unit: 'm/s^2^',
  }),
  ...['Perigee', 'Apogee', 'Spring tide'].map((prompt, at) =>
    question<TermQuestion>({
      kind: 'term',
      id: `term-${at}`,
      prompt,
      means: ['Nearest point', 'Farthest point', 'Highest tide'][at] ?? '',
    }),
  ),
  question<MatchQuestion>({
    kind: 'match',
    id: 'match',
    prompt: 'MATCH Match each body with its kind.',
    extra: ['comet'],
    points: 3,
    pairs: [
      { left: 'Moon', right: 'satellite' },
      { left: 'Earth', right: 'planet' },
      { left: 'Sun', right: 'star' },
    ],
  }),
  question<OrderQuestion>({
    kind: 'order',
    id: 'order',
    prompt: 'ORDER From the nearest:',
    items: ['Moon', 'Venus', 'Sun', 'Sirius'],
    points: 2,
  }),
  question<ListQuestion>({
    kind: 'list',
    id: 'list',
    prompt: 'LIST Name two planets.',
    items: ['Mars', 'Venus', 'Saturn'],
    need: 2,
    ordered: false,
    points: 2,
  }),
  question<DiagramQuestion>({
    kind: 'diagram',
    id: 'diagram',
    prompt: 'DIAGRAM Name the two.',
    image,
    points: 2,
    regions: [
      { label: 'Earth', rect: [0.17, 0.4, 0.2, 0.18] },
      { label: 'Moon', rect: [0.65, 0.66, 0.2, 0.18] },
    ],
  }),
  question<PassageQuestion>({
    kind: 'passage',
    id: 'passage',
    prompt: 'Read the text and answer.',
    title: 'On tides',
    text: 'PASSAGE The sea rises and falls. It does so twice a day.\n\n1. First it comes.\n2. Then it goes.\n\nSo it has always been, and `nobody` minds.',
    questions: [
      question<ClaimQuestion>({
        kind: 'claim',
        id: 'in-1',
        prompt: 'INFIRST It rises once a day.',
        verdict: false,
      }),
      choice('in-2', { prompt: 'INSECOND What comes first?', image }),
    ],
  }),
  question<DiscussQuestion>({
    kind: 'discuss',
    id: 'discuss',
    prompt:
      'DISCUSS Why are there *two* high tides?\n\n```\na = b\n  b = c\n```\n\n$$\\sum_{i=1}^n i = \\frac{n(n+1)}{2}$$',
    rubric: [
      { text: 'Names the Moon’s pull', points: 2 },
      { text: 'Names the far side', points: 1 },
    ],
    words: 60,
    points: 3,
    why: 'The far side is pulled least.',
    cite: [{ source: 'book', paragraph: 5, quote: 'twice a day' }],
  }),
];
