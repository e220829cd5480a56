import type { BasicQuestion, ClozeQuestion, PassageQuestion, Question } from '../../src/bank/question.ts';
import { cue } from '../../src/quiz/cueing.ts';
import { draw } from '../../src/quiz/draw.ts';
import { bank, choice, choices, question, quiz, section } from './banks.ts';

const asks = (id: string, prompt: string, answer: string, own: Partial<BasicQuestion> = {}) =>
  question<BasicQuestion>({ kind: 'basic', id, prompt, answer, ...own });

describe('a question gives away another’s answer', () => {
  const fuel = choice('fuel', { right: ['Nuclear *fusion*'] });

  test.each<[string, Question, string | undefined]>([
    ['as words of its stem', asks('a', 'How hot must “nuclear fusion” be?', 'Very.'), 'nuclear fusion'],
    ['not as parts of words', asks('a', 'What is thermonuclear fusion?', 'This.'), undefined],
    ['not across words between', asks('a', 'What is nuclear and what fusion?', 'This.'), undefined],
    ['not in its own answer', asks('a', 'What is it?', 'Nuclear fusion'), undefined],
    [
      'not in the blank of a cloze',
      question<ClozeQuestion>({ kind: 'cloze', id: 'c', prompt: 'The Sun runs on {{nuclear fusion}}.' }),
      undefined,
    ],
    [
      'in a passage’s text',
      question<PassageQuestion>({
        kind: 'passage',
        id: 'p',
        prompt: 'Read.',
        text: 'All of it is nuclear fusion.',
        questions: [asks('in', 'Why?', 'So.')],
      }),
      'nuclear fusion',
    ],
    [
      'unless it says so',
      asks('a', 'Is it nuclear fusion?', 'Yes.', { waive: { cueing: 'on purpose' } }),
      undefined,
    ],
  ])('%s', (_, other, expected) => {
    expect(cue(other, fuel)).toBe(expected);
  });

  test('answers of one short word are not looked for', () => {
    expect(cue(asks('a', 'Is the Moon far?', 'Yes.'), asks('b', 'What?', 'Moon'))).toBeUndefined();
    expect(cue(asks('a', 'Was it in 1956?', 'Yes.'), asks('b', 'When?', '1956'))).toBeUndefined();
    expect(cue(asks('a', 'Is Venus far?', 'Yes.'), asks('b', 'What?', 'Venus'))).toBe('venus');
  });
});

describe('a draw', () => {
  const answer = asks('answer', 'What do stars burn?', 'hydrogen gas');
  const clue = asks('clue', 'How heavy is hydrogen gas?', 'Not at all.');
  const ids = (questions: readonly Question[], of: ReturnType<typeof quiz>) =>
    draw(bank(questions), of).versions[0]?.sections.flatMap(({ named, picked }) =>
      [...named, ...picked].map(({ id }) => id),
    );

  test('never takes both where it can take others', () => {
    const questions = [answer, clue, ...choices(4)];
    for (let seed = 0; seed < 100; seed++) {
      const of = quiz({ seed, sections: [section({ pick: 2 }), section({ pick: 2 })] });
      const drawn = ids(questions, of);
      expect(drawn).toHaveLength(4);
      expect(new Set(drawn).size).toBe(4);
      expect(drawn?.includes('answer') && drawn.includes('clue')).toBe(false);
      expect(draw(bank(questions), of).findings).toEqual([]);
    }
  });

  test('takes nothing that a named question gives away', () => {
    for (let seed = 0; seed < 20; seed++) {
      const of = quiz({ seed, sections: [section({ questions: ['clue'] }), section({ pick: 2 })] });
      expect(ids([answer, clue, ...choices(3)], of)).not.toContain('answer');
    }
  });

  test('exchanges within a topic where the section spreads over topics', () => {
    const questions = [
      { ...answer, topic: 'A' },
      asks('spare', 'Why?', 'Because of this.', { topic: 'A' }),
      ...choices(4).map((each) => ({ ...each, topic: 'B' })),
    ];
    for (let seed = 0; seed < 20; seed++) {
      const sections = [section({ questions: ['clue'] }), section({ pick: 2, spread: 'topic' })];
      expect(ids([...questions, clue], quiz({ seed, sections }))).toContain('spare');
    }
  });

  test('changes nothing where there is no clash', () => {
    const of = quiz({ seed: 3, sections: [section({ pick: 5 })] });
    expect(ids([...choices(20), clue], of)).toEqual(
      ids([...choices(20), { ...clue, prompt: 'How heavy?' }], of),
    );
  });

  test('says what it could not help, once for all versions', () => {
    const named = quiz({
      versions: 3,
      parallel: true,
      sections: [section({ questions: ['answer', 'clue'] })],
    });
    expect(draw(bank([answer, clue]), named).findings).toEqual([
      {
        rule: 'cueing',
        level: 'warning',
        message:
          'the answer to "answer" stands in "clue": "hydrogen gas"; name another, or reword one of them',
        path: ['sections', 0, 'questions', 1],
      },
    ]);
    const drawn = quiz({ sections: [section({ pick: 2 })] });
    expect(draw(bank([answer, clue]), drawn).findings).toMatchObject([
      { rule: 'cueing', path: ['sections', 0, 'pick'] },
    ]);
  });
});
