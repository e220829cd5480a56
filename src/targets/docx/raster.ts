import type { Bank } from '../../bank/bank.ts';
import { blame } from '../../bank/blame.ts';
import { imageKind, imageSize, type PictureSize } from '../../files/picture.ts';
import { refused, type Unprintable } from '../../view/pictures.ts';
import type { Workshop } from '../target.ts';

/** A picture as Word files hold it. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  /** An SVG as PNG: for LibreOffice, Google Docs and the Word of before 2018, which show nothing else. */
  readonly drawn?: Uint8Array;
}

/** Pixels that are enough for the largest place on a page, in print. */
const most = { width: 1600, height: 800 };

/** Pictures with their SVGs drawn, and what is wrong with those that cannot be. */
export async function withDrawings(
  bank: Bank,
  pictures: ReadonlyMap<string, Uint8Array>,
  drawSvg: Workshop['drawSvg'],
): Promise<{ ready: ReadonlyMap<string, WordPicture>; findings: readonly Unprintable[] }> {
  const ready = new Map<string, WordPicture>();
  const findings: Unprintable[] = [];
  for (const [file, bytes] of pictures) {
    if (imageKind(bytes) !== 'svg') ready.set(file, { bytes });
    else {
      const drawn = await drawSvg(bytes, zoomOf(imageSize(bytes)));
      if (typeof drawn === 'string') findings.push(...refused(file, drawn));
      else ready.set(file, { bytes, drawn });
    }
  }
  return { ready, findings: blame(bank, findings) };
}

/** How many times as large a drawing is drawn: as large as its place, and a line as wide as a pixel at least. */
function zoomOf({ width, height }: PictureSize): number {
  const zoom = Math.min(most.width / width, most.height / height);
  const short = Math.min(width, height);
  return Math.round(short * zoom) > 0 ? zoom : 1 / short;
}
