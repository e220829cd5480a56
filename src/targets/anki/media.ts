import { hashOf } from '../../files/hash.ts';
import type { OutputFile } from '../../files/output-file.ts';

/** The media of a package, as a note asks for them. */
export type MediaNames = Pick<Media, 'name' | 'keep'>;

/**
 * The media of a package: files of the bank under names made from their content, so that names never collide, equal
 * files are there once, and a changed file is a new one to Anki, which never replaces a file that is there. A file comes
 * in when a note asks for its name, so that none lies in the package unused.
 */
export class Media {
  readonly #read: (path: string) => Uint8Array;
  /** By their paths in the bank. */
  readonly #files = new Map<string, OutputFile>();

  /** @param read gives the bytes of a file of the bank's folder, by its path there */
  constructor(read: (path: string) => Uint8Array) {
    this.#read = read;
  }

  /** The name under which the package has the file at `path`: small letters, digits, a hyphen and a dot. */
  name(path: string): string {
    const known = this.#files.get(path);
    if (known) return known.path;
    const bytes = this.#read(path);
    const [extension] = /\.[a-z0-9]+$/.exec(path.toLowerCase()) ?? [];
    if (extension === undefined) throw new Error(`"${path}" has no ending that says what it is`);
    const name = nameOf(bytes, extension);
    this.#files.set(path, { path: name, bytes });
    return name;
  }

  /** The name under which the package has a file of ours, with this `extension`. */
  keep(bytes: Uint8Array, extension: string): string {
    const name = nameOf(bytes, extension);
    // By its name, which no file of a bank has that is not the same: a hash of what is in it.
    this.#files.set(name, { path: name, bytes });
    return name;
  }

  /** The files that were asked for, each once, by the names under which the package has them. */
  get files(): OutputFile[] {
    const byName = new Map([...this.#files.values()].map((file) => [file.path, file]));
    return [...byName.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

const nameOf = (bytes: Uint8Array, extension: string): string =>
  `recto-${hashOf(bytes).slice(0, 20)}${extension}`;
