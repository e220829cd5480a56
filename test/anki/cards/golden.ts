import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';

// Pictures are put together, compared and written by the browser itself, so that the tests need no library for it.

/** With RECTO_UPDATE=1 the golden pictures are written instead of compared. */
export const update = process.env.RECTO_UPDATE === '1';

/** What the scripts below do in the page. */
const tools = `
  const load = async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  };
  const canvasOf = (width, height) => Object.assign(document.createElement('canvas'), { width, height });
  /** The average colour of each square of 8 pixels: letters may be drawn a hair differently, and still be the same. */
  const squares = (image) => {
    const canvas = canvasOf(Math.ceil(image.width / 8), Math.ceil(image.height / 8));
    const context = canvas.getContext('2d');
    const whole = canvasOf(image.width, image.height).getContext('2d');
    whole.drawImage(image, 0, 0);
    const { data } = whole.getImageData(0, 0, image.width, image.height);
    const sums = new Float64Array(canvas.width * canvas.height * 4);
    for (let y = 0; y < image.height; y++)
      for (let x = 0; x < image.width; x++) {
        const to = ((y >> 3) * canvas.width + (x >> 3)) * 4;
        const from = (y * image.width + x) * 4;
        for (let part = 0; part < 3; part++) sums[to + part] += data[from + part];
        sums[to + 3]++;
      }
    return sums;
  };
`;

/** Puts pictures side by side, `columns` in a row, and gives them as one lossless WebP. */
export function compose(page: Page, shots: readonly Uint8Array[], columns: number): Promise<string> {
  const urls = shots.map((shot) => `data:image/png;base64,${Buffer.from(shot).toString('base64')}`);
  return page.evaluate(`(async () => {
    ${tools}
    const images = await Promise.all(${JSON.stringify(urls)}.map(load));
    const width = Math.max(...images.map((image) => image.width));
    const height = Math.max(...images.map((image) => image.height));
    const canvas = canvasOf(width * ${columns}, height * Math.ceil(images.length / ${columns}));
    const context = canvas.getContext('2d');
    images.forEach((image, at) => context.drawImage(image, (at % ${columns}) * width, Math.floor(at / ${columns}) * height));
    return canvas.toDataURL('image/webp', 1);
  })()`);
}

/** How much of two pictures differs, from 0 to 1; 1 when they are not of one size. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(`(async () => {
    ${tools}
    const [one, other] = await Promise.all([${JSON.stringify(one)}, ${JSON.stringify(other)}].map(load));
    if (one.width !== other.width || one.height !== other.height) return 1;
    const [a, b] = [squares(one), squares(other)];
    let different = 0;
    for (let at = 0; at < a.length; at += 4)
      if ([0, 1, 2].some((part) => Math.abs(a[at + part] - b[at + part]) / a[at + 3] > 20)) different++;
    return different / (a.length / 4);
  })()`);
}

const folder = join(import.meta.dirname, 'golden');
const webp = 'data:image/webp;base64,';

/**
 * How much of a picture, a data URL, differs from the golden one of that name. A picture that is not as it was is kept
 * beside the golden one as `….new.webp`, to be looked at.
 */
export async function compareWithGolden(page: Page, name: string, picture: string): Promise<number> {
  const path = join(folder, `${name}.webp`);
  const bytes = Buffer.from(picture.slice(webp.length), 'base64');
  mkdirSync(dirname(path), { recursive: true });
  const golden = existsSync(path) ? webp + readFileSync(path).toString('base64') : undefined;
  const different = golden === undefined ? 1 : await difference(page, golden, picture);
  if (different === 0) return 0;
  if (update) writeFileSync(path, bytes);
  else if (different > tolerance) writeFileSync(path.replace('.webp', '.new.webp'), bytes);
  return update ? 0 : different;
}

/** The part of a picture that may differ: what other versions of the font's renderer make of letters. */
export const tolerance = 0.003;
