import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ClaimQuestion,
  ListQuestion,
  MatchQuestion,
  Question,
  TermQuestion,
} from '../../../src/bank/question.ts';
import { createTypesetter } from '../../../src/typst/native.ts';
import type { Printing } from '../../../src/view/prints.ts';
import { bank, choice, question, quiz, section } from '../../quiz/banks.ts';
import { runs, testWith } from '../../tools.ts';
import { type BuiltQuiz, buildQuiz } from '../build-quiz.ts';

const testPoppler = testWith('poppler-utils (pdftotext)', runs('pdftotext', '-v'));
const typesetter = await createTypesetter();
const folder = mkdtempSync(join(tmpdir(), 'recto-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Own = Partial<ReturnType<typeof quiz>> & Printing;

function build(
  questions: readonly Question[],
  { pupils = [], duplex = false, ...own }: Own = {},
): Promise<BuiltQuiz> {
  const of = quiz({ sections: [section({ pick: questions.length })], ...own });
  return buildQuiz(bank(questions, [of]), of, {
    readMedia: () => new Uint8Array(),
    typesetter,
    pupils,
    duplex,
  });
}

/** The text of each page of a file, on one line. */
function pagesOf(built: BuiltQuiz, name: string): string[] {
  const path = join(folder, 'read.pdf');
  writeFileSync(path, built.files.find((file) => file.name === name)?.bytes ?? '');
  const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

const questions: Question[] = [
  ...Array.from({ length: 8 }, (_, at) =>
    choice(`c${at}`, { prompt: `s${at}`, right: [`r${at}`], wrong: [`x${at}`, `y${at}`, `z${at}`] }),
  ),
  ...Array.from({ length: 4 }, (_, at) =>
    question<TermQuestion>({ kind: 'term', id: `t${at}`, prompt: `T${at}`, means: `m${at}` }),
  ),
  ...[true, false].map((verdict, at) =>
    question<ClaimQuestion>({ kind: 'claim', id: `k${at}`, prompt: `k${at}`, verdict }),
  ),
  question<MatchQuestion>({
    kind: 'match',
    id: 'match',
    prompt: 'Pair.',
    pairs: ['u', 'v', 'w'].map((left) => ({ left: `${left}l`, right: `${left}r` })),
    extra: ['none'],
  }),
];

const sections = (['choice', 'term', 'claim', 'match'] as const).map((kind) =>
  section({ pick: questions.filter((each) => each.kind === kind).length, from: { kinds: [kind] } }),
);

const found = (text: string, pattern: string): string =>
  new RegExp(pattern).exec(text)?.slice(1).join(' ') ?? 'nothing';

/** A question's number and letters as the paper prints them: what stands before the words of the right answer. */
function onPaper(paper: string, { id, kind }: Question): string {
  const at = id.slice(1);
  if (kind === 'choice') return `${found(paper, `(\\d+) s${at}\\b`)} ${found(paper, `([A-D]) r${at}\\b`)}`;
  if (kind === 'term') return `${found(paper, `(\\d+) T${at}\\b`)} ${found(paper, `([A-D]) m${at}\\b`)}`;
  if (kind === 'claim') return `${found(paper, `(\\d+) k${at}\\b`)} ${id === 'k0' ? 'True' : 'False'}`;
  const letters = ['u', 'v', 'w'].map((left) => found(paper, `([A-D]) ${left}r`));
  return `${found(paper, '(\\d+) Pair')} ${letters.join(' ')}`;
}

/** The same in a part of the key: what stands before the question's id. */
function inKey(key: string, { id, kind }: Question): string {
  const at = id.slice(1);
  if (kind === 'choice') return found(key, `(\\d+) ([A-D]) r${at} \\d+ ${id}\\b`);
  if (kind === 'term') return found(key, `(\\d+) ([A-D]) m${at} \\d+ ${id}\\b`);
  if (kind === 'claim') return found(key, `(\\d+) (True|False) \\d+ ${id}\\b`);
  return found(key, '(\\d+) ([A-D]) ([A-D]) ([A-D]) ur · vr · wr \\d+ match');
}

testPoppler(
  'the key and its table give for 200 seeds the numbers and letters that the papers print',
  async () => {
    for (let seed = 0; seed < 200; seed++) {
      const built = await build(questions, { seed: seed * 7919, versions: seed % 4 === 0 ? 2 : 1, sections });
      const papers = pagesOf(built, 'all.pdf')
        .join(' ')
        .split(/(?=A deck Version)/);
      const [table = '', ...keys] = pagesOf(built, 'key.pdf')
        .join(' ')
        .split(/Answer key, Version [AB]/);
      for (const each of questions) {
        const printed = papers.map((paper) => onPaper(paper, each));
        expect(printed.join()).not.toContain('nothing');
        expect([seed, ...keys.map((key) => inKey(key, each))]).toEqual([seed, ...printed]);
        if (papers.length === 1) continue;
        const short = printed.map((one) => {
          const [number, ...letters] = one.split(' ');
          return [number, letters.map((letter) => letter[0]).join('')].join(' ');
        });
        expect(table.replaceAll(' ', '')).toContain(`${each.id}${short.join('')}`.replaceAll(' ', ''));
      }
    }
  },
  300_000,
);

describe('the key', () => {
  const list = question<ListQuestion>({
    kind: 'list',
    id: 'list',
    prompt: 'Name.',
    items: ['one', 'two', 'three'],
    need: 2,
    ordered: false,
  });

  testPoppler(
    'says why an option is wrong, how much of a list is enough, and how even the letters are',
    async () => {
      const odd = choice('odd', {
        options: [
          { text: 'right', right: true },
          { text: 'wrong', right: false, why: 'It has no moon.' },
          { text: 'other', right: false },
        ],
      });
      const [page = ''] = pagesOf(await build([odd, list]), 'key.pdf');
      expect(page).toMatch(/[ABC] It has no moon\./);
      expect(page).toContain('any 2 of these: one · two · three');
      expect(page).toMatch(/Right answers by letter: A [01], B [01], C [01]; longest run 1/);
      expect(page).not.toContain('All versions');
    },
  );

  testPoppler('has a table of all versions in parts that fit', async () => {
    const pages = pagesOf(await build(questions, { versions: 30, sections }), 'key.pdf');
    const tables = pages.filter((page) => page.includes('All versions'));
    const heads = tables.join(' ').match(/Question( [A-Z]{1,2})+/g) ?? [];
    expect(heads.join(' ').match(/ [A-Z]{1,2}(?= |$)/g)).toHaveLength(30);
    expect(tables.length).toBeLessThanOrEqual(3);
  });
});

describe('copies in one file', () => {
  const pupils = ['Ada Lovelace', 'Bob Cox', 'Cem Dal'].map((name, at) => ({ name, id: `10${at}` }));
  const starts = (pages: readonly string[]) =>
    pages.flatMap((page, at) => (/A deck Version|Answer sheet/.test(page) ? [at + 1] : []));
  const few = questions.slice(0, 3);
  const many = Array.from({ length: 12 }, (_, at) => choice(`c${at}`));

  testPoppler('have the pupil’s name and id on the paper and on its answer sheet', async () => {
    const pages = pagesOf(await build(few, { pupils, versions: 2, answerSheet: 'bubbles' }), 'roster.pdf');
    expect(pages).toHaveLength(6);
    for (const [at, { name, id }] of pupils.entries()) {
      expect(pages[at * 2]).toContain(`${name} · ${id}`);
      expect(pages[at * 2 + 1]).toMatch(
        new RegExp(`Answer sheet.*${name} ${id}.*quiz · ${'ABA'[at]} · ${at + 1} · 1/1`),
      );
    }
  });

  testPoppler(
    'begin on right-hand pages with "duplex", after a blank page only where one is needed',
    async () => {
      const odd = pagesOf(await build(few, { pupils, duplex: true }), 'roster.pdf');
      expect(odd.map((page) => page === '')).toEqual([false, true, false, true, false]);
      const even = pagesOf(await build(many, { pupils, duplex: true }), 'roster.pdf');
      expect(even.some((page) => page === '')).toBe(false);
      expect(starts(even)).toEqual([1, 3, 5]);
      expect(even[3]).toContain('Page 2 of 2');
      const sheets = pagesOf(
        await build(few, { versions: 2, duplex: true, answerSheet: 'bubbles' }),
        'all.pdf',
      );
      expect(starts(sheets)).toEqual([1, 3, 5, 7]);
      expect(sheets[0]).toContain('Page 1 of 1');
    },
  );

  testPoppler(
    'have their answer sheets in a file of their own too, each on a leaf with "duplex"',
    async () => {
      const own = { pupils, versions: 2, answerSheet: 'bubbles' } as const;
      const built = await build(few, own);
      const sheets = pagesOf(built, 'sheets.pdf');
      expect(sheets).toEqual(pagesOf(built, 'roster.pdf').filter((_, at) => at % 2 === 1));
      const leaves = pagesOf(await build(few, { ...own, duplex: true }), 'sheets.pdf');
      expect(leaves).toEqual([sheets[0], '', sheets[1], '', sheets[2]]);
    },
  );

  testPoppler('follow each other without blank pages otherwise', async () => {
    const pages = pagesOf(await build(few, { pupils, answerSheet: 'bubbles' }), 'roster.pdf');
    expect(starts(pages)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
