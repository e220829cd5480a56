import type { Page } from 'playwright-core';
import type { Bank } from '../../src/bank/bank.ts';
import { emptyLock } from '../../src/identity/lock.ts';
import { planDeck } from '../../src/targets/anki/build.ts';
import type { NoteContent } from '../../src/targets/anki/note.ts';
import { dressedTypes } from '../targets/anki/cards/read.ts';
import { page as cardPage, render } from '../targets/anki/cards/render.ts';

/** Which of a question's cards to show, and what the learner does before the answer. */
export interface Showing {
  /** The number of the card, where parts have one each. */
  readonly number?: number;
  /** Options to tap, one after the other. */
  readonly taps?: readonly string[];
  readonly typed?: string;
}

/** Both sides of a card as pages, and the files that they show. */
export interface Card {
  readonly front: string;
  readonly back: string;
  readonly media: ReadonlyMap<string, Uint8Array>;
}

/** A card of the question with this id, from the fields and the templates that a package would hold. */
export function cardOf(
  bank: Bank,
  id: string,
  readMedia: (path: string) => Uint8Array,
  { number, typed = '' }: Showing,
): Card {
  const { notes, media } = planDeck(bank, emptyLock(bank.id), Date.UTC(2026, 0, 1), readMedia);
  const content = notes.find((note) => note.question.id === id)?.content;
  const type = dressedTypes.find(({ key }) => key === content?.type.key);
  const [template] = type?.templates ?? [];
  if (!content || !type || !template) throw new Error(`no note for "${id}"`);
  const side = (source: string, back: boolean): string => {
    const options = { back, typed, number: number ?? 1 };
    const html = render(source, fieldsOf(content), options);
    return cardPage(html, type.css + own, { phone: true }).replace(
      '<body',
      `${occlusion(content, options)}<body`,
    );
  };
  return {
    front: side(template.front, false),
    back: side(template.back, true),
    media: new Map(media.files.map(({ path, bytes }) => [path, bytes])),
  };
}

const fieldsOf = ({ fields }: NoteContent): Record<string, string> => Object.fromEntries(fields);

/** What Anki's own script and style sheet would make of an image occlusion. */
const own = `
#image-occlusion-container{position:relative!important;left:0!important;transform:none!important;max-height:none!important}
#image-occlusion-container img{display:block!important;position:static!important;width:100%!important;height:auto!important;margin:0!important}
#image-occlusion-canvas{display:none}
.mask{position:absolute;box-sizing:border-box;border:1px solid #212121;background:#ffeba2}
.mask.active{background:#ff8e8e}.mask.shown{background:none}`;

/** A stand-in for Anki's `imageOcclusion.setup`: covers the picture's regions in Anki's colours. */
function occlusion(content: NoteContent, { back, number }: { back: boolean; number: number }): string {
  const field = fieldsOf(content).Occlusion ?? '';
  const masks = [...field.matchAll(/\{\{c(\d+)::image-occlusion:rect:([^}]*)\}\}/g)].map(
    ([, of, rect = '']) => {
      const sides = rect
        .split(':')
        .slice(0, 4)
        .map((side) => side.split('='));
      const style = sides.map(([name, value]) => `${name}:${Number(value) * 100}%`).join(';');
      const state = Number(of) === number ? (back ? 'shown' : 'active') : '';
      return `<div class="mask ${state}" style="${style}"></div>`;
    },
  );
  if (masks.length === 0) return '';
  const setup = `document.querySelector('#image-occlusion-container').insertAdjacentHTML('beforeend', ${JSON.stringify(masks.join(''))});
    for (const button of document.querySelectorAll('#toggle')) button.textContent = 'Toggle Masks';`;
  return `<script>window.anki = { imageOcclusion: { setup() { ${setup} } } };</script>`;
}

const address = 'http://anki.test/';

/** Photographs both sides in this page, which is as wide as a phone; they come out equally high. */
export async function photograph(
  page: Page,
  { front, back, media }: Card,
  { taps = [] }: Showing,
): Promise<readonly [front: Buffer, back: Buffer]> {
  let html = front;
  await page.route('**/*', (route) => {
    const name = decodeURIComponent(route.request().url().slice(address.length));
    const bytes = media.get(name);
    if (!bytes) return route.fulfill({ contentType: 'text/html', body: html });
    const contentType = name.endsWith('.svg') ? 'image/svg+xml' : `image/${name.split('.').at(-1)}`;
    return route.fulfill({ contentType, body: Buffer.from(bytes) });
  });
  const width = page.viewportSize()?.width ?? 340;
  const open = async (side: string): Promise<number> => {
    html = side;
    await page.setViewportSize({ width, height: 100 });
    await page.goto(address);
    return page.evaluate('Math.ceil(document.querySelector("#qa").getBoundingClientRect().bottom)');
  };
  const tapAll = async () => {
    for (const tap of taps) await page.locator('.options > li', { hasText: tap }).click();
  };
  const heights = [await open(front)];
  await tapAll();
  heights.push(await open(back));
  const height = Math.max(...heights) + 16;
  const backPicture = await shoot(page, width, height);
  await open(front);
  const frontPicture = await shoot(page, width, height);
  await page.unroute('**/*');
  return [frontPicture, backPicture];
}

async function shoot(page: Page, width: number, height: number): Promise<Buffer> {
  await page.setViewportSize({ width, height });
  return page.screenshot();
}
