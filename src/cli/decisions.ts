import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bank } from '../bank/bank.ts';
import { answered } from '../bank/question.ts';
import type { Decisions } from '../identity/decisions.ts';
import { worldOf } from '../node.ts';
import type { OpenBank } from './banks.ts';
import { reading } from './read-file.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** What the author has answered on the command line. */
interface Answered {
  readonly accept: readonly string[];
  readonly published: readonly string[];
}

const isPackage = (word: string): boolean => /\.apkg$/i.test(word);

/**
 * Refuses answers of another form, those to several banks at once, and those that name no question.
 * @throws {UsageError}
 */
export function refuseUnclearDecisions({ accept, published }: Answered, opened: readonly OpenBank[]): void {
  if (accept.length + published.length === 0) return;
  const [open, more] = opened;
  const option = accept.length > 0 ? '--accept' : '--published';
  if (more)
    throw new UsageError(
      `${option} is for one bank, and these are ${opened.length}; name the one that is meant`,
    );
  for (const word of accept) {
    const [, id] = /^([a-z0-9-]+)(?::\d+)?$/.exec(word) ?? [];
    if (id === undefined)
      throw new UsageError(
        `--accept takes a question and the number of its card, as "tides:3", not "${word}"`,
      );
    refuseUnknown(`--accept ${word}`, id, open);
  }
  for (const word of published.filter((each) => !isPackage(each))) {
    const [, id] = /^([a-z0-9-]+):\d+=./s.exec(word) ?? [];
    if (id === undefined)
      throw new UsageError(
        `--published takes a package (.apkg), or a line as "tides:4=the wind", not "${word}"`,
      );
    refuseUnknown(`--published ${word}`, id, open);
  }
}

function refuseUnknown(words: string, id: string, open: OpenBank | undefined): void {
  if (
    !open?.bank ||
    answered(open.bank.questions).some((question) => [question.id, ...question.was].includes(id))
  )
    return;
  throw new UsageError(`${words}: the bank has no question "${id}"`);
}

/**
 * The answers as data; of packages what learners know each card as.
 * @throws {UsageError} for a package that is not there or none of this bank
 */
export async function readDecisions(
  { accept, published }: Answered,
  bank: Bank,
  folder: string,
  terminal: Terminal,
): Promise<Decisions> {
  const packages = published.filter(isPackage);
  const lines = published.filter((word) => !isPackage(word));
  if (packages.length === 0) return { accept, published: lines };
  const { publishedLines } = await import('../targets/anki/published.ts');
  const lock = await readPublished(packages, bank, folder, terminal);
  return { accept, published: [...lines, ...publishedLines(lock)] };
}

/**
 * The lock that packages tell of.
 * @throws {UsageError} for one that is not there or none of this bank
 */
export async function readPublished(paths: readonly string[], bank: Bank, folder: string, { cwd }: Terminal) {
  const { BadPackage, readPackage } = await import('../targets/anki/read-package.ts');
  const { lockFromPackages } = await import('../targets/anki/published.ts');
  const packages = [];
  for (const path of paths) {
    const bytes = reading(`"${path}"`, () => readFileSync(resolve(cwd, path)));
    const notes = await readPackage(bytes).catch((error: Error) => {
      if (!(error instanceof BadPackage)) throw error;
      throw new UsageError(`"${path}" cannot be used: ${error.message}`);
    });
    const other = notes.find((note) => note.bank !== bank.id);
    if (other)
      throw new UsageError(`"${path}" is a package of the bank "${other.bank}", not of "${bank.id}"`);
    packages.push(notes);
  }
  return lockFromPackages(bank, packages, worldOf(folder).readMedia);
}
