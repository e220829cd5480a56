import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { executablePath } from '../targets/anki/cards/browser.ts';
import { runs, testWith } from '../tools.ts';
import { allPictures } from './pictures.ts';

// A picture is stale when what it shows has changed: the fields and templates of the card, or the bytes of the PDF. That
// is compared by hash, which is exact and the same on every machine, where pixels depend on its fonts and its browser.
// `npm run pictures` draws the pictures anew and records what they show.

const folder = new URL('../../docs/pictures/', import.meta.url);
const index = new URL('index.json', folder);
const write = process.env.PICTURES === 'write';

const pictures = await allPictures();
const now = Object.fromEntries(pictures.map(({ name, shows }) => [name, shows]));

if (write) {
  const tools = executablePath !== undefined && runs('pdftoppm', '-v') && runs('pdftotext', '-v');
  testWith('Chromium and poppler-utils', tools)(
    'the pictures are drawn',
    async () => {
      const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'];
      const browser = await chromium.launch({ executablePath: executablePath ?? '', args });
      mkdirSync(folder, { recursive: true });
      for (const picture of pictures) {
        writeFileSync(new URL(picture.name, folder), await picture.draw(browser));
      }
      await browser.close();
      writeFileSync(index, `${JSON.stringify(now, null, 2)}\n`);
    },
    300_000,
  );
} else {
  test('the pictures in docs/pictures show what is built today; if not, run "npm run pictures"', () => {
    expect(JSON.parse(readFileSync(index, 'utf8'))).toEqual(now);
    for (const { name } of pictures) expect([name, existsSync(new URL(name, folder))]).toEqual([name, true]);
  });

  test('the pictures are small', () => {
    for (const { name } of pictures) expect(readFileSync(new URL(name, folder)).length).toBeLessThan(60_000);
  });
}
