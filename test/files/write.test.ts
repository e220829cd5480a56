import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textFile } from '../../src/files/output-file.ts';
import { Unwritable, writeAll, writeChanges } from '../../src/files/write.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recto-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything in the folder, by path: a file's text. */
const there = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  );

test('files are written, new folders with them, and stale ones taken away', async () => {
  await writeAll(folder, [textFile('a', '1'), textFile('deep/down/b', '2')]);
  await writeChanges([
    { folder, files: [textFile('a', '3')], lasting: true },
    { folder: join(folder, 'deep'), files: [textFile('c', '4')], stale: ['down/b', 'never/was'] },
  ]);
  expect(there()).toEqual({ a: '3', 'deep/c': '4' });
});

test('where one change cannot be made, all is as it was: files, stale files, new files', async () => {
  await writeAll(folder, [textFile('a', '1'), textFile('stale', '2')]);
  // Nothing can be put where a folder with something in it is.
  await writeAll(join(folder, 'z'), [textFile('inside', '3')]);
  const before = there();
  const changes = [{ folder, files: [textFile('a', 'x'), textFile('new', 'x')], stale: ['stale'] }];
  const impossible = { folder, files: [textFile('z', 'x')] };
  await expect(writeChanges([...changes, impossible])).rejects.toThrow(Unwritable);
  expect(there()).toEqual(before);
});

test('a file keeps its permissions', async () => {
  writeFileSync(join(folder, 'a'), '1');
  chmodSync(join(folder, 'a'), 0o640);
  await writeAll(folder, [textFile('a', '2')]);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o640);
});

test('a file is not written that is no longer what it was made of, and nothing beside it', async () => {
  await writeAll(folder, [textFile('a', '1'), textFile('b', '1')]);
  const made = (before: string) => ({ ...textFile('b', 'x'), before: Buffer.from(before) });
  const stale = writeAll(folder, [textFile('a', 'x'), made('0')]);
  await expect(stale).rejects.toThrow(/another program has changed it just now; run this again/);
  expect(there()).toEqual({ a: '1', b: '1' });
  await writeAll(folder, [made('1'), { ...textFile('c', 'x'), before: Buffer.of() }]);
  expect(there()).toEqual({ a: '1', b: 'x', c: 'x' });
});

test('many writers may make the same folders at once', async () => {
  const names = Array.from({ length: 8 }, (_, at) => `${at}`);
  await Promise.all(names.map((name) => writeAll(join(folder, 'new/and/deep'), [textFile(name, name)])));
  expect(Object.keys(there())).toHaveLength(names.length);
});

test('what a killed program left is taken away, what a running one or the owner has is not', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(join(folder, 'in'));
  mkdirSync(join(folder, 'long/gone'), { recursive: true });
  const own = `in/b.recto-${process.pid}.tmp`;
  const dead = [own, `in/b.recto-${pid}.tmp`, `long/gone/c.recto-${pid}.tmp`, `0.recto-${pid}.old.tmp`];
  const others = [`in/b.recto-${process.ppid}.tmp`, 'in/b.tmp', `in/b.${pid}.tmp`];
  for (const path of [...dead, ...others]) writeFileSync(join(folder, path), '');
  await writeChanges([{ folder, files: [textFile('in/b', '')], stale: [] }]);
  expect(Object.keys(there())).toEqual([...others, 'in/b'].sort());
});
