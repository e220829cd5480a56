import { emptyLock } from '../../../src/identity/lock.ts';
import { releaseOf } from '../../../src/targets/anki/release.ts';
import { releaseNotes } from '../../../src/targets/anki/release-notes.ts';
import { present } from '../../../src/text/present.ts';
import { goodBank } from '../../bank/bank-of.ts';
import { settleNotes } from '../../identity/settle-notes.ts';

const start = Date.UTC(2026, 0, 1);

interface Version {
  readonly questions: readonly string[];
  readonly deck?: string;
  readonly topic?: string;
}

/** A bank that was built in one version after another, and what the last brings. */
function versions(...all: readonly Version[]) {
  let lock = emptyLock('a-bank');
  const built = all.map((version, at) => {
    const bank = read(version);
    const settled = settleNotes(bank, lock, start + at * 1000);
    lock = settled.lock;
    return { release: releaseOf(bank, settled.changes), notes: releaseNotes(bank, settled.changes) };
  });
  return present(built.at(-1), 'version that was built');
}

function read({ questions, deck = '', topic = 'A topic' }: Version) {
  const name = /^deck:/m.test(deck) ? '' : 'deck: A deck\n';
  const language = /^language:/m.test(deck) ? '' : 'language: en-GB\n';
  const list = questions.map((question) => `  - {${question}}\n`).join('');
  return goodBank('', {
    'deck.yaml': `${name}id: a-bank\n${language}${deck}`,
    '01-topic.yaml': `topic: ${topic}\nquestions:\n${list}`,
  });
}

/** What became of one question, and what of it. */
const corrected = (before: string, after: string): string => {
  const { notes } = versions({ questions: [`id: a, ${before}`] }, { questions: [`id: a, ${after}`] });
  return /^- .*\((.*)\)$/m.exec(notes)?.[1] ?? notes;
};

const a = 'id: a, ask: What is A?, answer: one';
const b = 'id: b, claim: B is so., verdict: true';
const c = 'id: c, cloze: "{{C}} and {{D}}"';

const first = {
  questions: [
    a,
    b,
    c,
    'id: d, term: D, means: four',
    'id: e, ask: E?, answer: five',
    'id: f, ask: F?, answer: six',
  ],
};
const second = {
  deck: 'version: 1.1.0\ndate: 2026-11-24\n',
  questions: [
    a.replace('one', 'two'),
    `${b}, retired: 2026-01-02`,
    'id: c, cloze: "{{C}}"',
    'id: d, ask: What is D?, answer: four',
    'id: e, ask: E?, answer: five, tags: x',
    'id: g, ask: G?, answer: seven',
    'id: h, ask: H?, answer: eight',
  ],
};

