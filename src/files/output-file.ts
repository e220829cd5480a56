/** A file by its path below some folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
