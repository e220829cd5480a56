import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { Bank } from '../../src/bank/bank.ts';
import { kindNames } from '../../src/bank/kinds/index.ts';
import { loadBank } from '../../src/bank/load.ts';
import type { Kind } from '../../src/bank/question.ts';
import { readBankFiles } from '../../src/node.ts';
import { createTypesetter } from '../../src/typst/native.ts';
import type { Typesetter } from '../../src/typst/typesetter.ts';
import { buildQuiz } from '../targets/build-quiz.ts';
import { type Card, cardOf, photograph, type Showing } from './cards.ts';
import { bankFilesOf, besideTerm, examplesOf, formatPage, media } from './format.ts';
import { firstPage, printedQuestion } from './paper.ts';
import { type Bitmap, framed, readPng, writePng } from './png.ts';

/** A picture of the documentation. */
export interface Picture {
  /** Its file in docs/pictures. */
  readonly name: string;
  /** A hash of all that it shows, before any font or browser has a part in it. */
  readonly shows: string;
  draw(browser: Browser): Promise<Uint8Array>;
}

/** Every picture of the documentation, not yet drawn. */
export async function allPictures(): Promise<Picture[]> {
  const kinds: Picture[] = [];
  const typesetter = await createTypesetter();
  for (const kind of kindNames) {
    const bank = exampleBank(kind);
    kinds.push(
      cardPicture(`${kind}-card.png`, bank, showings[kind] ?? {}),
      await paperPicture(kind, bank, typesetter),
    );
  }
  return [...kinds, ...(await readmePictures(typesetter))];
}

const showings: Partial<Record<Kind, Showing>> = {
  typed: { typed: 'Neaps' },
  number: { typed: '25' },
  cloze: { number: 2 },
  choice: { taps: ['half moon'] },
  claim: { taps: ['False'] },
  match: { number: 2 },
  order: { taps: ['low water', 'flood', 'ebb', 'high water'] },
  list: { number: 4 },
  diagram: { number: 2 },
};

const readExampleMedia = (path: string): Uint8Array => media.get(path) ?? new Uint8Array();

/** The bank whose question docs/format.md shows for a kind. */
function exampleBank(kind: Kind): Bank {
  const example = examplesOf(formatPage).find(({ heading }) => heading === kind);
  const files = bankFilesOf(example ?? missing(kind), kind === 'term' ? besideTerm : {});
  const { bank, diagnostics } = loadBank(files);
  return bank && diagnostics.length === 0 ? bank : missing(kind);
}

function missing(what: string): never {
  throw new Error(`docs/format.md has no right example of ${what}`);
}

const hash = (...parts: readonly (string | Uint8Array)[]): string => {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest('hex').slice(0, 16);
};

const shownBy = ({ front, back, media: files }: Card): string => hash(front, back, ...files.values());

/** Front and back of a card, side by side. */
function cardPicture(name: string, bank: Bank, showing: Showing): Picture {
  const [question] = bank.questions;
  const first = question?.kind === 'passage' ? question.questions[0] : question;
  const card = cardOf(bank, first?.id ?? '', readExampleMedia, showing);
  return {
    name,
    shows: shownBy(card),
    async draw(browser) {
      const page = await openPage(browser, { viewport: { width: 330, height: 100 } });
      const sides = await photograph(page, card, showing);
      const tag = (png: Buffer) => `<img src="data:image/png;base64,${png.toString('base64')}">`;
      await page.setContent(
        `<!doctype html><style>body{margin:0;width:680px;display:flex;justify-content:space-between;align-items:start}
         img{width:328px;border:1px solid #c8c8c8;border-radius:10px}</style>${sides.map(tag).join('')}`,
      );
      await page.setViewportSize({ width: 680, height: 100 });
      const picture = readPng(await page.screenshot({ fullPage: true }));
      await page.context().close();
      return smallPng(picture);
    },
  };
}

/** A phone on one certain day, for cards shuffle by the day. */
async function openPage(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext({ deviceScaleFactor: 2, ...options });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(2026, 10, 23, 12));
  return page;
}

/** A question on a paper of its own. */
async function paperPicture(kind: Kind, bank: Bank, typesetter: Typesetter): Promise<Picture> {
  const questions = bank.questions.map(({ id }) => id);
  const quiz = { ...plainQuiz, sections: [{ questions, from: {} }] };
  const { files, findings } = await buildQuiz(bank, quiz, { readMedia: readExampleMedia, typesetter });
  const pdf = files.find(({ name }) => name === 'A.pdf')?.bytes;
  if (!pdf) throw new Error(findings.map(({ message }) => message).join('\n'));
  const draw = async () => smallPng(framed(printedQuestion(pdf, 1360)));
  return { name: `${kind}-paper.png`, shows: hash(pdf), draw };
}

const plainQuiz = {
  id: 'quiz',
  title: 'Tides',
  versions: 1,
  parallel: false,
  seed: 1,
  avoid: [],
  paper: 'a4',
  columns: 1,
  answerSheet: 'none',
} as const;

/** What the README shows: a card of the first bank on a phone, and the first page of its reading check. */
async function readmePictures(typesetter: Typesetter): Promise<Picture[]> {
  const folder = 'cards/deutscher-1956';
  const { bank } = loadBank(await readBankFiles(folder, process.cwd()));
  const quiz = bank?.quizzes.find(({ id }) => id === 'reading-check');
  if (!bank || !quiz) throw new Error(`${folder} is not right`);
  const readMedia = (path: string) => readFileSync(`${folder}/${path}`);
  const showing: Showing = { taps: ['Pieces made'] };
  const card = cardOf(bank, 'wage-basis', readMedia, showing);
  const { files } = await buildQuiz(bank, quiz, { readMedia, typesetter });
  const pdf = files.find(({ name }) => name === 'A.pdf')?.bytes ?? new Uint8Array();
  return [
    {
      name: 'card.png',
      shows: shownBy(card),
      async draw(browser) {
        const page = await openPage(browser, { viewport: { width: 390, height: 100 } });
        const [, back] = await photograph(page, card, showing);
        await page.context().close();
        return smallPng(framed(readPng(back)));
      },
    },
    { name: 'quiz.png', shows: hash(pdf), draw: async () => smallPng(framed(firstPage(pdf, 1000))) },
  ];
}

const most = 60_000;

/** As many colours as fit into a small file. */
function smallPng(picture: Bitmap): Uint8Array {
  for (const colours of [128, 64, 32, 16, 8]) {
    const bytes = writePng(picture, colours);
    if (bytes.length < most) return bytes;
  }
  throw new Error('a picture stays over 60 kB; show less');
}
