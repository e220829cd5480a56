/** A file to be written, by its path below some folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** A file of text, in UTF-8. */
export const textFile = (path: string, text: string): OutputFile => ({ path, bytes: encoder.encode(text) });

/** A file in another folder: the same bytes, below `folder`, which ends in `/`. */
export const below = (folder: string, { path, bytes }: OutputFile): OutputFile => ({
  path: folder + path,
  bytes,
});
