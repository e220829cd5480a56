import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { join } from 'node:path/posix';

interface Room {
  readonly name: string;
  /** What it does, in a line. */
  readonly about: string;
  /** The rooms from which it may import besides itself. */
  readonly mayImport: readonly string[];
}

/** The rooms in the table of docs/architecture.md: `text/`, `compile.ts`, … */
const rooms = roomsOf(readFileSync('docs/architecture.md', 'utf8'));

function roomsOf(page: string): readonly Room[] {
  const table = /^\| room \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(page)?.[1];
  if (table === undefined) throw new Error('docs/architecture.md has no table that begins with "| room |"');
  const above: Room[] = [];
  for (const row of table.trim().split('\n')) {
    const [, name, about = '', last = ''] = /^\| `([^`]+)` \| (.*) \| ([^|]+) \|$/.exec(row) ?? [];
    if (name === undefined) throw new Error(`a row begins with one room, as "| \`text/\` |": ${row}`);
    above.push({ name, about, mayImport: roomsIn(last, above) });
  }
  return above;
}

/** The rooms that the table's last column lets in. */
function roomsIn(cell: string, above: readonly Room[]): readonly string[] {
  const names = above.map(({ name }) => name);
  if (cell === 'nothing of ours') return [];
  if (cell === 'the rooms above') return names;
  const named = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  if (named.length > 0 && named.every((name) => names.includes(name))) return named;
  throw new Error(`say "nothing of ours" or "the rooms above", or name some of those above: ${cell}`);
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

/** What each file imports of our code, `import type` and `import('…')` too, by paths below src/. */
const imports = new Map(files.map((file) => [file, importsOf(file)]));

function importsOf(file: string): readonly string[] {
  const found = readFileSync(`src/${file}`, 'utf8').matchAll(
    /\b(?:from|import) '(\.[^']+\.ts)'|\bimport\(\s*'(\.[^']+\.ts)'/g,
  );
  return [...found].map(([, from, called = '']) => join(dirname(file), from ?? called));
}

const roomOf = (file: string): Room | undefined =>
  rooms.find(({ name }) => (name.endsWith('/') ? file.startsWith(name) : file === name));

/** The imports of which this is true, as "a imports b". */
const arrows = (wrong: (file: string, imported: string) => boolean): string[] =>
  [...imports].flatMap(([file, all]) =>
    all.filter((imported) => wrong(file, imported)).map((imported) => `${file} imports ${imported}`),
  );

/** Imports between files of different names, where `nameOf` gives none to files that do not count. */
const between = (nameOf: (file: string) => string | undefined): string[] =>
  arrows((file, imported) => {
    const [one, other] = [nameOf(file), nameOf(imported)];
    return one !== undefined && other !== undefined && one !== other;
  });

/** Circles of imports, such as "a → b → a", the shortest first; none that has an arrow of one said before. */
function circles(): readonly string[] {
  const said = new Set<string>();
  const ways = files.flatMap((file) => {
    const way = wayBack(file);
    return way ? [way] : [];
  });
  return ways
    .sort((a, b) => a.length - b.length)
    .flatMap((way) => {
      const steps = way.map((file, at) => `${file} → ${way[at + 1] ?? way[0]}`);
      if (steps.some((step) => said.has(step))) return [];
      for (const step of steps) said.add(step);
      return [[...way, way[0]].join(' → ')];
    });
}

/** The files from one to itself by its imports, by the shortest way; undefined where there is none. */
function wayBack(file: string): readonly string[] | undefined {
  const ways = new Map([[file, [file]]]);
  for (const [at, way] of ways) {
    for (const next of imports.get(at) ?? []) {
      if (next === file) return way;
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}

test('the rooms of docs/architecture.md are there, and no file is outside them', () => {
  expect(rooms.filter(({ name }) => !existsSync(`src/${name}`)).map(({ name }) => name)).toEqual([]);
  expect(files.filter((file) => !roomOf(file))).toEqual([]);
});

test('at the door of each folder with code stands what is behind it, of a room as in the table', () => {
  const folders = new Set(files.map(dirname).filter((folder) => folder !== '.'));
  const about = new Map(rooms.map((room) => [room.name, room.about]));
  for (const folder of folders) {
    const page = readFileSync(`src/${folder}/README.md`, 'utf8');
    expect(page).toMatch(/^# \S+\n\n[^\n]+\.\n$/);
    const line = about.get(`${folder}/`);
    const words =
      line === undefined ? page.split('\n')[2] : `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
    expect(page).toBe(`# ${folder}\n\n${words}\n`);
  }
});

test('every import leads to a file', () =>
  expect(arrows((_file, imported) => !imports.has(imported))).toEqual([]));

test('a room imports only what the table lets it', () => {
  const mayNot = (from: Room | undefined, to: Room | undefined) =>
    from !== undefined && to !== undefined && from !== to && !from.mayImport.includes(to.name);
  expect(arrows((file, imported) => mayNot(roomOf(file), roomOf(imported)))).toEqual([]);
});

test('no target imports another', () =>
  expect(between((file) => /^targets\/([^/]+)\//.exec(file)?.[1])).toEqual([]));

test('no check imports another', () =>
  expect(between((file) => /^check\/rules\/(?!index\.ts).*/.exec(file)?.[0])).toEqual([]));

test('no files import each other in a circle, types included', () => expect(circles()).toEqual([]));
