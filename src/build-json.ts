import type { Bank } from './bank/bank.ts';
import { answered, eachQuestion } from './bank/question.ts';
import type { Compiled } from './compile.ts';
import { hashOf } from './files/hash.ts';
import type { OutputFile } from './files/output-file.ts';
import { targets } from './targets/index.ts';
import type { News, Release } from './targets/target.ts';

/** A line of `build.json`. */
export interface ListedFile {
  readonly path: string;
  /** The target that made it. */
  readonly target?: string;
  /** Bytes. */
  readonly size: number;
  /** By it a file is known that its owner has not changed. */
  readonly sha256: string;
}

/** `build.json`: what a build wrote, from what, with what. */
export interface BuildJson {
  readonly bank: string;
  readonly version: string | null;
  readonly counts: {
    readonly questions: number;
    readonly kinds: Readonly<Record<string, number>>;
    readonly notes: number | null;
    readonly cards: number | null;
  };
  /** What learners are told of this version; null where no deck was made, and in lists of before it was told not there. */
  readonly news?: Release | null;
  /** The programs that the bytes depend on, with their versions. */
  readonly made: Readonly<Record<string, string>>;
  /** What each printed quiz was drawn to, by its folder: papers of one draw belong together. */
  readonly draws: Readonly<Record<string, string>>;
  readonly files: readonly ListedFile[];
}

/** What a build leaves in its folder. */
export interface Update {
  readonly list: BuildJson;
  /** Of an earlier build, and no longer true: those that a target no longer makes, and papers of another draw. */
  readonly stale: readonly ListedFile[];
}

/**
 * What a build leaves in a folder: its own files, and those of targets that it did not make, but for papers of a draw that
 * has changed.
 *
 * @param before the text of the build.json that lies there
 * @param scope only what lies below it is made anew, such as "quizzes/test/"; everything if ''
 */
export function updateOf(
  bank: Bank,
  { products, news }: Pick<Compiled, 'products' | 'news'>,
  before: string | undefined,
  scope: string,
  programs: Readonly<Record<string, string>>,
): Update {
  const fresh = [...products].flatMap(([target, product]) =>
    product.files.map((file) => listed(file, target)),
  );
  const written = new Set(fresh.map(({ path }) => path));
  const known = read(before);
  const draws = drawsOf(products, known?.draws ?? {}, scope);
  const isWhole = Object.entries(targets).every(([name, { usual }]) => products.has(name) || !usual(bank));
  const isStale = ({ path, target }: ListedFile) =>
    path.startsWith(scope) &&
    // A list of before targets were told is brought up to date by a build of all that is usual.
    ((target === undefined ? isWhole : products.has(target)) ||
      draws.changed.some((folder) => path.startsWith(folder)));
  const others = known?.files.filter(({ path }) => !written.has(path)) ?? [];
  const kept = others.filter((file) => !isStale(file));
  const head = scope !== '' && known ? known : headOf(bank, news, programs);
  return {
    list: {
      ...head,
      draws: draws.now,
      files: [...kept, ...fresh].sort((a, b) => (a.path < b.path ? -1 : 1)),
    },
    stale: others.filter(isStale),
  };
}

function headOf(
  bank: Bank,
  news: News | undefined,
  programs: BuildJson['made'],
): Omit<BuildJson, 'draws' | 'files'> {
  const kinds: Record<string, number> = {};
  for (const { kind } of eachQuestion(bank.questions)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return {
    bank: bank.id,
    version: bank.version ?? null,
    counts: {
      questions: answered(bank.questions).length,
      kinds,
      notes: news?.notes ?? null,
      cards: news?.cards ?? null,
    },
    news: news?.release ?? null,
    made: programs,
  };
}

/** The draws as they are now, and the folders of those that changed or are no longer there. */
function drawsOf(products: Compiled['products'], before: BuildJson['draws'], scope: string) {
  const drawn = [...products.values()].flatMap(({ draws }) => (draws ? [draws] : []));
  if (drawn.length === 0) return { now: before, changed: [] };
  const fresh: BuildJson['draws'] = Object.fromEntries(drawn.flatMap(Object.entries<string>));
  const inScope = Object.keys(before).filter((folder) => folder.startsWith(scope));
  const kept = Object.entries(before).filter(([folder]) => !folder.startsWith(scope));
  const changed = [...new Set([...inScope, ...Object.keys(fresh)])].filter(
    (folder) => before[folder] !== fresh[folder],
  );
  return { now: { ...Object.fromEntries(kept), ...fresh }, changed };
}

const listed = ({ path, bytes }: OutputFile, target: string): ListedFile => ({
  path,
  target,
  size: bytes.length,
  sha256: hashOf(bytes),
});

/** The list as a file. */
export const formatBuildJson = (list: BuildJson): string => `${JSON.stringify(list, null, 2)}\n`;

/**
 * A build.json from its text; undefined when it is not one. What it lists may be deleted by a later build, so an entry
 * that a build of ours cannot have written is left out, above all one that leads out of the list's folder.
 */
function read(text: string | undefined): BuildJson | undefined {
  if (text === undefined) return undefined;
  try {
    const list = JSON.parse(text) as BuildJson;
    return { ...list, files: list.files.filter((file) => isBelow(file?.path)) };
  } catch {
    return undefined;
  }
}

/** The files that a build.json's text lists; none when it is not one. */
export const listedFiles = (text: string | undefined): readonly ListedFile[] => read(text)?.files ?? [];

/**
 * A path that names something below its folder on every system, whatever somebody wrote into the list. Windows reads
 * a backslash as a slash, what stands before a colon as a drive, and ".. " as "..".
 */
const isBelow = (path: unknown): boolean =>
  typeof path === 'string' && path.split('/').every((name) => !/[\\:\0]/.test(name) && /[^. ]/.test(name));
