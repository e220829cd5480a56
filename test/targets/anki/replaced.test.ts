import { emptyLock } from '../../../src/identity/lock.ts';
import { goodBank } from '../../bank/bank-of.ts';
import { settleNotes } from '../../identity/settle-notes.ts';

const start = Date.UTC(2026, 0, 1);

/** The note that a question leaves behind when it becomes another, its own fields by name. */
function leftBehind(from: string, to: string, language = 'en-GB') {
  const bank = (question: string) =>
    goodBank(`  - {id: a, ${question}}\n`, {
      'deck.yaml': `deck: A deck\nid: a-bank\nlanguage: ${language}\n`,
    });
  const first = settleNotes(bank(from), emptyLock('a-bank'), start);
  const second = settleNotes(bank(to), first.lock, start + 1000);
  const old = second.notes.find(({ entry }) => entry.guid === first.lock.notes.a?.guid);
  if (!old) throw new Error('the old note is not in the package');
  const { fields, tags, cards } = old.content;
  return { named: Object.fromEntries(fields), tags, cards, before: first.notes[0]?.content.cards };
}

const basic = 'ask: "Where does *it* end?", answer: In the sea';
const list = 'list: Name its towns., items: [Paris, Rouen]';
const cloze = 'cloze: "The {{Seine::river}} is long, {{$x^{a^{2}}$}} km."';

test('a note that was left behind says that it was replaced, in the language of the bank', () => {
  const { named, tags } = leftBehind(basic, list, 'de');
  expect(named.Notice).toBe('Durch eine neue Karte ersetzt. Diese Karte kann ausgesetzt werden.');
  expect(tags).toEqual(['a-bank::retired', 'a-bank::topic::a-topic']);
});

const cases: [string, string, string, Record<string, string>][] = [
  ['basic', basic, list, { Question: 'Name its towns.', Answer: '<ul><li>Paris</li><li>Rouen</li></ul>' }],
  ['typed', 'ask: Which?, typed: Seine', list, { Question: 'Name its towns.', Typed: 'Paris; Rouen' }],
  [
    'term',
    'term: Seine, means: a river',
    basic,
    { Term: 'Where does <em>it</em> end?', Meaning: 'In the sea' },
  ],
  [
    'choice',
    'claim: It is long., verdict: true',
    cloze,
    { Question: 'The […] is long, […] km.', Options: '' },
  ],
  [
    'cloze',
    list,
    basic,
    {
      Prompt: 'Where does <em>it</em> end?',
      Text: [1, 2, 3].map((number) => `<div class="pair">{{c${number}::In the sea}}</div>`).join(''),
      Whole: '',
    },
  ],
  [
    'basic, with pairs',
    basic,
    'match: Match., pairs: {Seine: Paris, Elbe: Dresden}',
    {
      Answer:
        '<div><div><span>Seine</span> – <span>Paris</span></div><div><span>Elbe</span> – <span>Dresden</span></div></div>',
    },
  ],
];

test.each(cases)('%s: it keeps its cards and asks what the question asks now', (_name, from, to, fields) => {
  const { named, cards, before } = leftBehind(from, to);
  expect(named).toMatchObject(fields);
  expect(cards).toEqual(before);
});

test('a backslash begins no maths with a bracket inside or after a deletion that is gone', () => {
  const { named } = leftBehind(basic, "cloze: 'a \\\\{{(b}} c {{d\\\\}}(e'");
  expect(named.Question).toBe('a \\<span>[…]</span> c […](e');
  expect(named.Answer).toBe('a \\<span>(b</span> c <span>d\\</span>(e');
});

test('what a deletion held apart becomes no tag of Anki’s when it is gone', () => {
  const { named } = leftBehind(basic, 'cloze: "[{{[type:Answer]}}] [{{sound:x.mp3}}]"');
  expect(named.Answer).toBe('&#91;[type:Answer]] &#91;sound:x.mp3]');
});

test('a deletion of the new question is no deletion of the old note', () => {
  const { named } = leftBehind(basic, cloze);
  expect(named.Answer).toBe('The Seine is long, \\(x^{a^{2} }\\) km.');
  expect(JSON.stringify(named)).not.toContain('{{c');
});