describe('what a version brings', () => {
  test('in numbers and in sentences', () => {
    expect(versions(first, second).release).toEqual({
      version: '1.1.0',
      date: '2026-11-24',
      counts: { corrected: 2, added: 2, withdrawn: 1, replaced: 1, restored: 0, sorted: 1, removed: 1 },
      sentences: [
        '2 corrected, 2 new, 1 withdrawn, 1 replaced, 1 sorted anew, 1 removed.',
        'Your own edits to these questions will be replaced, tags too: “What is A?”, “…”, “B is so.”, ' +
          '“What is D?”, “E?”. To keep one, copy it into a note of your own before you import.',
        'What was replaced comes as a new card; the old one keeps its history and can be suspended.',
        'Some cards are empty from now on; Tools, Empty Cards removes them.',
        'What was removed stays with you, and gets no more updates.',
      ],
    });
  });

  test('as Markdown', () => {
    expect(versions(first, second).notes).toBe(`# A deck 1.1.0 (2026-11-24)

2 corrected, 2 new, 1 withdrawn, 1 replaced, 1 sorted anew, 1 removed.

## 2 corrected

- “What is A?” (answer)
- “…” (text)

## 2 new

- A topic (2)

## 1 withdrawn

- “B is so.”

## 1 replaced

- “What is D?”

Your own edits to these questions will be replaced, tags too: “What is A?”, “…”, “B is so.”, “What is D?”, “E?”. To keep one, copy it into a note of your own before you import.

What was replaced comes as a new card; the old one keeps its history and can be suspended.

Some cards are empty from now on; Tools, Empty Cards removes them.

What was removed stays with you, and gets no more updates.

Import the package and leave the options as they are: what you have learnt stays.
`);
  });

  test('in the language of the bank', () => {
    const german = { deck: 'language: de-AT\n' };
    const { sentences } = versions({ ...first, ...german }, { ...second, ...german }).release;
    expect(sentences.slice(0, 2)).toEqual([
      '2 korrigiert, 2 neu, 1 zurückgezogen, 1 ersetzt, 1 neu einsortiert, 1 entfernt.',
      'Eigene Änderungen an diesen Fragen werden ersetzt, auch Schlagwörter: „What is A?“, „…“, „B is so.“, ' +
        '„What is D?“, „E?“. Wer eine behalten will, kopiert sie vor dem Import in eine eigene Notiz.',
    ]);
  });

  test('begins with a capital letter where a word stands before the number', () => {
    const french = { deck: 'language: fr\n' };
    const { release, notes } = versions({ ...first, ...french }, { ...second, ...french });
    expect(release.sentences[0]).toMatch(/^Corrigées\u00a0: 2, nouvelles\u00a0: 2, /);
    expect(notes).toMatch(/^## Nouvelles\u00a0: 2$/m);
  });

  test('is said in English in a language without words, and as English writes it', () => {
    const turkish = { deck: 'language: tr\n' };
    const { sentences } = versions({ ...first, ...turkish }, { ...second, ...turkish }).release;
    expect(sentences[0]).toMatch(/^2 corrected, 2 new, /);
  });

  test('is nothing where nothing changes for learners', () => {
    const { release } = versions(first, {
      questions: first.questions.map((each) => `${each}, note: For authors.`),
    });
    expect(release.sentences).toEqual([]);
    expect(new Set(Object.values(release.counts))).toEqual(new Set([0]));
  });

  test('is all new at first, with nobody’s edits to replace', () => {
    const { release } = versions(first);
    expect([release.version, release.date, release.sentences]).toEqual([null, null, ['6 new.']]);
  });

  test('is a question back again that had been withdrawn, or had left', () => {
    const retired = { questions: [a, `${b}, retired: 2026-01-02`] };
    const without = { questions: [a] };
    const summary = (...all: readonly Version[]) => versions(...all).release.sentences[0];
    expect(summary(retired, { questions: [a, b] })).toBe('1 back again.');
    expect(summary({ questions: [a, b] }, without, { questions: [a, b] })).toBe('1 back again.');
    expect(summary({ questions: [a, b] }, without, retired)).toBe('1 withdrawn.');
  });

  test('is only sorted anew where only the topic or the tags are others', () => {
    const { release } = versions(first, { ...first, topic: 'Another topic' });
    expect(release.sentences[0]).toBe('6 sorted anew.');
    expect(release.sentences[1]).toContain('“D”, “E?”, “F?”. To keep');
  });
});

test.each([
  ['the question', 'ask: Who?, answer: x', 'ask: Who is it?, answer: x', 'question'],
  ['an answer', 'ask: Who?, answer: x', 'ask: Who?, answer: y', 'answer'],
  ['what else is right', 'ask: Who?, typed: x', 'ask: Who?, typed: x, accept: [y]', 'answer'],
  ['only how near is right', 'ask: How?, number: 1, unit: m', 'ask: How?, number: 1, unit: cm', 'answer'],
  ['a meaning', 'term: T, means: x', 'term: T, means: y', 'answer'],
  ['a sentence with gaps', 'cloze: "{{a}} b"', 'cloze: "{{a}} c"', 'text'],
  ['an item of a list', 'list: Name., items: [x, y]', 'list: Name., items: [x, z]', 'answer'],
  ['the order of items', 'order: Sort., items: [x, y, z]', 'order: Sort., items: [x, z, y]', 'answer'],
  ['an option', 'choose: Who?, right: x, wrong: [y]', 'choose: Who?, right: x, wrong: [z]', 'options'],
  [
    'the right option',
    'choose: Who?, right: x, wrong: [y]',
    'choose: Who?, right: z, wrong: [y]',
    'options, answer',
  ],
  ['a verdict', 'claim: So., verdict: true', 'claim: So., verdict: false', 'answer'],
  ['a pair', 'match: M, pairs: {a: x, b: y}', 'match: M, pairs: {a: x, b: z}', 'options, answer'],
  [
    'much at once, tags too',
    'ask: Who?, answer: x',
    'ask: Who is it?, answer: x, why: So., hint: There., tags: x, cite: {quote: words}',
    'question, explanation, hint, source',
  ],
])('%s that is corrected is said in plain words', (_name, before, after, what) => {
  expect(corrected(before, after)).toBe(what);
});

describe('a question’s name', () => {
  const name = (before: string, after: string, language = 'en') => {
    const deck = `language: ${language}\n`;
    const { notes } = versions(
      { deck, questions: [`id: a, ${before}`] },
      { deck, questions: [`id: a, ${after}`] },
    );
    return /^- (.*) \([^()]*\)$/m.exec(notes)?.[1];
  };
  const asked = (text: string, language?: string) =>
    name(`ask: '${text}', answer: x`, `ask: '${text}', answer: y`, language);

  test('is cut at a word where it is long', () => {
    const long =
      'Which of the many words of this question, of which there are more than anybody needs, (is) the last?';
    expect(asked(long)).toBe(
      '“Which of the many words of this question, of which there are more than anybody…”',
    );
    expect(asked('x'.repeat(100))).toBe(`“${'x'.repeat(80)}…”`);
    expect(asked('😀'.repeat(50))).toBe(`“${'😀'.repeat(40)}…”`);
  });

  test('is cut at a word also where no space parts them', () => {
    const text = '月亮和太阳的引力引起潮汐'.repeat(10);
    const shown = asked(text, 'zh')?.slice(1, -2) ?? '';
    expect(text.startsWith(shown)).toBe(true);
    expect(shown.length).toBeGreaterThan(70);
  });

  test('gives no gap away', () => {
    expect(name('cloze: "Most have {{two}} a day."', 'cloze: "Most have {{two}} a day.", why: So.')).toBe(
      '“Most have … a day.”',
    );
  });

  test('is text in Markdown, whatever its marks', () => {
    expect(asked('Is *a* 2*3 c_d < `e*` & [f](g) #h | $i_1$ \\\\?')).toBe(
      '“Is a 2\\*3 c\\_d \\< e\\* \\& f \\#h \\| i\\_1 \\\\?”',
    );
  });
});

test('names of topics and decks are text in Markdown too', () => {
  const named = (topic: string) => versions({ questions: [a], topic, deck: "deck: 'A::#b*'\n" }).notes;
  expect(named('1. The Moon')).toMatch(/^# A: \\#b\\\*\n[\s\S]*^- 1\\\. The Moon \(1\)$/m);
  expect(named("'- _Sun_'")).toMatch(/^- \\- \\_Sun\\_ \(1\)$/m);
});

test('a list of many names is cut short and counted', () => {
  const many = Array.from({ length: 20 }, (_, at) => `id: q${at}, ask: Q${at}?, answer: A`);
  const { release, notes } = versions(
    { questions: many },
    { questions: many.map((each) => each.replace('A', 'B')) },
  );
  expect(release.sentences[1]).toContain('“Q4?”, “Q5?” … (+14). To keep');
  expect(notes.match(/^- /gm)).toHaveLength(20);
});
