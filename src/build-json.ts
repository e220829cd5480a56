import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Bank } from './bank/bank.ts';
import { answered, eachQuestion } from './bank/question.ts';
import type { Compiled, OutputFile } from './compile.ts';

/** A line of `build.json`. */
export interface ManifestFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** `build.json`: what a build wrote, from what, with what. */
export interface Manifest {
  readonly bank: string;
  readonly version: string | null;
  readonly counts: {
    readonly questions: number;
    readonly kinds: Readonly<Record<string, number>>;
    readonly notes: number | null;
    readonly cards: number | null;
  };
  /** The programs that the bytes depend on, with their versions. */
  readonly made: Readonly<Record<string, string>>;
  readonly files: readonly ManifestFile[];
}

/**
 * Describes a build. `kept` are files of an earlier build that this one did not make anew, because it was asked for
 * some of the outputs only.
 */
export function manifest(
  bank: Bank,
  { files, deck }: Pick<Compiled, 'files' | 'deck'>,
  kept: readonly ManifestFile[],
  made: Readonly<Record<string, string>>,
): Manifest {
  const kinds: Record<string, number> = {};
  for (const { kind } of eachQuestion(bank.questions)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const all = [...kept, ...files.map(describe)];
  return {
    bank: bank.id,
    version: bank.version ?? null,
    counts: {
      questions: answered(bank.questions).length,
      kinds,
      notes: deck?.notes.length ?? null,
      cards: deck?.cards ?? null,
    },
    made,
    files: all.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

const describe = ({ path, bytes }: OutputFile): ManifestFile => ({
  path,
  size: bytes.length,
  sha256: bytesToHex(sha256(bytes)),
});

/** The manifest as a file. */
export const formatManifest = (made: Manifest): string => `${JSON.stringify(made, null, 2)}\n`;

/**
 * The files that a manifest's text lists; none when it is not one. What is listed may be deleted by a later build, so an
 * entry that a build of ours cannot have written is left out, above all one that leads out of the manifest's folder.
 */
export function listedFiles(text: string | undefined): readonly ManifestFile[] {
  try {
    const { files } = JSON.parse(text ?? '') as Partial<Manifest>;
    return Array.isArray(files) ? files.filter((file) => isBelow(file?.path)) : [];
  } catch {
    return [];
  }
}

/**
 * A path that names something below its folder on every system, whatever somebody wrote into the manifest. Windows reads
 * a backslash as a slash, what stands before a colon as a drive, and ".. " as "..".
 */
const isBelow = (path: unknown): boolean =>
  typeof path === 'string' && path.split('/').every((name) => !/[\\:\0]/.test(name) && /[^. ]/.test(name));

/**
 * A manifest's text after the files below a folder were made anew, and those there that were not: undefined where
 * there is no manifest to bring up to date.
 */
export function withFilesBelow(
  text: string | undefined,
  folder: string,
  files: readonly OutputFile[],
): string | undefined {
  const before = listedFiles(text);
  if (text === undefined || before.length === 0) return undefined;
  const kept = before.filter(({ path }) => !path.startsWith(folder));
  const all = [...kept, ...files.map(describe)].sort((a, b) => (a.path < b.path ? -1 : 1));
  return formatManifest({ ...(JSON.parse(text) as Manifest), files: all });
}
