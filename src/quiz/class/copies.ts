import { hexDigest } from '../../files/hash.ts';
import { groupBy } from '../../text/group.ts';
import type { Pupil } from './roster.ts';

/** A paper that is printed: a version, for a pupil of a class list or for anybody. */
export interface Copy {
  /** From 1, through the class list; 0 for a paper that is to be copied. */
  readonly number: number;
  /** The index of its version. */
  readonly version: number;
  readonly pupil?: Pupil | undefined;
}

/** A file of several papers or keys. */
export interface FileOf<Item> {
  readonly name: string;
  readonly items: readonly Item[];
}

/**
 * Deals the versions round, so that neighbours in the list differ. Each group has a file of its own, in the order of
 * their first pupils; pupils without a group are in roster.pdf.
 */
export function deal(pupils: readonly Pupil[], versions: number): FileOf<Copy>[] {
  // What a file system takes for one name is one file.
  const groups = groupBy(pupils, ({ group }) => fileName(group).toUpperCase());
  let number = 0;
  return [...groups.values()].flatMap((members) => {
    const copies = members.map((pupil) => ({ number: ++number, version: (number - 1) % versions, pupil }));
    return inParts(fileName(members[0].group), copies, '_');
  });
}

/** More copies than this make a file that printers choke on, and take a gigabyte to lay out. */
const mostInFile = 100;

/**
 * What is printed in one go, in files of at most a hundred: "all.pdf", or "all-1.pdf", "all-2.pdf", …. `mark` stands
 * before the part's number.
 */
export function inParts<Item>(name: string, items: readonly Item[], mark = '-'): FileOf<Item>[] {
  const parts = Math.max(1, Math.ceil(items.length / mostInFile));
  const size = Math.ceil(items.length / parts);
  return Array.from({ length: parts }, (_, part) => ({
    name: parts === 1 ? name : name.replace(/(?=[.]pdf$)/, `${mark}${part + 1}`),
    items: items.slice(part * size, (part + 1) * size),
  }));
}

/** More characters of a group than this are cut off its file's name: no system takes one of more than 255 bytes. */
const mostOfGroup = 40;

/**
 * "roster-9b.pdf"; groups that differ in signs and capitals only share a file. An underline never comes from a group: it
 * stands before the number of a part, and before what tells long groups apart.
 */
function fileName(group = ''): string {
  const words = group
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return 'roster.pdf';
  const name = words.join('-');
  const letters = [...name];
  if (letters.length <= mostOfGroup) return `roster-${name}.pdf`;
  return `roster-${letters.slice(0, mostOfGroup).join('')}_${hexDigest(8, name.toUpperCase())}.pdf`;
}

/** Who has which copy and version, as a CSV file that spreadsheets read as UTF-8. */
export function rosterTable(files: readonly FileOf<Copy>[], versionOf: (copy: Copy) => string): string {
  const rows = files.flatMap(({ name, items }) =>
    items.map((copy) => {
      const { pupil } = copy;
      return [String(copy.number), versionOf(copy), pupil?.name, pupil?.id, pupil?.group, name];
    }),
  );
  const lines = [['copy', 'version', 'name', 'id', 'group', 'file'], ...rows].map((row) =>
    row.map(field).join(','),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** As RFC 4180 has it. A spreadsheet takes what begins with these signs for a formula, so a quote mark goes before. */
function field(text = ''): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
