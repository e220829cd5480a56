import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { BankFiles } from './bank/load.ts';
import type { World } from './compile.ts';
import type { ReadAsset } from './files/asset.ts';
import { reason } from './files/reason.ts';
import { type SourceFile, sourceFile } from './files/source.ts';
import { createTypesetter } from './typst/native.ts';
import type { Typesetter } from './typst/typesetter.ts';

/**
 * What the library can do in Node only: read banks from the disk, typeset natively, and write. All else is in
 * `index.ts`, for browsers too.
 */

export { Unwritable, writeAll } from './files/write.ts';
export { createTypesetter, type Typesetter };

/** Reads what lies beside the code from the disk. */
export const readAsset: ReadAsset = (file) => readFileSync(file, 'utf8');

let typesetter: Promise<Typesetter> | undefined;

/** What compiling takes from this machine, for a bank in this folder; the typesetter is started once. */
export const worldOf = (folder: string): Omit<World, 'onStep'> => ({
  readMedia: (path) => readFileSync(join(folder, path)),
  readAsset,
  drawSvg: async (svg, zoom) => (await import('./typst/draw-svg.ts')).drawSvg(svg, zoom),
  typesetter: () => {
    typesetter ??= createTypesetter();
    return typesetter;
  },
});

/** A bank that is not there or cannot be read; the message is for the user. */
export class UnreadableBank extends Error {}

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
    const isBank = isYaml(entry) || (await isFile(join(cwd, 'cards', entry, 'deck.yaml')));
    if (isBank) banks.push(join('cards', entry));
  }
  if (banks.length === 0)
    throw new UnreadableBank('"cards" holds no bank: a bank is a folder with a deck.yaml');
  return banks;
}

/**
 * Reads the files of a bank, a folder or one YAML file. Paths in messages are relative to `cwd`.
 * @throws {UnreadableBank} when there is no bank at `path`, or the system does not let us read it
 */
export async function readBankFiles(path: string, cwd: string): Promise<BankFiles> {
  const root = resolve(cwd, path);
  const found = await stat(root).catch(() => undefined);
  if (!found) throw new UnreadableBank(`there is no "${path}"`);
  if (found.isFile()) {
    const names = await readdir(dirname(root)).catch(unreadable(path));
    return { form: 'file', deck: await read(root, cwd), topics: [], others: new Set(names) };
  }
  const names = await walk(root, '', path);
  if (!names.includes('deck.yaml')) {
    const yaml = names.some(isYaml);
    const why = yaml ? 'it has no deck.yaml' : 'it holds no YAML';
    throw new UnreadableBank(`"${path}" is not a bank: ${why}; "recto new" makes one to start from`);
  }
  const inFolder = (name: string) => read(join(root, name), cwd);
  const topics = names.filter(
    (name) => isYaml(name) && !['deck.yaml', 'quizzes.yaml'].includes(name) && !name.includes('/'),
  );
  return {
    form: 'folder',
    deck: await inFolder('deck.yaml'),
    quizzes: names.includes('quizzes.yaml') ? await inFolder('quizzes.yaml') : undefined,
    topics: await Promise.all(topics.map(inFolder)),
    others: new Set(names),
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

async function read(path: string, cwd: string): Promise<SourceFile> {
  const shown = shownPath(path, cwd);
  return sourceFile(shown, await readFile(path).catch(unreadable(shown)));
}

/** A path as messages show it: relative to the working folder, with `/`, or whole when it lies outside. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return shown.startsWith('..') ? path : shown.split(sep).join('/');
}

/** All files below a folder as sorted relative paths with `/`, hidden ones and `node_modules` left out. */
async function walk(root: string, below: string, shown: string): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(
    unreadable(below === '' ? shown : `${shown}/${below}`),
  );
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await walk(root, path, shown)));
    else if (entry.isFile() || (await isFile(join(root, path)))) found.push(path);
  }
  return found.sort();
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true;
}
