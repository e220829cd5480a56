import type { Unblamed } from '../bank/blame.ts';

/** What is wrong with a picture; `check` has the rules. */
type Unprintable = Unblamed<'missing-file' | 'picture-unprintable'>;

/** Gives the bytes of a file of the bank's folder; throws when there is none. */
export type ReadMedia = (path: string) => Uint8Array;

/** The pictures of one quiz: found, tried, and named for the compiler. */
export class Pictures {
  readonly #read: ReadMedia;
  readonly #canPrint: (bytes: Uint8Array) => boolean;
  readonly #paths = new Map<string, string>();
  readonly #files = new Map<string, Uint8Array>();
  readonly #findings: Unprintable[] = [];

  constructor(read: ReadMedia, canPrint: (bytes: Uint8Array) => boolean) {
    this.#read = read;
    this.#canPrint = canPrint;
  }

  /** The compiler's path of a picture, or '' for one that cannot be printed, which is then among the findings. */
  path(file: string): string {
    const known = this.#paths.get(file);
    if (known !== undefined) return known;
    const path = this.#load(file);
    this.#paths.set(file, path);
    return path;
  }

  /** The files to lay before the compiler, by path. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** What cannot be printed, by file name. */
  get findings(): readonly Unprintable[] {
    return this.#findings;
  }

  #load(file: string): string {
    const bytes = this.#bytes(file);
    if (!bytes) {
      return this.#reject(
        file,
        'missing-file',
        `the picture "${file}" cannot be read: put it in the bank's folder`,
      );
    }
    if (!this.#canPrint(bytes)) {
      return this.#reject(
        file,
        'picture-unprintable',
        `"${file}" cannot be printed: make it a PNG, JPEG, GIF, WebP or SVG`,
      );
    }
    const path = `/pictures/${this.#files.size}`;
    this.#files.set(path, bytes);
    return path;
  }

  #bytes(file: string): Uint8Array | undefined {
    try {
      return this.#read(file);
    } catch {
      return undefined;
    }
  }

  #reject(file: string, rule: Unprintable['rule'], message: string): string {
    this.#findings.push({ rule, message, words: { find: file } });
    return '';
  }
}
