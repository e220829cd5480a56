import { imageSize as rasterSize } from 'image-size';
import { pictureFormats } from './media-formats.ts';

/** The formats a picture may have on paper. */
export type ImageKind = (typeof pictureFormats)[number]['name'];

/** A picture's format by its first bytes, as its name may lie; undefined for none of these. */
export const imageKind = (bytes: Uint8Array): ImageKind | undefined =>
  pictureFormats.find(({ isIn }) => isIn(bytes))?.name;

/** A picture's size in pixels, of which 96 make an inch. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** How far it is turned clockwise to stand upright, in degrees: cameras store photos as the sensor lies. */
  readonly turn: number;
}

/** By the orientation that Exif tells (its tag 0x0112): 1 is upright, and of the others cameras write these. */
const turns: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };

/** The size of a picture as its file stores it; a square where it does not say. */
export function imageSize(bytes: Uint8Array): PictureSize {
  if (imageKind(bytes) === 'svg') {
    const { width, height } = svgSize(new TextDecoder().decode(bytes));
    const isSize = width > 0 && height > 0 && Number.isFinite(width / height);
    return { ...(isSize ? { width, height } : usualSvg), turn: 0 };
  }
  try {
    const { width, height, orientation = 1 } = rasterSize(bytes);
    return { width, height, turn: turns[orientation] ?? 0 };
  } catch {
    return { width: 300, height: 300, turn: 0 };
  }
}

const pixelsIn: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
};

/** That of an SVG that does not say. */
const usualSvg = { width: 300, height: 150 };

/** Width and height if it has both, else those of its view box. */
function svgSize(svg: string): { width: number; height: number } {
  const [tag = ''] = /<(?:[\w.-]+:)?svg[^<>]*>/.exec(svg) ?? [];
  const length = (name: string): number => {
    const [, number, unit = ''] =
      new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)\\s*(?:([a-z]+)\\s*)?["']`).exec(tag) ?? [];
    return Number(number) * (pixelsIn[unit] ?? Number.NaN);
  };
  const [, box = ''] = /viewBox\s*=\s*["']([^"']+)["']/.exec(tag) ?? [];
  const [, , boxWidth = usualSvg.width, boxHeight = usualSvg.height] = box
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] = [length('width'), length('height')];
  if (width > 0 && height > 0) return { width, height };
  if (width > 0) return { width, height: (width * boxHeight) / boxWidth };
  return height > 0
    ? { width: (height * boxWidth) / boxHeight, height }
    : { width: boxWidth, height: boxHeight };
}
