import { imageKind, imageSize } from '../../files/picture.ts';
import type { Workshop } from '../target.ts';

/** A picture as Word files hold it. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  /** An SVG as PNG: for LibreOffice, Google Docs and the Word of before 2018, which show nothing else. */
  readonly drawn?: Uint8Array;
}

/** Pixels that are enough for the largest place on a page, in print. */
const most = { width: 1600, height: 800 };

/** Pictures with their SVGs drawn. */
export async function withDrawings(
  pictures: ReadonlyMap<string, Uint8Array>,
  drawSvg: Workshop['drawSvg'],
): Promise<ReadonlyMap<string, WordPicture>> {
  const ready = new Map<string, WordPicture>();
  for (const [file, bytes] of pictures) {
    if (imageKind(bytes) !== 'svg') ready.set(file, { bytes });
    else {
      const { width, height } = imageSize(bytes);
      const zoom = Math.min(most.width / width, most.height / height);
      ready.set(file, { bytes, drawn: await drawSvg(bytes, zoom) });
    }
  }
  return ready;
}
