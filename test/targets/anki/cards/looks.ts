import type { Page } from 'playwright-core';
import { eachQuestion } from '../../../../src/bank/question.ts';
import type { NoteQuestion } from '../../../../src/identity/note.ts';
import { numberParts } from '../../../../src/identity/parts/number-parts.ts';
import { ankiKind } from '../../../../src/targets/anki/kinds/index.ts';
import { noteContent } from '../../../../src/targets/anki/note.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import type { Example } from './examples.ts';
import { pictures } from './pictures.ts';

/** A card that is looked at, on both sides. */
export interface Look {
  readonly name: string;
  readonly example: Example;
  /** Also on a desktop's screen. */
  readonly desktop?: true;
  /** What the learner does on the front before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

const english = `
  - id: basic
    ask: In which book did Trotsky analyse the role of the piece wage, as Deutscher recalls?
    answer: "*The Revolution Betrayed*"
    hint: A title that accuses
    why: Written twenty years before the essay, the book explains how the piece wage served a policy **against equality**.
    cite: {source: essay, paragraph: 3, quote: the role of the piece wage}
  - id: withdrawn
    ask: Which ministry set the wages?
    answer: The State Committee on Labour and Wages, which was new in 1955
    retired: 2026-11-23
  - {id: typed, ask: Who gave the secret speech at the Twentieth Congress?, typed: Khrushchev, accept: [Nikita Khrushchev, N. S. Khrushchev], why: He spoke behind closed doors in February 1956.}
  - {id: number, ask: How much of the sea’s water lies in the Pacific?, number: 51, tolerance: 2, unit: per cent}
  - {id: term, term: Stakhanovism, means: Stalin-era campaign that praised and richly paid workers who broke output records, say: true, hint: Named after a coal miner, why: It takes its name from the miner Alexei Stakhanov and his record of 1935.}
  - {id: cloze, cloze: "Deutscher recalls that {{Marx}} held the piece-wage to be typically {{capitalist::which order?}}, while Stalin praised it as the core of {{c2::socialist}} incentives.", why: The contrast shows how far wage policy had moved from the theory it appealed to.}
  - id: choice
    choose: What is to decide a worker’s pay in the new Soviet system, as Deutscher reports?
    right: Time worked
    wrong:
      - {text: Years served, why: Deutscher says nothing of pay by seniority.}
      - {text: Pieces made, why: "The piece-wage was Stalin’s basis, and it is being given up."}
      - {text: None of the above, pin: last}
    why: The time-wage replaces the piece-wage as the basis.
    cite: {source: essay, paragraph: 3, quote: a reversal of policy}
  - id: several
    choose: Which two of these does the essay count among the limits of the reforms?
    right: [The party keeps its monopoly of power, "Workers may not form unions of their own, nor speak for themselves where pay is decided"]
    wrong: [The army refuses to be reduced, The schools lack teachers]
  - {id: claim, claim: Critics who echo Trotsky on the piece wage were quick to see its reversal., verdict: false, why: They had repeated the charge for so long that the change escaped them.}
  - id: match
    match: Match each person to what the essay connects with him.
    pairs: {Marx: the piece-wage is typical of capitalism, Stalin: the piece-wage is the core of socialist incentives, Trotsky: the piece-wage serves inequality}
    extra: [the time-wage is wasteful]
  - {id: order, order: "Put these in order, the earliest first.", items: [Stakhanov’s record, Stalin’s death, The secret speech, Deutscher’s essay], why: From 1935 to the autumn of 1956.}
  - {id: list, list: Name the three signs of a return to equality., items: [Time-wages replace piece-wages, Fees for schools are abolished, The lowest pensions are raised], hint: The second concerns families with children.}
  - {id: discuss, discuss: Why does Deutscher doubt that reform from above can go on without pressure from below?, rubric: ["Says who carried out the first reforms, and in whose interest (2)", Names one way in which workers were kept from speaking for themselves, "Draws a line from the one to the other, with an example from the essay (3)"], words: 150}
  - id: diagram
    diagram: Which part of the volcano is hidden?
    image: {file: volcano.svg, alt: A volcano cut open}
    regions:
      - {label: crater, rect: [0.42, 0.14, 0.16, 0.1]}
      - {label: magma chamber, rect: [0.35, 0.78, 0.3, 0.16]}
      - {label: vent, rect: [0.47, 0.45, 0.06, 0.22]}
    why: Magma rises from its chamber through the vent.
  - id: a-passage
    passage: Read the text and answer.
    title: A factory, 1955
    text: |
      The foreman posts two lists. On the first stand the hours each man has worked; on the second, the pieces he has
      made. For years only the second list counted.

      | Name | Hours | Pieces |
      |---|---:|---:|
      | Ivanov | 48 | 310 |
      | Petrova | 48 | 190 |
    questions:
      - {id: passage, ask: "Which list will count under the new system, and who gains by it?", answer: "The first. Petrova gains, since both worked the same hours."}
  - {id: image, ask: Which stage of the tide does the picture show?, answer: Spring tide, image: {file: tide.svg, alt: "Sun, Moon and Earth in one line"}, why: Sun and Moon pull along one line.}
  - id: code
    ask: |
      What does this print?

      \`\`\`js
      const squares = [1, 2, 3].map((each) => each * each).filter((square) => square % 2 === 1);
      console.log(squares);
      \`\`\`
    answer: "\`[1, 9]\`: the squares of \`1\` and \`3\`"
  - id: table
    ask: Which country raised its output of steel most?
    answer: |
      The Soviet Union.

      | Country | 1929 | 1937 | 1950 | 1955 | Growth since 1929 |
      |---|---:|---:|---:|---:|---:|
      | Soviet Union | 4.9 | 17.7 | 27.3 | 45.3 | nearly tenfold |
      | United States | 57.3 | 51.4 | 87.8 | 106.2 | nearly twofold |
      | Great Britain | 9.8 | 13.2 | 16.6 | 20.1 | twofold |
`;

const arabic = `
  - {id: rtl, ask: ما هي عاصمة مصر؟, answer: القاهرة, hint: على ضفة النيل, why: "انتقلت العاصمة إليها سنة **969**."}
  - {id: rtl-choice, choose: أي نهر يمر بالقاهرة؟, right: النيل, wrong: [الفرات, {text: الأردن, why: "يمر بين الأردن وفلسطين."}]}
  - {id: rtl-several, choose: أي نهر يمر بالقاهرة؟, right: [النيل, الأردن], wrong: [الفرات]}
  - {id: rtl-match, match: صل كل بلد بعاصمته., pairs: {مصر: القاهرة, العراق: بغداد}, extra: [دمشق]}
`;

const mixed = `
  - {id: ltr, choose: "Which word is *tide*, and how does it sound?", right: [مدّ (madd)], wrong: [قمر (qamar), "بحر: baḥr"]}
`;

/** The notes of a bank by the ids of their questions, as the compiler fills them. */
function notes(language: string, topic: string, questions: string): Map<string, Example> {
  const deck = `deck: Looks\nid: looks\nlanguage: ${language}\nsources: {essay: {author: Isaac Deutscher, title: The Meaning of De-Stalinisation}}\n`;
  const files = { 'deck.yaml': deck, '01-topic.yaml': `topic: ${topic}\nquestions:\n${questions}` };
  const bank = goodBank('', files, Object.keys(pictures));
  const asked = eachQuestion(bank.questions).filter((each): each is NoteQuestion => each.kind !== 'passage');
  return new Map(asked.map((question) => [question.id, exampleOf(question)] as const));

  function exampleOf(question: NoteQuestion): Example {
    const kind = ankiKind(question);
    const numbered = kind.parts && numberParts(question.kind, kind.parts(question));
    const { type, fields } = noteContent(bank, question, numbered, (path) => pictures[path] ?? path);
    return { type: type.key, fields: Object.fromEntries(fields) };
  }
}

const tap =
  (...texts: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const text of texts) await page.locator('li', { hasText: text }).first().click();
  };

