import { spawnSync } from 'node:child_process';

// Inside jest every look at a global costs as much as the sum it is used for.
const { ceil, cos, floor, hypot, max, PI, round, sin } = Math;

/** A grey picture, a byte a pixel, 0 for black. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const dotsPerInch = 90;
const perMillimetre = dotsPerInch / 25.4;

/** A page of a PDF file as a scanner would see it that is flat and straight. */
export function pictureOf(path: string, page: number): Picture {
  const range = ['-f', String(page), '-l', String(page)];
  const { stdout, stderr } = spawnSync('pdftoppm', ['-gray', '-r', String(dotsPerInch), ...range, path], {
    maxBuffer: 1e8,
  });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error(`pdftoppm: ${stderr}`);
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    data: new Uint8Array(stdout.subarray(head[0].length)),
  };
}

/** The picture with dark discs at these places, in millimetres: what a pupil does with a pencil. */
export function filled(
  picture: Picture,
  places: readonly { readonly x: number; readonly y: number }[],
  diameter: number,
): Picture {
  const data = picture.data.slice();
  const radius = diameter * 0.45 * perMillimetre;
  for (const { x, y } of places) {
    const [left, top] = [x * perMillimetre, y * perMillimetre];
    for (let row = floor(top - radius); row <= top + radius; row++) {
      for (let column = floor(left - radius); column <= left + radius; column++) {
        if (hypot(column - left, row - top) <= radius) data[row * picture.width + column] = 60;
      }
    }
  }
  return { ...picture, data };
}

/** The picture as a scanner makes it: turned by some degrees about its middle, at another size, a little darker. */
export function scanned({ width, height, data }: Picture, degrees: number, scale: number): Picture {
  const angle = (degrees * PI) / 180;
  const [across, along] = [cos(angle) / scale, sin(angle) / scale];
  const [wide, high] = [ceil(width * scale * 1.08), ceil(height * scale * 1.08)];
  const out = new Uint8Array(wide * high).fill(245);
  for (let row = 0; row < high; row++) {
    const y = row - high / 2;
    for (let column = 0; column < wide; column++) {
      const x = column - wide / 2;
      const fromX = round(x * across + y * along + width / 2);
      const fromY = round(y * across - x * along + height / 2);
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      out[row * wide + column] = max(0, (data[fromY * width + fromX] ?? 255) - 10);
    }
  }
  return { width: wide, height: high, data: out };
}
