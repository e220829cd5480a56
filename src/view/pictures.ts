import type { Bank } from '../bank/bank.ts';
import { blame, type Unblamed } from '../bank/blame.ts';
import { imageKind, imageSize } from '../files/picture.ts';

/** What is wrong with a picture; `check` has the rules. */
export type Unprintable = Unblamed<'missing-file' | 'picture-unprintable' | 'picture-too-large'>;

/** Why a picture cannot be printed: it is refused by what draws it, or asks for more time or memory than it is given. */
export type Refusal = 'refused' | 'too-much';

/** Gives the bytes of a file of the bank's folder; throws when there is none. */
export type ReadMedia = (path: string) => Uint8Array;

/** The bytes of the pictures that some views show, by their files in the bank, and what is wrong with them. */
export function readPictures(
  bank: Bank,
  views: readonly unknown[],
  readMedia: ReadMedia,
): { files: ReadonlyMap<string, Uint8Array>; findings: readonly Unprintable[] } {
  const files = new Map<string, Uint8Array>();
  const findings: Unprintable[] = [];
  for (const file of picturesIn(views)) {
    try {
      const bytes = readMedia(file);
      const objection = imageKind(bytes) === undefined ? unprintable(file) : sizeObjection(file, bytes);
      if (objection) findings.push(objection);
      else files.set(file, bytes);
    } catch {
      findings.push(unreadable(file));
    }
  }
  return { files, findings: blame(bank, findings) };
}

const unreadable = (file: string): Unprintable => ({
  rule: 'missing-file',
  message: `the picture "${file}" cannot be read: put it in the bank's folder`,
  words: { find: file },
});

const unprintable = (file: string): Unprintable => ({
  rule: 'picture-unprintable',
  message: `"${file}" cannot be printed: make it a PNG, JPEG, GIF, WebP or SVG`,
  words: { find: file },
});

/** More than any camera of a phone or a photographer takes; in memory each pixel is three bytes or more. */
const mostPixels = 200_000_000;

/** A drawing so many times as long as it is wide is thinner than a hair when a page has room for its length. */
const mostSlender = 10_000;

/** What is wrong with a picture's size, by what its file says of it, before anyone draws it. */
function sizeObjection(file: string, bytes: Uint8Array): Unprintable | undefined {
  const { width, height } = imageSize(bytes);
  const size = `is ${width} × ${height} pixels`;
  if (imageKind(bytes) !== 'svg')
    return width * height > mostPixels ? tooLarge(file, `${size}: make it smaller`) : undefined;
  const isSlender = Math.max(width / height, height / width) > mostSlender;
  return isSlender ? tooLarge(file, `${size}, too long for its width: make it shorter or wider`) : undefined;
}

const tooLarge = (file: string, why: string): Unprintable => ({
  rule: 'picture-too-large',
  message: `"${file}" ${why}`,
  words: { find: file },
});

/** What is said of a picture that a printer does not take, if it does not. */
export function refused(file: string, refusal: Refusal | undefined): Unprintable[] {
  if (refusal === undefined) return [];
  if (refusal === 'refused') return [unprintable(file)];
  return [tooLarge(file, 'takes too much time or memory to draw: make it smaller or simpler')];
}

/** The pictures that some views show, by their files in the bank, each once, in the order of the views. */
function picturesIn(views: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<object>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('type' in value && value.type === 'image' && 'src' in value) found.add(String(value.src));
    else if ('file' in value && typeof value.file === 'string') found.add(value.file);
    else for (const inner of Object.values(value)) look(inner);
  };
  views.forEach(look);
  return found;
}
