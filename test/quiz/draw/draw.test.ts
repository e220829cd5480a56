import fc from 'fast-check';
import type { Bank, Quiz } from '../../../src/bank/bank.ts';
import type { BasicQuestion, PassageQuestion, Question } from '../../../src/bank/question.ts';
import { matches } from '../../../src/quiz/draw/blueprint.ts';
import { draw } from '../../../src/quiz/draw/draw.ts';
import { bank, choice, choices, question, quiz, section } from '../banks.ts';

const picks = (from: Bank, of: Quiz, version = 0): string[][] =>
  (draw(from, of).versions[version]?.sections ?? []).map(({ picked }) => picked.map(({ id }) => id));

const basic = (id: string, topic = 'One') =>
  question<BasicQuestion>({ kind: 'basic', id, topic, prompt: 'Why?', answer: 'So.' });

const passage = (id: string, questions: readonly Question[]) =>
  question<PassageQuestion>({ kind: 'passage', id, prompt: 'Read.', text: 'A text.', questions });
const retired = { retired: '2026-01-01' };

describe('drawing a quiz', () => {
  test('the same seed draws the same questions, another seed others', () => {
    const questions = choices(40);
    const of = (seed: number) => quiz({ seed, sections: [section({ pick: 10 })] });
    expect(picks(bank(questions), of(1))).toEqual(picks(bank(questions), of(1)));
    expect(picks(bank(questions), of(1))).not.toEqual(picks(bank(questions), of(2)));
    expect(picks(bank([...questions].reverse()), of(1))[0]?.sort()).toEqual(
      picks(bank(questions), of(1))[0]?.sort(),
    );
  });

  test('named questions keep the order of the blueprint, and no pick takes them', () => {
    const questions = choices(6);
    const of = quiz({ sections: [section({ pick: 3 }), section({ questions: ['c5', 'c1', 'c3'] })] });
    const [version] = draw(bank(questions), of).versions;
    expect(version?.sections[1]?.named.map(({ id }) => id)).toEqual(['c5', 'c1', 'c3']);
    expect(version?.sections[0]?.picked.map(({ id }) => id).sort()).toEqual(['c0', 'c2', 'c4']);
  });

  test('retired questions and those kept off paper are not drawn', () => {
    const questions = [
      choice('in'),
      choice('old', { retired: '2026-01-01' }),
      choice('card', { uses: ['anki'] }),
    ];
    expect(picks(bank(questions), quiz({ sections: [section({ pick: 1 })] }))).toEqual([['in']]);
  });

  test('a passage is drawn only if one of its questions may be printed', () => {
    const questions = [
      passage('none', [choice('a', retired), choice('b', { uses: ['anki'] })]),
      passage('some', [choice('c', retired), choice('d')]),
    ];
    expect(picks(bank(questions), quiz({ sections: [section({ pick: 1 })] }))).toEqual([['some']]);
  });

  test.each([
    [{ kinds: ['basic'] as const }, ['b']],
    [{ topics: ['Two'] }, ['two']],
    [{ tags: ['hard'] }, ['tagged']],
    [{ level: ['apply'] as const }, ['applied']],
    [{ difficulty: [4, 5] as const }, ['difficult']],
    [{ ids: ['plain'] }, ['plain']],
  ])('a section draws only what its filter %j lets through', (from, expected) => {
    const questions = [
      choice('plain'),
      basic('b'),
      choice('two', { topic: 'Two' }),
      choice('tagged', { tags: ['hard'] }),
      choice('applied', { level: 'apply' }),
      choice('difficult', { difficulty: 4 }),
    ];
    expect(picks(bank(questions), quiz({ sections: [section({ pick: 1, from })] }))).toEqual([expected]);
  });

  test('a spread draws evenly over topics, and short topics hand their share on', () => {
    const sizes = { A: 1, B: 9, C: 9, D: 2 };
    const questions = Object.entries(sizes).flatMap(([topic, size]) =>
      Array.from({ length: size }, (_, at) => choice(`${topic}${at}`, { topic })),
    );
    const [drawn] = picks(bank(questions), quiz({ sections: [section({ pick: 13, spread: 'topic' })] }));
    const count = (topic: string) => drawn?.filter((id) => id.startsWith(topic)).length;
    expect(['A', 'B', 'C', 'D'].map(count)).toEqual([1, 5, 5, 2]);
  });

  test('a quiz avoids what another one uses', () => {
    const other = quiz({ id: 'other', sections: [section({ pick: 5 })] });
    const of = quiz({ avoid: ['other'], sections: [section({ pick: 5 })] });
    const from = bank(choices(10), [other, of]);
    const both = [...picks(from, other), ...picks(from, of)].flat();
    expect(new Set(both).size).toBe(10);
    expect(draw(from, of).problems).toEqual([]);
  });

  test('parallel versions draw their own questions, others share them', () => {
    const parallel = quiz({ versions: 2, parallel: true, sections: [section({ pick: 10 })] });
    const shared = { ...parallel, parallel: false };
    const from = bank(choices(60));
    expect(picks(from, parallel, 0)).not.toEqual(picks(from, parallel, 1));
    expect(picks(from, shared, 0)).toEqual(picks(from, shared, 1));
  });
});

