import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 in hex digits. */
export const hashOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** SHA-256 of words kept apart by a zero character, so that "a","bc" and "ab","c" differ. */
export const digest = (...words: readonly (string | number)[]): Uint8Array =>
  sha256(utf8ToBytes(words.join('\0')));

/** The first `digits` hex digits of the same. */
export const hexDigest = (digits: number, ...words: readonly (string | number)[]): string =>
  bytesToHex(digest(...words)).slice(0, digits);

/**
 * A number from 0 to 2³² − 1 that depends on the words alone. Sorting things by the number of their own names shuffles
 * them, and a thing that comes or goes leaves the others in their order.
 */
export function rank(...words: readonly (string | number)[]): number {
  const bytes = digest(...words);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}
