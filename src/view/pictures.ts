import type { Bank } from '../bank/bank.ts';
import { blame, type Unblamed } from '../bank/blame.ts';
import { imageKind } from '../files/picture.ts';

/** What is wrong with a picture; `check` has the rules. */
export type Unprintable = Unblamed<'missing-file' | 'picture-unprintable'>;

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
      if (imageKind(bytes) === undefined) findings.push(unprintable(file));
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

/** What is said of a picture that a printer does not take. */
export const unprintable = (file: string): Unprintable => ({
  rule: 'picture-unprintable',
  message: `"${file}" cannot be printed: make it a PNG, JPEG, GIF, WebP or SVG`,
  words: { find: file },
});

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
