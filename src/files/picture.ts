/** The formats a picture may have on paper. */
export type ImageKind = 'png' | 'jpg' | 'gif' | 'webp' | 'svg';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** A picture's format by its first bytes, as its name may lie; undefined for none of these. */
export function imageKind(bytes: Uint8Array): ImageKind | undefined {
  if (ascii(bytes, 1, 4) === 'PNG') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpg';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  return /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 4096))) ? 'svg' : undefined;
}

/** A picture's width and height in pixels, of which 96 make an inch; a square where it does not say. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (imageKind(bytes)) {
    case 'png':
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case 'gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'jpg':
      return jpegSize(view);
    case 'svg':
      return svgSize(new TextDecoder().decode(bytes));
    default:
      return { width: 300, height: 300 };
  }
}

/** The size stands in the frame header, one of the segments SOF0 to SOF15 (ITU T.81, B.2.2). */
function jpegSize(view: DataView): { width: number; height: number } {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return { width: 300, height: 300 };
}

const pixelsIn: Readonly<Record<string, number>> = {
  ...{ '': 1, px: 1, pt: 96 / 72, pc: 16, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, em: 16 },
};

/** Width and height if it has both, else those of its view box. */
function svgSize(svg: string): { width: number; height: number } {
  const [tag = ''] = /<svg[^>]*>/s.exec(svg) ?? [];
  const length = (name: string): number => {
    const [, number, unit = ''] =
      new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)\\s*([a-z]*)\\s*["']`).exec(tag) ?? [];
    return Number(number) * (pixelsIn[unit] ?? Number.NaN);
  };
  const box =
    /viewBox\s*=\s*["']\s*([^"']+)["']/
      .exec(tag)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , boxWidth = 300, boxHeight = 150] = box;
  const [width, height] = [length('width'), length('height')];
  if (width > 0 && height > 0) return { width, height };
  if (width > 0) return { width, height: (width * boxHeight) / boxWidth };
  return height > 0
    ? { width: (height * boxWidth) / boxHeight, height }
    : { width: boxWidth, height: boxHeight };
}