describe('what cannot be met', () => {
  const short = { is: 'shortage', named: 0, avoided: { count: 0, quizzes: [] }, needed: 0 };

  test('a section that asks for too much is told', () => {
    const of = quiz({ sections: [section({ pick: 10 })] });
    expect(draw(bank(choices(7)), of).problems).toEqual([{ ...short, section: 0, asked: 10, matching: 7 }]);
  });

  test('sections that are short only together say so', () => {
    const of = quiz({ sections: [section({ pick: 6 }), section({ pick: 6 })] });
    expect(draw(bank(choices(10)), of).problems).toEqual([
      { ...short, section: 1, asked: 6, matching: 10, needed: 2 },
    ]);
  });

  test('a section is told which of its questions others have', () => {
    const mock = quiz({ id: 'mock', sections: [section({ questions: ['c0', 'c1'] })] });
    const problems = (own: Parameters<typeof quiz>[0], count: number) =>
      draw(bank(choices(count), [mock]), quiz(own)).problems;
    const avoided = { count: 2, quizzes: ['mock'] };
    expect(problems({ avoid: ['mock'], sections: [section({ pick: 1 })] }, 2)).toEqual([
      { ...short, section: 0, asked: 1, matching: 2, avoided },
    ]);
    const both = [section({ questions: ['c2'] }), section({ pick: 3, from: { kinds: ['choice'] } })];
    expect(problems({ sections: both }, 3)).toEqual([
      { ...short, section: 1, asked: 3, matching: 3, named: 1 },
    ]);
    expect(problems({ avoid: ['mock'], sections: [...both, section({ pick: 2 })] }, 6)).toEqual([
      { ...short, section: 2, asked: 2, matching: 6, named: 1, avoided, needed: 2 },
    ]);
  });

  test('names that lead nowhere are told with their place and the names there are', () => {
    const of = quiz({
      avoid: ['exam'],
      sections: [
        section({ questions: ['c9'], pick: 1, from: { topics: ['Topic O'], tags: ['hard'], ids: ['c0'] } }),
      ],
    });
    const found = draw(bank(choices(2)), of).problems.filter(({ is }) => is === 'unknown');
    const unknown = { is: 'unknown', passage: undefined };
    const path = ['sections', 0];
    expect(found).toEqual([
      { ...unknown, what: 'quiz', name: 'exam', known: [], path: ['avoid', 0] },
      { ...unknown, what: 'question', name: 'c9', known: ['c0', 'c1'], path: [...path, 'questions', 0] },
      {
        ...unknown,
        what: 'topic',
        name: 'Topic O',
        known: ['Topic 0'],
        path: [...path, 'from', 'topics', 0],
      },
      { ...unknown, what: 'tag', name: 'hard', known: [], path: [...path, 'from', 'tags', 0] },
    ]);
  });

  test('a question of a passage is told by its passage', () => {
    const of = quiz({ sections: [section({ questions: ['x'] })] });
    const inner = { ...choice('x'), passage: { id: 'p', prompt: 'Read.' } };
    expect(draw(bank([passage('p', [inner])]), of).problems).toMatchObject([{ name: 'x', passage: 'p' }]);
  });

  test.each([
    [{ reason: 'twice', before: 0 }, ['c0', 'c0']],
    [{ reason: 'retired', on: '2026-01-01' }, ['old']],
    [{ reason: 'off-paper', passage: false }, ['card']],
    [{ reason: 'retired', on: undefined }, ['old-text']],
    [{ reason: 'off-paper', passage: true }, ['card-text']],
  ])('%j: %j', (why, questions) => {
    const from = bank([
      ...choices(2),
      passage('old-text', [choice('x', retired), choice('y', retired)]),
      passage('card-text', [choice('x', retired), choice('y', { uses: ['anki'] })]),
      choice('old', retired),
      choice('card', { uses: ['anki'] }),
    ]);
    const at = questions.length - 1;
    const { problems, versions } = draw(from, quiz({ sections: [section({ questions })] }));
    expect(problems).toEqual([{ is: 'objection', question: questions[at], section: 0, at, why }]);
    expect(versions[0]?.sections[0]?.named).toHaveLength(at);
  });

  test('a named question that is to be avoided is told, and asked all the same', () => {
    const mock = quiz({ id: 'mock', sections: [section({ questions: ['c0'] })] });
    const of = quiz({ avoid: ['mock'], sections: [section({ questions: ['c0'] })] });
    const { problems, versions } = draw(bank(choices(1), [mock]), of);
    expect(problems).toMatchObject([{ question: 'c0', why: { reason: 'avoided' } }]);
    expect(versions[0]?.sections[0]?.named).toHaveLength(1);
  });

  test('quizzes that avoid each other are told, and still drawn', () => {
    const one = quiz({ id: 'one', avoid: ['two'], sections: [section({ pick: 2 })] });
    const two = quiz({ id: 'two', avoid: ['one'], sections: [section({ pick: 2 })] });
    expect(draw(bank(choices(9), [one, two]), one).problems).toEqual([
      { is: 'circle', at: 0, way: ['two', 'one'] },
    ]);
    expect(draw(bank(choices(9), [one, two]), two).versions[0]?.sections[0]?.picked).toHaveLength(2);
  });

  test('a circle of quizzes is told by the way it goes', () => {
    const around = (id: string, other: string) =>
      quiz({ id, avoid: [other], sections: [section({ pick: 2 })] });
    const [p, q, r] = [around('p', 'q'), around('q', 'r'), around('r', 'p')];
    expect(draw(bank(choices(9), [p, q, r]), q).problems).toEqual([
      { is: 'circle', at: 0, way: ['r', 'p', 'q'] },
    ]);
  });
});

