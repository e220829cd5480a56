import { emptyLock, type Lock } from '../../src/identity/lock.ts';
import type { NoteQuestion, NoteWriter, Written } from '../../src/identity/note.ts';
import { settle } from '../../src/identity/settle.ts';
import { goodBank } from '../bank/bank-of.ts';

const start = Date.UTC(2026, 0, 1);

const written = (content: string, fields: Written<string>['fields']): Written<string> => ({
  content,
  hash: JSON.stringify(fields),
  fields,
});

/** Notes that are a line each and nothing of Anki's. */
const lines = (questions: readonly NoteQuestion[]): NoteWriter<string> => ({
  questions,
  fieldNames: { notice: 'Withdrawn', derived: 'Length', shared: new Set(['Heading']) },
  typeOf: ({ kind }) => (kind === 'cloze' ? 'cloze' : 'basic'),
  partsOf: ({ kind }) => (kind === 'cloze' ? [{ text: 'one' }, { text: 'two' }] : undefined),
  write({ id, prompt, topic, retired }, numbered) {
    const numbers = (numbered?.parts ?? []).map(({ number }) => number);
    return written([id, prompt, ...numbers].join(' '), {
      Line: prompt,
      Heading: topic,
      Length: String(prompt.length),
      ...(retired !== undefined && { Withdrawn: retired }),
    });
  },
  replaced: (present, type, numbers) => written(`once a ${type} ${numbers.join(' ')}: ${present}`, {}),
});

function build(questions: string, lock: Lock = emptyLock('a-bank'), now = start) {
  const asked = goodBank(questions).questions.filter((each): each is NoteQuestion => each.kind !== 'passage');
  return settle('a-bank', lock, now, lines(asked));
}

const one = '  - {id: a, ask: A?, answer: x}\n';
const cloze = one.replace('ask: A?, answer: x', 'cloze: "{{A}}"');

describe('a note may be written in any form', () => {
  test('and is given out with its identity', () => {
    const [note] = build(one).notes;
    expect(note).toMatchObject({ content: 'a A?', entry: { type: 'basic', created: start } });
  });

  test('with the numbers of its parts', () => expect(build(cloze).notes[0]?.content).toBe('a {{A}} 1 2'));

  test('and what its question left behind is written anew with the numbers that it had', () => {
    const { notes } = build(one, build(cloze).lock, start + 1000);
    expect(notes.map(({ content }) => content)).toEqual(['a A?', 'once a cloze 1 2: a A?']);
  });
});

describe('of the fields its writer names', () => {
  const changes = (before: string, after: string) => build(after, build(before).lock, start + 1000).changes;

  test('the one made from others is told of only when nothing else changed', () =>
    expect(changes(one, one.replace('A?', 'Longer?')).changed).toEqual([{ id: 'a', fields: ['Line'] }]));

  test('the notice makes a change a withdrawal', () =>
    expect(changes(one, one.replace('x}', 'x, retired: 2026-01-01}'))).toMatchObject({
      changed: [],
      retired: ['a'],
    }));

  test('the shared ones make no two questions alike', () =>
    expect(changes(one, '  - {id: b, ask: Bb?, answer: x}\n').alike).toEqual([]));

  test('the others do', () =>
    expect(changes(one, '  - {id: b, ask: A?, answer: x}\n').alike).toEqual([{ gone: 'a', added: 'b' }]));
});
