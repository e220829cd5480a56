import UPNG from 'upng-js';

/** Pixels as red, green, blue, alpha; one byte each. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export function readPng(bytes: Uint8Array): Bitmap {
  const file = UPNG.decode(Uint8Array.from(bytes).buffer);
  return {
    width: file.width,
    height: file.height,
    pixels: new Uint8Array(UPNG.toRGBA8(file)[0] ?? new ArrayBuffer(0)),
  };
}

/** A PNG of so many colours. */
export const writePng = ({ width, height, pixels }: Bitmap, colours: number): Uint8Array =>
  new Uint8Array(UPNG.encode([Uint8Array.from(pixels).buffer], width, height, colours));

interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, cut at its edges. */
export function cropped({ width, height, pixels }: Bitmap, cut: Cut): Bitmap {
  const right = Math.min(width, cut.left + cut.width);
  const bottom = Math.min(height, cut.top + cut.height);
  const rows: Uint8Array[] = [];
  for (let y = cut.top; y < bottom; y++) {
    rows.push(pixels.subarray((y * width + cut.left) * 4, (y * width + right) * 4));
  }
  return { width: right - cut.left, height: rows.length, pixels: new Uint8Array(Buffer.concat(rows)) };
}

/** The first row that is not all white, and the one after the last such. */
export function inked({ width, height, pixels }: Bitmap): { top: number; bottom: number } {
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * width * 4, (y + 1) * width * 4);
    if (row.every((value) => value > 250)) continue;
    top = Math.min(top, y);
    bottom = y + 1;
  }
  return { top, bottom };
}

/** The same with a thin grey line around it, so that white paper shows on a white page. */
export function framed({ width, height, pixels }: Bitmap): Bitmap {
  const copy = Uint8Array.from(pixels);
  const line = (x: number, y: number) => copy.set([0xc8, 0xc8, 0xc8, 0xff], (y * width + x) * 4);
  for (let x = 0; x < width; x++) for (const y of [0, 1, height - 2, height - 1]) line(x, y);
  for (let y = 0; y < height; y++) for (const x of [0, 1, width - 2, width - 1]) line(x, y);
  return { width, height, pixels: copy };
}
