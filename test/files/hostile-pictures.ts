import { crc32, deflateSync } from 'node:zlib';

export const svg = (attributes: string, body = ''): Uint8Array =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);

const square = '<rect width="20" height="20"/>';

export const fine = svg('width="40" height="20"', square);

/** So many groups within one another. */
export const nested = (depth: number): Uint8Array =>
  svg('width="40" height="20"', '<g>'.repeat(depth) + square + '</g>'.repeat(depth));

/** "Billion laughs": each of thirty groups uses the one before ten times. */
export const laughs = (): Uint8Array => {
  const groups = Array.from(
    { length: 30 },
    (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
  );
  return svg('width="40" height="20"', `<g id="g0">${square}</g>${groups.join('')}`);
};

/** Noise of so many octaves over all of it, which takes seconds. */
export const noisy = svg(
  'width="20000" height="20000"',
  '<filter id="f" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.01" numOctaves="200"/></filter><rect width="20000" height="20000" filter="url(#f)"/>',
);

/** A blur far wider than what it blurs. */
export const blurred = svg(
  'width="5000" height="5000"',
  '<filter id="f" x="-9" y="-9" width="19" height="19"><feGaussianBlur stdDeviation="500"/></filter><rect width="5000" height="5000" filter="url(#f)"/>',
);

/** A pattern with tiles far larger than the drawing; what draws it for Word breaks off in the middle. */
export const tiled = svg(
  'width="1000" height="1000"',
  '<pattern id="p" width="30000" height="30000" patternUnits="userSpaceOnUse"><rect width="20000" height="20000"/></pattern><rect width="100000" height="100000" fill="url(#p)"/>',
);

/** A black PNG of a byte for each pixel, which breaks off after so many of its rows. */
export function blackPng(width: number, height: number, rows = height): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows), { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  checked.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(checked), data.length + 8);
  return chunk;
}
