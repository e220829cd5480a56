import type { Page } from 'playwright-core';
import { describeInBrowser, type OpenCard } from './browser.ts';
import { compareWithGolden, compose, tolerance } from './golden.ts';
import { type Look, looks } from './looks.ts';

// How every kind of card looks, in pictures under golden/: front and back by day, then by night. After a change that is
// meant, RECTO_UPDATE=1 writes them anew; look at what changed before you keep it.

/** Fonts that a bare Debian has with Chromium, one face for each weight, so that letters are the same everywhere. */
const fonts = [
  ['serif', 'DejaVu Serif'],
  ['sans', 'DejaVu Sans'],
  ['mono', 'DejaVu Sans Mono'],
]
  .map(
    ([name, font]) => `@font-face { font-family: "test-${name}"; src: local("${font}"); }
@font-face { font-family: "test-${name}"; font-weight: 600 700; src: local("${font} Bold"); }
.card.card { --${name}: "test-${name}", "test-sans"; }`,
  )
  .join('\n');

/** Draws masks as Anki's own script does (Anki, `ts/routes/image-occlusion/review.ts`), well enough to look at. */
const occlusion = `window.anki = { imageOcclusion: { setup() {
  const container = document.getElementById('image-occlusion-container');
  const canvas = document.getElementById('image-occlusion-canvas');
  const image = container.querySelector('img');
  const style = getComputedStyle(canvas);
  const draw = () => {
    container.style.aspectRatio = String(image.naturalWidth / image.naturalHeight);
    container.style.maxWidth = image.naturalWidth + 'px';
    canvas.width = canvas.clientWidth;
    canvas.height = canvas.clientHeight;
    const context = canvas.getContext('2d');
    const kinds = [['cloze-inactive', 'inactive'], ['cloze', 'active'], ['cloze-highlight', 'highlight']];
    for (const [name, kind] of kinds) for (const { dataset } of document.querySelectorAll('div.' + name)) {
      const box = [dataset.left * canvas.width, dataset.top * canvas.height];
      box.push(dataset.width * canvas.width, dataset.height * canvas.height);
      const [width, colour] = style.getPropertyValue('--' + kind + '-shape-border').trim().split(' ');
      context.fillStyle = style.getPropertyValue('--' + kind + '-shape-color').trim();
      context.strokeStyle = colour;
      context.lineWidth = parseFloat(width);
      context.fillRect(...box);
      context.strokeRect(...box);
    }
  };
  if (image.complete) draw(); else image.onload = draw;
} } };`;

const settled = `Promise.all([
  ...['serif', 'sans', 'mono'].flatMap((name) => ['400', '600'].map((weight) => document.fonts.load(weight + ' 16px test-' + name))),
  ...Array.from(document.images, (image) => image.decode()),
]).then(([faces]) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(faces.length)))))`;

const screens = {
  phone: { width: 360, height: 640 },
  desktop: { width: 1280, height: 800 },
};

/** The front and the back of a card, by day and by night, as one picture. */
async function picture(
  open: OpenCard,
  { example, act }: Look,
  screen: keyof typeof screens,
): Promise<[Page, string]> {
  const phone = screen === 'phone';
  const shots: Uint8Array[] = [];
  let last: Page | undefined;
  for (const night of [false, true]) {
    await last?.context().close();
    const card = await open({ viewport: screens[screen], timezoneId: 'UTC' }, { night, phone, css: fonts });
    const { page } = card;
    last = page;
    await page.clock.setFixedTime(new Date('2026-11-23T12:00:00Z'));
    await page.evaluate(occlusion);
    for (const side of ['front', 'back'] as const) {
      await card[side](example);
      if (side === 'front') await act?.(page);
      if ((await page.evaluate(settled)) === 0)
        throw new Error('DejaVu is missing: install fonts-dejavu-core');
      await page.mouse.move(0, 0);
      shots.push(await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' }));
    }
    expect(card.errors).toEqual([]);
  }
  if (!last) throw new Error('no page');
  return [last, await compose(last, shots, phone ? 4 : 2)];
}

describeInBrowser('the look of', (open) => {
  const wide = looks.filter(({ desktop }) => desktop);
  const both = [
    ...looks.map((look) => ['phone', look.name, look] as const),
    ...wide.map((look) => ['desktop', look.name, look] as const),
  ];
  test.each(both)(
    'on a %s: %s',
    async (screen, name, look) => {
      const [page, shot] = await picture(open, look, screen);
      expect(await compareWithGolden(page, `${screen}/${name}`, shot)).toBeLessThanOrEqual(tolerance);
      await page.context().close();
    },
    30_000,
  );
});
