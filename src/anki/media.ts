import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { MediaFile } from './package.ts';

/**
 * The media of a package: files of the bank under names made from their content, so that names never collide, equal
 * files are there once, and a changed file is a new one to Anki, which never replaces a file that is there.
 */
export class Media {
  readonly #names = new Map<string, string>();
  readonly #files = new Map<string, MediaFile>();

  /** Adds the file at `path`, relative to the bank's folder, once. */
  add(path: string, read: (path: string) => Uint8Array): void {
    if (this.#names.has(path)) return;
    const bytes = read(path);
    const extension = /\.[a-z0-9]+$/.exec(path.toLowerCase())?.[0] ?? '';
    const name = `recto-${bytesToHex(sha256(bytes)).slice(0, 20)}${extension}`;
    this.#names.set(path, name);
    this.#files.set(name, { name, bytes });
  }

  /** The name under which the package has the file. */
  nameOf(path: string): string {
    const name = this.#names.get(path);
    if (name === undefined) throw new Error(`"${path}" was not added to the media`);
    return name;
  }

  /** The files, each once, by name. */
  get files(): MediaFile[] {
    return [...this.#files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
