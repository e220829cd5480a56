import type { Bank, Quiz } from '../../src/bank/bank.ts';
import type { PassageQuestion } from '../../src/bank/question.ts';
import { quizFindings } from '../../src/check/quizzes.ts';
import { draw } from '../../src/quiz/draw/draw.ts';
import { bank, choice, choices, question, quiz, section } from '../quiz/banks.ts';

const found = (from: Bank, of: Quiz) => quizFindings(of, draw(from, of).problems);

const messages = (from: Bank, of: Quiz): string[] => found(from, of).map(({ message }) => message);

describe('a quiz that cannot be met is told why', () => {
  test('by a section that asks for too much, with its place', () => {
    const of = quiz({ sections: [section({ pick: 10 })] });
    expect(found(bank(choices(7)), of)).toEqual([
      {
        rule: 'blueprint-short',
        message: 'section 1 asks for 10, 7 match',
        quiz: 'quiz',
        path: ['sections', 0, 'pick'],
      },
    ]);
  });

  test('by sections that are short only together', () => {
    const of = quiz({ sections: [section({ pick: 6 }), section({ pick: 6 })] });
    expect(messages(bank(choices(10)), of)).toEqual([
      'section 2 asks for 6, 10 match, and other sections need 2 of them',
    ]);
  });

  test('by a section whose questions others have', () => {
    const mock = quiz({ id: 'mock', sections: [section({ questions: ['c0', 'c1'] })] });
    const said = (own: Parameters<typeof quiz>[0], count: number) =>
      messages(bank(choices(count), [mock]), quiz(own));
    expect(said({ avoid: ['mock'], sections: [section({ pick: 1 })] }, 2)).toEqual([
      'section 1 asks for 1, 2 match; 2 of them are in "mock", which this quiz avoids',
    ]);
    const both = [section({ questions: ['c2'] }), section({ pick: 3, from: { kinds: ['choice'] } })];
    expect(said({ sections: both }, 3)).toEqual([
      'section 2 asks for 3, 3 match; 1 of them is named in this quiz already',
    ]);
    expect(said({ avoid: ['mock'], sections: [...both, section({ pick: 2 })] }, 6)).toEqual([
      'section 3 asks for 2, 6 match; 1 of them is named in this quiz already; 2 of them are in "mock", which this quiz avoids, and other sections need 2 of them',
    ]);
  });
});

test('names that lead nowhere are told with their place and the nearest name', () => {
  const of = quiz({
    avoid: ['exam'],
    sections: [
      section({ questions: ['c9'], pick: 1, from: { topics: ['Topic O'], tags: ['hard'], ids: ['c0'] } }),
    ],
  });
  const unknown = found(bank(choices(2)), of).filter(({ rule }) => rule.startsWith('unknown'));
  expect(unknown.map(({ rule, path }) => [rule, path])).toEqual([
    ['unknown-quiz', ['avoid', 0]],
    ['unknown-question', ['sections', 0, 'questions', 0]],
    ['unknown-topic', ['sections', 0, 'from', 'topics', 0]],
    ['unknown-tag', ['sections', 0, 'from', 'tags', 0]],
  ]);
  expect(unknown[2]?.message).toBe('no topic "Topic O" in this bank; did you mean "Topic 0"?');
});

test('of many names eight are listed', () => {
  const of = quiz({ sections: [section({ questions: ['another'] })] });
  expect(messages(bank(choices(9)), of)).toEqual([
    'no question "another" in this bank; known here: c0, c1, c2, c3, c4, c5, c6, c7, …',
  ]);
});

test.each([
  ['named-twice', ['c0', 'c0'], 'which section 1 has already; delete one'],
  ['named-retired', ['old'], 'which was retired on 2026-01-01; name another'],
  ['named-not-for-quiz', ['card'], 'which "only" or "except" keeps off paper; name another'],
  ['named-retired', ['old-text'], 'a passage whose questions are all retired; name another'],
  ['named-not-for-quiz', ['card-text'], 'a passage of which no question may be printed; name another'],
])('%s %j', (rule, questions, reason) => {
  const passage = (id: string, uses: readonly ('anki' | 'quiz')[]) =>
    question<PassageQuestion>({
      kind: 'passage',
      id,
      prompt: 'Read.',
      questions: [
        choice('x', { retired: '2026-01-01' }),
        ...(uses.includes('anki') ? [choice('y', { uses })] : []),
      ],
    });
  const from = bank([
    ...choices(2),
    passage('old-text', []),
    passage('card-text', ['anki']),
    choice('old', { retired: '2026-01-01' }),
    choice('card', { uses: ['anki'] }),
  ]);
  const named = questions.at(-1);
  expect(found(from, quiz({ sections: [section({ questions })] }))).toEqual([
    {
      rule,
      message: `section 1 names "${named}", ${reason}`,
      quiz: 'quiz',
      question: named,
      path: ['sections', 0, 'questions', questions.length - 1],
    },
  ]);
});

test('quizzes that avoid each other are told by the way it goes', () => {
  const around = (id: string, other: string) =>
    quiz({ id, avoid: [other], sections: [section({ pick: 2 })] });
  const [one, two, self] = [around('one', 'two'), around('two', 'one'), around('self', 'self')];
  const [p, q, r] = [around('p', 'q'), around('q', 'r'), around('r', 'p')];
  const from = bank(choices(9), [one, two, self, p, q, r]);
  expect([self, one, q].flatMap((each) => messages(from, each))).toEqual([
    '"self" avoids itself; delete this',
    '"one" and "two" avoid each other; keep "avoid" in one of them',
    '"q" avoids "r", which avoids "p", which avoids "q"; take "avoid" out of one of them',
  ]);
});

test('cues are told with what can be done', () => {
  const clue = choice('clue', { prompt: 'How heavy is hydrogen gas?' });
  const from = bank([choice('answer', { right: ['hydrogen gas'] }), clue]);
  const named = quiz({ sections: [section({ questions: ['answer', 'clue'] })] });
  const told = 'the answer to "answer" stands in "clue": "hydrogen gas"';
  expect(found(from, named)).toMatchObject([
    { message: `${told}; name another, or reword one of them`, path: ['sections', 0, 'questions', 1] },
  ]);
  expect(found(from, quiz({ sections: [section({ pick: 2 })] }))).toMatchObject([
    { message: `${told}; no draw without this was found; reword one of them`, path: ['sections', 0, 'pick'] },
  ]);
});
