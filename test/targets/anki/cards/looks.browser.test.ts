import { type Bitmap, readPng } from '../../../docs/png.ts';
import { describeInBrowser, type OpenCard, type Reviewer } from './browser.ts';
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
  // Widths as the font gives them, whatever the machine's settings for hinting are.
  .concat('* { text-rendering: geometricPrecision; }')
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

type Screen = keyof typeof screens;

/** The front and the back of a card, by day and by night. */
async function shoot(card: Reviewer, { example, act }: Look): Promise<Bitmap[]> {
  const shots: Bitmap[] = [];
  for (const night of [false, true]) {
    await card.page.evaluate(
      `for (const name of ['nightMode', 'night_mode']) document.body.classList.toggle(name, ${night})`,
    );
    for (const side of ['front', 'back'] as const) {
      await card[side](example);
      if (side === 'front') await act?.(card.page);
      if ((await card.page.evaluate(settled)) === 0)
        throw new Error('no DejaVu here: install fonts-dejavu-core');
      await card.page.mouse.move(0, 0);
      const shot = await card.page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
      shots.push(readPng(shot));
    }
  }
  expect(card.errors).toEqual([]);
  return shots;
}

/** A reviewer on a screen of this size, as on the same day at noon. */
async function reviewer(open: OpenCard, screen: Screen): Promise<Reviewer> {
  const options = { viewport: screens[screen], timezoneId: 'UTC' };
  const card = await open(options, { phone: screen === 'phone', css: fonts });
  await card.page.clock.setFixedTime(new Date('2026-11-23T12:00:00Z'));
  await card.page.evaluate(occlusion);
  return card;
}

describeInBrowser('the look of', (open) => {
  const reviewers: Partial<Record<Screen, Promise<Reviewer>>> = {};
  const all = [
    ...looks.map((look) => ['phone', look.name, look] as const),
    ...looks.filter(({ desktop }) => desktop).map((look) => ['desktop', look.name, look] as const),
  ];
  test.each(all)(
    'on a %s: %s',
    async (screen, name, look) => {
      reviewers[screen] ??= reviewer(open, screen);
      const picture = compose(await shoot(await reviewers[screen], look), screen === 'phone' ? 4 : 2);
      expect(compareWithGolden(`${screen}/${name}`, picture)).toBeLessThanOrEqual(tolerance);
    },
    30_000,
  );
});
