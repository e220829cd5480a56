import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Bitmap, readPng, writePng } from '../../../docs/png.ts';

/** With RECTO_UPDATE=1 the golden pictures are written instead of compared. */
const update = process.env.RECTO_UPDATE === '1';

/** Puts pictures side by side, `columns` in a row, on white. */
export function compose(shots: readonly Bitmap[], columns: number): Bitmap {
  const cell = {
    width: Math.max(...shots.map(({ width }) => width)),
    height: Math.max(...shots.map(({ height }) => height)),
  };
  const width = cell.width * columns;
  const height = cell.height * Math.ceil(shots.length / columns);
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (const [at, shot] of shots.entries()) {
    const left = (at % columns) * cell.width;
    const top = Math.floor(at / columns) * cell.height;
    for (let row = 0; row < shot.height; row++) {
      const line = shot.pixels.subarray(row * shot.width * 4, (row + 1) * shot.width * 4);
      pixels.set(line, ((top + row) * width + left) * 4);
    }
  }
  return { width, height, pixels };
}

/** The sums of red, green and blue, and the count, of each square of eight pixels. */
function squares({ width, height, pixels }: Bitmap): Float64Array {
  const across = Math.ceil(width / 8);
  const sums = new Float64Array(across * Math.ceil(height / 8) * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = ((y >> 3) * across + (x >> 3)) * 4;
      const from = (y * width + x) * 4;
      for (let part = 0; part < 3; part++)
        sums[to + part] = (sums[to + part] ?? 0) + (pixels[from + part] ?? 0);
      sums[to + 3] = (sums[to + 3] ?? 0) + 1;
    }
  }
  return sums;
}

/**
 * How much of two pictures differs, from 0 to 1: the part of their squares whose average colour is not the same. A
 * letter may be drawn a hair differently by another version of the browser; a sign that is missing shows.
 */
export function difference(one: Bitmap, other: Bitmap): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const [a, b] = [squares(one), squares(other)];
  let different = 0;
  for (let at = 0; at < a.length; at += 4) {
    const apart = [0, 1, 2].map(
      (part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)) / (a[at + 3] ?? 1),
    );
    if (Math.max(...apart) > 16) different++;
  }
  return different / (a.length / 4);
}

/** The part of a picture that may differ. */
export const tolerance = 0.0005;

/**
 * How much a picture differs from the golden one of that name. One that differs too much is kept beside it as
 * `….new.png`, to be looked at.
 */
export function compareWithGolden(name: string, picture: Bitmap): number {
  const path = join(import.meta.dirname, 'golden', `${name}.png`);
  const fresh = path.replace(/png$/, 'new.png');
  rmSync(fresh, { force: true });
  const different = existsSync(path) ? difference(readPng(readFileSync(path)), picture) : 1;
  if (different <= tolerance) return different;
  mkdirSync(dirname(path), { recursive: true });
  // A palette is enough to see by, and a tenth of the size.
  writeFileSync(update ? path : fresh, writePng(picture, 64));
  return update ? 0 : different;
}
