import { type Dirent, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { BankFiles } from './bank/load.ts';
import type { World } from './compile.ts';
import type { ReadAsset } from './files/asset.ts';
import { firstBytes, placeInside } from './files/inside.ts';
import { headSize } from './files/media-formats.ts';
import { reason } from './files/reason.ts';
import { leavingLink, type SourceFile, sourceFile } from './files/source.ts';
import { createTypesetter } from './typst/native.ts';
import { PictureProcess } from './typst/picture-process.ts';
import type { Typesetter } from './typst/typesetter.ts';

/**
 * What the library can do in Node only: read banks from the disk, typeset natively, and write. All else is in
 * `index.ts`, for browsers too.
 */

export { Unwritable, writeAll } from './files/write.ts';
export { createTypesetter, type Typesetter };

/** Reads what lies beside the code from the disk. */
export const readAsset: ReadAsset = (file) => readFileSync(file, 'utf8');

const pictures = new PictureProcess();
let typesetter: Promise<Typesetter> | undefined;

/**
 * What compiling takes from this machine, for a bank in this folder; the typesetter, and the process that draws pictures, are
 * started once.
 */
export const worldOf = (folder: string): Omit<World, 'onStep'> => ({
  readMedia: (path) => readMedia(folder, path),
  readAsset,
  drawSvg: (svg, zoom) => pictures.draw(svg, zoom),
  typesetter: (coming) => {
    // Tried while the typesetter is being loaded; who prints them asks what came of it.
    for (const picture of coming) pictures.tryOut(picture).catch(() => {});
    typesetter ??= createTypesetter(pictures);
    return typesetter;
  },
});

/** A bank that is not there or cannot be read; the message is for the user. */
export class UnreadableBank extends Error {}

/** Looks once more where the file lies: a link may have been laid since the bank was checked. */
function readMedia(folder: string, path: string): Uint8Array {
  const place = placeInside(folder, path);
  if (place === undefined) {
    throw new UnreadableBank(`"${path}" is ${leavingLink}; put the file itself there`);
  }
  return readFileSync(place);
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** Where the banks are when none is named: the working folder if it is one itself, else all those in `cards/`. */
export async function findBanks(cwd: string): Promise<string[]> {
  if (await isFile(join(cwd, 'deck.yaml'))) return ['.'];
  const entries = await readdir(join(cwd, 'cards')).catch(() => {
    throw new UnreadableBank(
      'no bank here: name one, or run this where "deck.yaml" or the folder "cards" is',
    );
  });
  const banks: string[] = [];
  for (const entry of entries.sort()) {
    if (await isForeign(join(cwd, 'cards'), entry)) {
      throw new UnreadableBank(
        `"${join('cards', entry)}" is a link to a bank outside of "cards"; name it, if it is meant`,
      );
    }
    const isBank = isYaml(entry) || (await isFile(join(cwd, 'cards', entry, 'deck.yaml')));
    if (isBank) banks.push(join('cards', entry));
  }
  if (banks.length === 0)
    throw new UnreadableBank('"cards" holds no bank: a bank is a folder with a deck.yaml');
  return banks;
}

/** True for a bank in a folder that is a link out of `cards`: nobody has named it, and it would be written into. */
const isForeign = async (cards: string, entry: string): Promise<boolean> =>
  (await isFile(join(cards, entry, 'deck.yaml'))) && placeInside(cards, entry) === undefined;

/**
 * Reads the files of a bank, a folder or one YAML file. Nothing out of the folder is read: a link that leads there is
 * marked as one. Paths in messages are relative to `cwd`.
 * @throws {UnreadableBank} when there is no bank at `path`, or the system does not let us read it
 */
export async function readBankFiles(path: string, cwd: string): Promise<BankFiles> {
  const root = resolve(cwd, path);
  const found = await stat(root).catch(() => undefined);
  if (!found) throw new UnreadableBank(`there is no "${path}"`);
  if (found.isFile()) {
    const folder = dirname(root);
    const beside = await Promise.all(
      (await entriesOf(folder, path)).map((entry) => filesAt(folder, entry.name, entry)),
    );
    const deck = read(folder, basename(root), cwd);
    return { form: 'file', deck, topics: [], ...mediaIn(folder, beside.flat()) };
  }
  const files = await walk(root, '', path);
  const names = files.map(({ name }) => name);
  if (!names.includes('deck.yaml')) {
    const yaml = names.some(isYaml);
    const why = yaml ? 'it has no deck.yaml' : 'it holds no YAML';
    throw new UnreadableBank(`"${path}" is not a bank: ${why}; "recto new" makes one to start from`);
  }
  const media = mediaIn(root, files);
  const inFolder = (name: string) =>
    media.outside.has(name) ? leaving(shownPath(join(root, name), cwd)) : read(root, name, cwd);
  const topics = names.filter(
    (name) => isYaml(name) && !['deck.yaml', 'quizzes.yaml'].includes(name) && !name.includes('/'),
  );
  return {
    form: 'folder',
    deck: inFolder('deck.yaml'),
    quizzes: names.includes('quizzes.yaml') ? inFolder('quizzes.yaml') : undefined,
    topics: topics.map(inFolder),
    ...media,
  };
}

/** The bank's folder and the path of its lock file. */
export function bankPaths(
  path: string,
  cwd: string,
  form: BankFiles['form'],
): { folder: string; lockPath: string } {
  const root = resolve(cwd, path);
  if (form === 'folder') return { folder: root, lockPath: join(root, 'deck.lock.json') };
  const name = basename(root).replace(/\.ya?ml$/, '');
  return { folder: dirname(root), lockPath: join(dirname(root), `${name}.lock.json`) };
}

const unreadable = (path: string) => (error: Error) => {
  throw new UnreadableBank(`cannot read "${path}": ${reason(error)}`);
};

/** Reads one file at once, for a system lets a program open few at a time, and many small ones are read quicker so. */
function read(folder: string, name: string, cwd: string): SourceFile {
  const shown = shownPath(join(folder, name), cwd);
  try {
    const place = placeInside(folder, name);
    return place === undefined ? leaving(shown) : sourceFile(shown, readFileSync(place));
  } catch (error) {
    return unreadable(shown)(error as Error);
  }
}

const leaving = (path: string): SourceFile => ({ path, text: '', leadsOut: true });

/** A path as messages show it: relative to the working folder, with `/`, or whole when it lies outside. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return shown.startsWith('..') ? path : shown.split(sep).join('/');
}

/** A file below a folder by its relative path with `/`; `leadsOut` is true for a link to one that does not lie there. */
interface Found {
  readonly name: string;
  readonly leadsOut: boolean;
}

/** All files below a folder, sorted by their names; hidden ones and `node_modules` left out. */
async function walk(root: string, below: string, shown: string): Promise<Found[]> {
  const entries = await entriesOf(join(root, below), below === '' ? shown : `${shown}/${below}`);
  const found: Found[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) for (const inside of await walk(root, path, shown)) found.push(inside);
    else found.push(...(await filesAt(root, path, entry)));
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const entriesOf = (folder: string, shown: string): Promise<Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch(unreadable(shown));

/** An entry of a folder as a file: none for what is no file, and neither a link to one. */
async function filesAt(root: string, name: string, entry: Dirent): Promise<Found[]> {
  if (entry.isFile()) return [{ name, leadsOut: false }];
  const found = await stat(join(root, name)).catch(() => undefined);
  if (!found) return entry.isSymbolicLink() ? [{ name, leadsOut: true }] : [];
  return found.isFile() ? [{ name, leadsOut: placeInside(root, name) === undefined }] : [];
}

/** The files that a bank's questions may name. */
function mediaIn(folder: string, found: readonly Found[]): Pick<BankFiles, 'others' | 'outside' | 'head'> {
  const names = (leadsOut: boolean) =>
    new Set(found.filter((file) => file.leadsOut === leadsOut).map(({ name }) => name));
  return { others: names(false), outside: names(true), head: (name) => headOf(folder, name) };
}

function headOf(folder: string, name: string): Uint8Array | undefined {
  try {
    const place = placeInside(folder, name);
    return place === undefined ? undefined : firstBytes(place, headSize);
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}
