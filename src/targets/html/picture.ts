import type { Picture, Region } from '../../bank/question.ts';
import { imageKind } from '../../files/picture.ts';
import { type Content, el, xml } from '../../text/markup.ts';
import { present } from '../../text/present.ts';
import type { Page } from './page.ts';

const types = { png: 'png', jpg: 'jpeg', gif: 'gif', webp: 'webp', svg: 'svg+xml' } as const;

/** A picture as an address that holds all of it. */
export function dataUri(bytes: Uint8Array): string {
  const kind = present(imageKind(bytes), 'format of a picture that is printed');
  return `data:image/${types[kind]};base64,${base64(bytes)}`;
}

/** A function takes only so many arguments. */
const chunk = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunk)
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(binary);
}

/** A picture of the bank's folder. */
export function image(file: string, alt: string, kind: 'inline' | 'large', { pictures }: Page): Content {
  const src = present(pictures.get(file), `picture "${file}" among those that were read`);
  return el('img', { class: kind, src, alt });
}

/** A picture, its parts covered and numbered. The covers are drawn, for browsers do not print backgrounds. */
export function figure({ file, alt }: Picture, covers: readonly Region['rect'][], page: Page): Content {
  const percent = (fraction: number) => `${Math.round(fraction * 10000) / 100}%`;
  const boxes = covers.map(([x, y, width, height], at) => [
    xml('rect', { x: percent(x), y: percent(y), width: percent(width), height: percent(height) }),
    xml('text', { x: percent(x + width / 2), y: percent(y + height / 2) }, String(at + 1)),
  ]);
  const over = boxes.length > 0 ? el('svg', { class: 'covers', 'aria-hidden': 'true' }, boxes) : '';
  return el('figure', {}, image(file, alt, 'large', page), over);
}
