import { basename, extname, join, resolve } from 'node:path';
import type { Pupil } from '../quiz/class/roster.ts';
import { specialEditions } from '../quiz/editions.ts';
import { quoted } from '../text/nearest.ts';
import type { Answers } from '../view/answers.ts';
import { readIfThere } from './read-file.ts';
import { UsageError } from './terminal.ts';

/** Folders that stand beside the classes in a quiz's folder. */
const taken: readonly string[] = [...specialEditions, 'omr'];

/**
 * The name of a class's folder, which is that of its list without ".csv".
 * @throws {UsageError} when something else in the quiz's folder has that name or could have it
 */
export function classFolder(list: string): string {
  const name = basename(list, extname(list));
  if (!taken.includes(name.toLowerCase()) && !/^\.|\.(pdf|docx|html|json|csv)$/i.test(name)) return name;
  throw new UsageError(
    `no folder for a class can be called ${quoted(name)}, as its list is; rename the list, such as to "9b.csv"`,
  );
}

/**
 * Refuses to print over the papers of another class whose list has the same name. It is another one when most of its
 * pupils are not in this list: a list that was corrected still has most of them.
 *
 * @param folder of the class, as the user would call it
 * @throws {UsageError} when the folder has the papers of others
 */
export function refuseOthersPapers(folder: string, pupils: readonly Pupil[], cwd: string): void {
  const before = namesIn(readIfThere(resolve(cwd, join(folder, 'answers.json'))));
  const names = new Set(pupils.map(({ name }) => plain(name)));
  const others = before.filter((name) => !names.has(plain(name)));
  const [other] = others;
  if (other === undefined || others.length * 2 <= before.length) return;
  throw new UsageError(
    `"${folder}" has the papers and answers of other pupils, such as ${quoted(other)}: ` +
      'rename the list, print with another --out, or delete the old folder',
  );
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The pupils of an answers.json; none when it is not one. */
function namesIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  try {
    const { copies = [] } = JSON.parse(text) as Partial<Answers>;
    return copies.map(({ pupil }) => String(pupil.name));
  } catch {
    return [];
  }
}
