import fc from 'fast-check';
import type { ClaimQuestion, DiscussQuestion, Option, TermQuestion } from '../../../src/bank/question.ts';
import { draw } from '../../../src/quiz/draw/draw.ts';
import { letter } from '../../../src/quiz/letters.ts';
import { keyLetters, printedOf, type Version } from '../../../src/quiz/versions/printed.ts';
import { makeVersions } from '../../../src/quiz/versions/versions.ts';
import { toPlain } from '../../../src/text/plain.ts';
import { answersOf } from '../../../src/view/answers.ts';
import { wordsFor } from '../../../src/words/index.ts';
import { bank, choice, choices, question, quiz, section } from '../banks.ts';

const versionsOf = (from: ReturnType<typeof bank>, of: ReturnType<typeof quiz>): Version[] =>
  makeVersions(of, draw(from, of).versions, wordsFor(from.language));
const order = (version: Version): string =>
  printedOf(version)
    .map((one) => one.question.id)
    .join(' ');
const textsOf = (version: Version | undefined, at = 0): string[] =>
  version ? (printedOf(version)[at]?.options ?? []).map(({ text }) => toPlain(text)) : [];

const term = (id: string) =>
  question<TermQuestion>({ kind: 'term', id, prompt: id, means: `meaning of ${id}` });
const terms = (count: number) => Array.from({ length: count }, (_, at) => term(`t${at}`));
const option = (text: string, right = false, pin?: 'last'): Option => ({ text, right, pin });

test('versions are lettered A to Z, then AA', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('thirty versions of ten questions are thirty orders, the same on every run', () => {
  const of = quiz({ versions: 30, sections: [section({ pick: 10 })] });
  const from = bank(choices(12));
  const versions = versionsOf(from, of);
  expect(new Set(versions.map(order)).size).toBe(30);
  expect(versionsOf(from, of)).toEqual(versions);
});

test('six versions of three questions use all six orders', () => {
  const of = quiz({ versions: 6, sections: [section({ pick: 3 })] });
  expect(new Set(versionsOf(bank(choices(3)), of).map(order)).size).toBe(6);
});

test('named questions keep their order in every version, and their options do not', () => {
  const of = quiz({ versions: 5, sections: [section({ questions: ['c2', 'c0', 'c1'] })] });
  const versions = versionsOf(bank(choices(3)), of);
  expect(new Set(versions.map(order))).toEqual(new Set(['c2 c0 c1']));
  expect(new Set(versions.map((version) => textsOf(version).join())).size).toBeGreaterThan(1);
});

test('a pinned option stays last', () => {
  const pinned = choice('p', {
    options: [option('a', true), option('b'), option('None of the above', false, 'last'), option('c')],
  });
  const of = quiz({ versions: 20, sections: [section({ pick: 1 })] });
  for (const version of versionsOf(bank([pinned]), of))
    expect(textsOf(version).at(-1)).toBe('None of the above');
});

test.each([
  [
    ['10', '9', '100', '2.5'],
    ['2.5', '9', '10', '100'],
  ],
  [
    ['1,000', '999', '12,500'],
    ['999', '1,000', '12,500'],
  ],
  [
    ['5 km', '−3 km', '40 km'],
    ['−3 km', '5 km', '40 km'],
  ],
  [
    ['500', '1.000', '2.500', '750'],
    ['500', '750', '1.000', '2.500'],
  ],
  [
    ['0,5 %', '0,25 %'],
    ['0,25 %', '0,5 %'],
  ],
  [
    ['1956', '1924', '1953'],
    ['1924', '1953', '1956'],
  ],
])('numbers %j are printed in order', (written, printed) => {
  const [right = '', ...wrong] = written;
  const of = quiz({ versions: 3, sections: [section({ pick: 1 })] });
  for (const version of versionsOf(bank([choice('n', { right: [right], wrong })]), of)) {
    expect(textsOf(version)).toEqual(printed);
  }
});

test('numbers of different things are shuffled like words', () => {
  const mixed = choice('m', { right: ['3 km'], wrong: ['1 kg', '2 s', '5 March 1953'] });
  const of = quiz({ versions: 12, sections: [section({ pick: 1 })] });
  expect(
    new Set(versionsOf(bank([mixed]), of).map((version) => textsOf(version).join())).size,
  ).toBeGreaterThan(3);
});

test('a section’s points are those of its questions, but for a rubric that divides its own', () => {
  const essay = (id: string, lines: number[]) =>
    question<DiscussQuestion>({
      kind: 'discuss',
      id,
      prompt: 'Why?',
      points: lines.reduce((sum, points) => sum + points, 0),
      rubric: lines.map((points) => ({ text: 'x', points })),
    });
  const of = quiz({ sections: [section({ questions: ['c0', 'd', 'e'], points: 4 })] });
  const [version] = versionsOf(bank([...choices(1), essay('d', [2, 2, 1]), essay('e', [1, 1, 1])]), of);
  expect(version && printedOf(version).map(({ points }) => points)).toEqual([4, 5, 4]);
});

describe('terms', () => {
  const poolSizes = (count: number) => {
    const [version] = versionsOf(bank(terms(count)), quiz({ sections: [section({ pick: count })] }));
    return version?.sections[0]?.blocks.map(({ questions }) => questions.length).sort();
  };

  test('print as pools of at most eight, of about one size', () => {
    expect([1, 2, 8, 9, 20].map(poolSizes)).toEqual([[1], [2], [8], [4, 5], [6, 7, 7]]);
  });

  test('a pool has every term’s meaning once, and each key letter leads to its own', () => {
    const [version] = versionsOf(bank(terms(6)), quiz({ sections: [section({ pick: 6 })] }));
    for (const one of version ? printedOf(version) : []) {
      const right = one.options.filter((each) => keyLetters(one).includes(each.letter));
      expect(right.map(({ text }) => toPlain(text))).toEqual([`meaning of ${one.question.id}`]);
      expect(one.options).toHaveLength(6);
    }
  });

  test('a lone term is asked in words', () => {
    const [version] = versionsOf(bank(terms(1)), quiz({ sections: [section({ pick: 1 })] }));
    expect(textsOf(version)).toEqual([]);
  });
});

describe('right answers', () => {
  const anyBank = fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 })
    .map((wrongs) =>
      wrongs.map((count, at) =>
        choice(`q${at}`, { wrong: Array.from({ length: count + 1 }, (_, n) => `wrong ${n} of ${at}`) }),
      ),
    );

  test('never stand four times in a row under one letter', () => {
    fc.assert(
      fc.property(anyBank, fc.integer(), (questions, seed) => {
        const of = quiz({ seed, versions: 3, sections: [section({ pick: questions.length })] });
        for (const version of versionsOf(bank(questions), of)) {
          const keys = printedOf(version).map((one) => keyLetters(one).join());
          expect(
            keys.some((key, at) => at >= 3 && keys.slice(at - 3, at).every((each) => each === key)),
          ).toBe(false);
        }
      }),
    );
  });

  test('are spread over the letters', () => {
    for (let seed = 0; seed < 50; seed++) {
      const of = quiz({ seed, sections: [section({ pick: 40 })] });
      const [version] = versionsOf(bank(choices(40)), of);
      const keys = version ? printedOf(version).flatMap(keyLetters) : [];
      const counts = ['A', 'B', 'C', 'D'].map((one) => keys.filter((key) => key === one).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(6);
    }
  });
});