describe('for every bank', () => {
  const topics = fc.integer({ min: 1, max: 5 });
  const questionsOf = (minLength: number, maxLength: number) =>
    fc
      .array(fc.record({ topic: topics, basic: fc.boolean() }), { minLength, maxLength })
      .map((rows): Question[] =>
        rows.map(({ topic, basic: isBasic }, at) =>
          isBasic ? basic(`q${at}`, `T${topic}`) : choice(`q${at}`, { topic: `T${topic}` }),
        ),
      );

  test('one question more changes at most one pick of each section', () => {
    const sections = [
      section({ pick: 5, spread: 'topic' }),
      section({ pick: 4, from: { kinds: ['choice'] }, spread: 'topic' }),
      section({ pick: 3, from: { topics: ['T1', 'T2'] } }),
    ];
    fc.assert(
      fc.property(questionsOf(20, 80), topics, fc.integer(), (questions, topic, seed) => {
        const of = quiz({ seed, sections });
        // Where sections must help each other out, more may move.
        const total = sections.reduce((sum, { pick = 0 }) => sum + pick, 0);
        fc.pre(
          sections.every(
            ({ from }) => questions.filter((one) => matches(bank([]), from, one)).length >= total,
          ),
        );
        const after = picks(bank([...questions, choice('added', { topic: `T${topic}` })]), of);
        for (const [at, ids] of picks(bank(questions), of).entries()) {
          expect(ids.filter((id) => !after[at]?.includes(id)).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('no question twice, and a section is short only where no dealing could help', () => {
    const filters = fc.constantFrom(
      {},
      { kinds: ['choice' as const] },
      { topics: ['T1', 'T2'] },
      { topics: ['T3'] },
    );
    const someSections = fc.array(fc.record({ from: filters, pick: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(questionsOf(1, 40), someSections, fc.integer(), (questions, wanted, seed) => {
        const of = quiz({ seed, sections: wanted.map(section) });
        const drawn = draw(bank(questions, [], { topics: ['T1', 'T2', 'T3', 'T4', 'T5'] }), of);
        const ids = drawn.versions.flatMap(({ sections }) =>
          sections.flatMap(({ picked }) => picked.map(({ id }) => id)),
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect(drawn.problems.some(({ is }) => is === 'shortage')).toBe(!canBeMet(questions, wanted));
      }),
    );
  });
});

/** Hall's theorem: sections can be met when every set of them together matches as many questions as it asks for. */
function canBeMet(
  questions: readonly Question[],
  wanted: readonly { from: { kinds?: readonly string[]; topics?: readonly string[] }; pick: number }[],
): boolean {
  const fits = ({ from }: (typeof wanted)[number], { kind, topic }: Question): boolean =>
    (from.kinds?.includes(kind) ?? true) && (from.topics?.includes(topic) ?? true);
  const sets = Array.from({ length: 2 ** wanted.length }, (_, bits) =>
    wanted.filter((_, at) => bits & (1 << at)),
  );
  return sets.every((set) => {
    const asked = set.reduce((sum, { pick }) => sum + pick, 0);
    return questions.filter((each) => set.some((one) => fits(one, each))).length >= asked;
  });
}