const openHint = async (page: Page): Promise<void> => page.locator('summary').click();

const all = new Map([
  ...notes('en-GB', 'Wages and schools', english),
  ...notes('ar-EG', 'مدن وأنهار', arabic),
  ...notes('en-GB', 'مدّ', mixed),
]);

function look(
  name: string,
  more: Partial<Look> & Partial<Pick<Example, 'template' | 'number' | 'typed'>> & { of?: string } = {},
): Look {
  const { of = name, desktop, act, ...example } = more;
  const note = all.get(of);
  if (!note) throw new Error(`no question "${of}"`);
  return { name, example: { ...note, ...example }, ...(desktop && { desktop }), ...(act && { act }) };
}

/** Every kind, and what is hard to set well. */
export const looks: readonly Look[] = [
  look('basic', { desktop: true, act: openHint }),
  look('withdrawn'),
  look('typed-variant', { of: 'typed', typed: 'nikita khrushchev' }),
  look('typed-wrong', { of: 'typed', typed: 'Malenkov', desktop: true }),
  look('number-near', { of: 'number', typed: '52 %' }),
  look('number-wrong', { of: 'number', typed: '71' }),
  look('term'),
  look('term-backwards', { of: 'term', template: 'term-2' }),
  look('cloze', { number: 2 }),
  look('choice', { desktop: true, act: tap('Pieces made') }),
  look('choice-several', { of: 'several', act: tap('monopoly', 'army') }),
  look('claim', { act: tap('False') }),
  look('match', { number: 2, desktop: true, act: tap('wasteful') }),
  look('order', { desktop: true, act: tap('record', 'secret', 'death', 'essay') }),
  look('list-item', { of: 'list', number: 3 }),
  look('list-whole', { of: 'list', number: 1, act: openHint }),
  look('discuss'),
  look('diagram', { number: 2, desktop: true }),
  look('passage', { desktop: true }),
  look('image'),
  look('code'),
  look('table', { desktop: true }),
  look('rtl', { act: openHint }),
  look('rtl-choice', { act: tap('الفرات') }),
  look('ltr'),
  look('rtl-several'),
  look('rtl-match', { number: 1, act: tap('دمشق') }),
];
