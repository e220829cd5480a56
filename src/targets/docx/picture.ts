import { ImageRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { ShapeGroupRun } from 'docx/shapes';
import type { Picture } from '../../bank/question.ts';
import { imageKind, imageSize } from '../../files/picture.ts';
import { pictureHeight } from '../../look/paper.ts';
import type { Inline } from '../../text/tree.ts';
import type { Layout } from '../../view/space.ts';
import { hangOf } from './lists.ts';
import type { WordPicture } from './raster.ts';
import type { WordDocument } from './word-document.ts';

/** Word draws in pixels of which 96 make an inch; a twip is a fifteenth of one. */
const pixels = (twips: number): number => twips / 15;
const highest = pixels((pictureHeight * 1440) / 25.4);
const lineHigh = pixels((16 * 1440) / 25.4);

/** The bytes as Word takes them; undefined for what it cannot show, a WebP above all. */
function source({ bytes, drawn }: WordPicture) {
  const type = imageKind(bytes);
  if (type === 'svg') return drawn && { type, data: bytes, fallback: { type: 'png' as const, data: drawn } };
  return type === undefined || type === 'webp' ? undefined : { type, data: bytes };
}

/** A picture within a text, a few lines high and as wide as an option has room for. */
export function inlinePicture(
  { src, alt }: Extract<Inline, { type: 'image' }>,
  to: WordDocument,
): ParagraphChild {
  const { column, number } = to.page;
  return picture(src, alt, to, pixels(column - number - hangOf('one', to.page)), lineHigh);
}

function picture(file: string, alt: string, to: WordDocument, width: number, height: number): ParagraphChild {
  const held = to.picture(file);
  const image = source(held);
  if (!image) return new TextRun({ text: `[${alt}]`, italics: true });
  return new ImageRun({
    ...image,
    transformation: fitted(held.bytes, width, height).stored,
    altText: named(alt),
  });
}

/** A picture in so much room: its size before it is turned, and the room it takes when it stands upright. */
function fitted(bytes: Uint8Array, width: number, height: number) {
  const { turn, ...own } = imageSize(bytes);
  const upright = turn % 180 === 0 ? own : { width: own.height, height: own.width };
  const scale = Math.min(1, width / upright.width, height / upright.height);
  const scaled = (size: typeof own) => ({
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
  });
  return { stored: { ...scaled(own), rotation: turn }, room: scaled(upright) };
}

const named = (alt: string) => ({ name: 'Picture 1', description: alt });

/** A question's picture as large as its column and a third of a page allow, its parts covered and numbered. */
export function largePicture(
  { file, alt }: Picture,
  covers: NonNullable<Layout['covers']>,
  to: WordDocument,
  room: number,
): ParagraphChild {
  const held = to.picture(file);
  const image = source(held);
  if (!image || covers.length === 0) return picture(file, alt, to, pixels(room), highest);
  const size = fitted(held.bytes, pixels(room), highest);
  // It is turned about its middle.
  const left = (size.room.width - size.stored.width) / 2;
  return new ShapeGroupRun({
    altText: named(alt),
    children: [
      { type: 'picture', image, transformation: { ...size.stored, offset: { left, top: -left } } },
      ...(left === 0 ? [] : [square(size.room)]),
      ...covers.map((cover, at) => coverShape(cover, at + 1, size.room)),
    ],
  });
}

/** Nothing, as wide and high as a turned picture before and after: a group counts its members' sizes as if none was turned. */
function square({ width, height }: { width: number; height: number }) {
  const side = Math.max(width, height);
  const offset = { left: (width - side) / 2, top: (height - side) / 2 };
  return {
    type: 'rectangle' as const,
    fill: 'none' as const,
    line: 'none' as const,
    transformation: { offset, width: side, height: side },
  };
}

function coverShape(
  [x, y, w, h]: readonly [number, number, number, number],
  number: number,
  { width, height }: { width: number; height: number },
) {
  const text = new TextRun({ text: String(number), bold: true, size: 18 });
  return {
    type: 'rectangle' as const,
    fill: 'FFFFFF',
    line: { color: '000000', width: 0.75 },
    children: [new Paragraph({ alignment: 'center', children: [text] })],
    textOptions: { verticalAlignment: 'center' as const, margins: { top: 0, bottom: 0, left: 0, right: 0 } },
    transformation: {
      offset: { left: Math.round(x * width), top: Math.round(y * height) },
      width: Math.max(1, Math.round(w * width)),
      height: Math.max(1, Math.round(h * height)),
    },
  };
}
