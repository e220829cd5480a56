import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { OutputFile } from '../../files/output-file.ts';

/**
 * The media of a package: files of the bank under names made from their content, so that names never collide, equal
 * files are there once, and a changed file is a new one to Anki, which never replaces a file that is there. A file comes
 * in when a note asks for its name, so that none lies in the package unused.
 */
export class Media {
  readonly #read: (path: string) => Uint8Array;
  readonly #names = new Map<string, string>();
  readonly #files = new Map<string, OutputFile>();

  /** @param read gives the bytes of a file of the bank's folder, by its path there */
  constructor(read: (path: string) => Uint8Array) {
    this.#read = read;
  }

  /** The name under which the package has the file at `path`: small letters, digits, a hyphen and a dot. */
  name(path: string): string {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const bytes = this.#read(path);
    const [extension] = /\.[a-z0-9]+$/.exec(path.toLowerCase()) ?? [];
    if (extension === undefined) throw new Error(`"${path}" has no ending that says what it is`);
    const name = `recto-${bytesToHex(sha256(bytes)).slice(0, 20)}${extension}`;
    this.#names.set(path, name);
    this.#files.set(name, { path: name, bytes });
    return name;
  }

  /** The files that were asked for, each once, by the names under which the package has them. */
  get files(): OutputFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