describe('answers.json', () => {
  const answersIn = (from: ReturnType<typeof bank>, of: ReturnType<typeof quiz>) =>
    answersOf({ quiz: of, versions: versionsOf(from, of), sheets: [], classFiles: [] });

  test('the key’s letters lead to the right options as printed', () => {
    const right = ['*first*', 'second'];
    const of = quiz({ versions: 4, sections: [section({ pick: 1, points: 2 })] });
    const from = bank([choice('q', { right })]);
    const answers = answersIn(from, of);
    expect(answers.versions.map(({ version }) => version)).toEqual(['A', 'B', 'C', 'D']);
    for (const { questions } of answers.versions) {
      const [one] = questions;
      expect(one).toMatchObject({ number: 1, question: 'q', kind: 'choice', points: 2 });
      if (!one || !('key' in one)) throw new Error('a choice has a key');
      expect(one.key.map((each) => one.options[each.charCodeAt(0) - 65]).sort()).toEqual(['first', 'second']);
    }
  });

  test('a claim’s answer is the word on the paper', () => {
    const claim = question<ClaimQuestion>({ kind: 'claim', id: 'k', prompt: 'It rains.', verdict: false });
    const of = quiz({ sections: [section({ pick: 1 })] });
    const answer = (language: string) =>
      answersIn(bank([claim], [], { language }), of).versions[0]?.questions[0];
    expect(answer('en-GB')).toMatchObject({ answer: 'False' });
    expect(answer('de')).toMatchObject({ answer: 'Falsch' });
    expect(answer('la')).toMatchObject({ answer: 'False' });
  });
});
