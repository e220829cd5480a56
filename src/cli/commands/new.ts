import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { deckFile } from '../../bank/fields/deck.ts';
import { formatSchema, jsonSchema } from '../../bank/schema/schema.ts';
import { slug } from '../../edit/slug.ts';
import { textFile } from '../../files/output-file.ts';
import { writeAll } from '../../files/write.ts';
import { emptyLock, formatLock } from '../../identity/lock.ts';
import { quoted } from '../../text/nearest.ts';
import type { Command } from '../command.ts';
import { reading } from '../read-file.ts';
import { type ExitCode, exit, type Terminal, UsageError } from '../terminal.ts';

const starter = new URL('../starter/', import.meta.url);

/**
 * `recto new`: writes a bank to start from, with one question of each kind and a quiz, and the schema for editors
 * beside it. Asks nothing. `folder` does not exist yet, or is empty.
 */
export async function newBank(folder: string, terminal: Terminal): Promise<ExitCode> {
  const root = resolve(terminal.cwd, folder);
  const id = idFor(basename(root));
  refuseTaken(root, folder);
  const files = readdirSync(starter).map((path) => {
    const bytes = readFileSync(new URL(path, starter));
    return path === 'deck.yaml' ? textFile(path, named(`${bytes}`, root, id)) : { path, bytes };
  });
  const schema = textFile('.recto/schema.json', formatSchema(jsonSchema()));
  // With a lock file from the start, a build that finds none knows that it was lost.
  const lock = textFile('deck.lock.json', formatLock(emptyLock(id)));
  // Lines of two branches both belong into the lock file.
  const merging = textFile('.gitattributes', '*.lock.json merge=union\n');
  const own = existsSync(resolve(root, merging.path)) ? [] : [merging];
  await writeAll(root, [...files, lock, schema, ...own]);
  terminal.out(nextSteps(folder, id));
  return exit.fine;
}

/** The id of a bank in a folder of this name. */
function idFor(name: string): string {
  const [ending] = /\.ya?ml$/.exec(name) ?? [];
  if (ending !== undefined)
    throw new UsageError(`"recto new" makes a folder with several files; leave "${ending}" away`);
  const id = /^[a-z0-9][a-z0-9-]*$/.test(name) ? name : slug(name, 'en');
  const advice = 'call it with letters from a to z, such as "cards/tides"';
  if (id === undefined)
    throw new UsageError(`no id can be made from the folder's name ${quoted(name)}; ${advice}`);
  if (!deckFile.shape.id.safeParse(id).success) {
    const why = 'Anki takes a file of that name for a backup and replaces all that a learner has';
    throw new UsageError(`a bank cannot be called ${quoted(id)}: ${why}; ${advice}`);
  }
  return id;
}

/** What is hidden, such as `.git`, is not in the way. */
function refuseTaken(root: string, folder: string): void {
  const found = statSync(root, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory())
    throw new UsageError(`"${folder}" is a file; name a folder that is not there yet`);
  const names = reading(`"${folder}"`, () => readdirSync(root).sort());
  const inside = names.find((name) => !name.startsWith('.') || name === '.recto');
  if (inside === undefined) return;
  const advice = 'name one that is not there yet, or an empty one';
  throw new UsageError(`"${folder}" is not empty (${quoted(inside)} is in it); ${advice}`);
}

/** The starter's deck.yaml with this bank's id, and its name made from the folder's. */
function named(deck: string, root: string, id: string): string {
  const words = basename(root)
    .normalize('NFC')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const written = /^[\p{L}][\p{L}\d ]*$/u.test(name) ? name : JSON.stringify(name.replaceAll('::', ' '));
  return deck.replace(/^deck: \S+/m, () => `deck: ${written}`).replace(/^id: \S+/m, () => `id: ${id}`);
}

const nextSteps = (
  folder: string,
  id: string,
): string => `Made "${folder}": one question of each kind, and a quiz.

  npx recto build ${argument(folder)}   the Anki deck and the papers, into output/${id}
  npx recto check ${argument(folder)}   what is wrong, and where

Then put your own questions in place of these; the comments in the files say how.
`;

/** As a shell wants it. */
const argument = (folder: string): string => (/^[\w./-]+$/.test(folder) ? folder : `"${folder}"`);

export const command: Command = (run, terminal) => ({
  command: 'new <folder>',
  describe: 'Make a bank to start from, with one question of each kind',
  builder: (yargs) =>
    yargs.positional('folder', { type: 'string', demandOption: true, describe: 'Where: a new folder' }),
  handler: ({ folder }) => run(() => newBank(String(folder), terminal)),
});
